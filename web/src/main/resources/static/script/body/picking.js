// What lies under a finger: the pain region on the skin, and the muscles beneath.

import * as THREE from 'three';
import { distance } from './vector.js';

/** Places of a region that are tried until one is seen. */
const TRIED = 24;
/** Muscles that are named under a finger, from the surface inwards. */
const DEEPEST = 4;
/** How far beneath the skin, metres. */
const REACH = 0.12;
/** Where a finger's breadth is looked at, CSS pixels from where it came down. */
const FINGER = [[0, 0], [7, 0], [-7, 0], [0, 7], [0, -7]];

export class Picker {
  /** Where on the canvas the middle of each region is seen from here, those that were asked for. @type {Map<string, {x: number, y: number} | null>} */
  #middles = new Map();

  /**
   * @param {Stage} stage
   * @param {Anatomy} anatomy
   */
  constructor(stage, anatomy) {
    this.stage = stage;
    this.anatomy = anatomy;
    this.ray = new THREE.Raycaster();
  }

  /**
   * What a finger at client coordinates means: of the regions within its breadth that whose middle it is nearest to; null where it is
   * beside the body.
   * @type {(clientX: number, clientY: number) => Found | null}
   */
  at(clientX, clientY) {
    const hits = FINGER.flatMap(([dx, dy]) => this.#first('skin', clientX + dx, clientY + dy) ?? []);
    if (!hits.length) return null;
    const away = (/** @type {number} */ index) => {
      const middle = this.visiblePoint(this.anatomy.regions[index].code);
      return middle ? Math.hypot(middle.x - clientX, middle.y - clientY) : Infinity;
    };
    const index = [...new Set(hits.map((hit) => this.regionAt(hit)))].reduce((a, b) => (away(b) < away(a) ? b : a));
    const { point, distance: near } = /** @type {THREE.Intersection} */ (hits.find((each) => this.regionAt(each) === index));
    const muscles = this.#musclesUnder(point, near + REACH);
    return { region: this.anatomy.regions[index].code, muscle: muscles[0] ?? null, muscles, point: point.toArray() };
  }

  /**
   * @param {'skin' | 'muscles'} name
   * @param {number} clientX
   * @param {number} clientY
   */
  #first(name, clientX, clientY) {
    const box = this.stage.canvas.getBoundingClientRect();
    const where = new THREE.Vector2(((clientX - box.left) / box.width) * 2 - 1, 1 - ((clientY - box.top) / box.height) * 2);
    this.ray.setFromCamera(where, this.stage.camera);
    return this.ray.intersectObject(this.stage.meshes[name], false)[0];
  }

  /** The muscles on the way from the eye through a point of the skin, from the surface inwards. */
  #musclesUnder(/** @type {THREE.Vector3} */ point, /** @type {number} */ farthest) {
    const { muscle } = this.stage.body.muscles.channels;
    this.ray.set(this.stage.camera.position, point.clone().sub(this.stage.camera.position).normalize());
    const hits = this.ray.intersectObject(this.stage.meshes.muscles, false);
    const all = hits.filter((hit) => hit.distance < farthest).map((hit) => this.anatomy.muscles[muscle[/** @type {THREE.Face} */ (hit.face).a]].id);
    return [...new Set(all)].slice(0, DEEPEST);
  }

  /**
   * The region with most weight over the three corners of the face that was hit.
   * @type {(hit: THREE.Intersection) => number}
   */
  regionAt(hit) {
    const { regions, weights } = this.stage.body.skin.channels, { a, b, c } = /** @type {THREE.Face} */ (hit.face);
    /** @type {Map<number, number>} */
    const sums = new Map();
    for (const v of [a, b, c]) {
      for (let i = 0; i < 4; i++) sums.set(regions[4 * v + i], (sums.get(regions[4 * v + i]) ?? 0) + weights[4 * v + i]);
    }
    return [...sums].reduce((most, each) => (each[1] > most[1] ? each : most))[0];
  }

  /**
   * The middle of what is seen of a region, where a finger would aim; null where nothing of it is.
   * @type {(code: string) => {x: number, y: number} | null}
   */
  visiblePoint(code) {
    const { left, top } = this.stage.canvas.getBoundingClientRect();
    if (!this.#middles.has(code)) {
      const seen = this.#middleOf(code);
      this.#middles.set(code, seen && { x: seen.x - left, y: seen.y - top });
    }
    const middle = this.#middles.get(code);
    return middle ? { x: middle.x + left, y: middle.y + top } : null;
  }

  /** The viewer moved: what is seen where has to be looked up anew. */
  moved() {
    this.#middles.clear();
  }

  /** @type {(code: string) => {x: number, y: number} | null} */
  #middleOf(code) {
    const index = this.anatomy.regionIndex.get(code), { skin } = this.stage.body, eye = this.stage.camera.position;
    const { regions, weights } = skin.channels;
    /** @type {{p: number[], away: number}[]} */
    const found = [];
    for (let v = 0; v < regions.length / 4; v++) {
      if (regions[4 * v] !== index || weights[4 * v] < 0.6) continue;
      const p = [...skin.positions.subarray(3 * v, 3 * v + 3)], n = skin.normals.subarray(3 * v, 3 * v + 3);
      const to = [eye.x - p[0], eye.y - p[1], eye.z - p[2]], facing = (n[0] * to[0] + n[1] * to[1] + n[2] * to[2]) / Math.hypot(...to);
      if (facing > 0.2) found.push({ p, away: 0 });
    }
    const middle = [0, 1, 2].map((c) => found.reduce((sum, { p }) => sum + p[c], 0) / found.length);
    for (const each of found) each.away = distance(each.p, middle);
    found.sort((a, b) => a.away - b.away);
    const step = Math.max(1, Math.floor(found.length / TRIED));
    for (let i = 0; i < found.length; i += step) {
      const exact = this.stage.project(found[i].p), at = { x: Math.round(exact.x), y: Math.round(exact.y) };
      const hit = this.#first('skin', at.x, at.y);
      if (hit && this.anatomy.regions[this.regionAt(hit)].code === code) return at;
    }
    return null;
  }
}
