// What lies under a finger: the pain region on the skin, and the muscle or bone beneath.

import * as THREE from 'three';

/** Places of a region that are tried until one is seen. */
const TRIED = 24;

export class Picker {
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
   * {region, muscle, bone, point} at client coordinates, or null beside the body.
   * @type {(clientX: number, clientY: number) => Found | null}
   */
  at(clientX, clientY) {
    const box = this.stage.canvas.getBoundingClientRect();
    const where = new THREE.Vector2(((clientX - box.left) / box.width) * 2 - 1, 1 - ((clientY - box.top) / box.height) * 2);
    this.ray.setFromCamera(where, this.stage.camera);
    const first = (/** @type {'skin' | 'muscles' | 'bones'} */ name) => this.ray.intersectObject(this.stage.meshes[name], false)[0];
    const skin = first('skin');
    if (!skin) return null;
    const muscle = first('muscles'), bone = first('bones');
    const cornerOf = (/** @type {THREE.Intersection} */ hit) => /** @type {THREE.Face} */ (hit.face).a;
    const channels = this.stage.body;
    const behind = bone && muscle && bone.distance > muscle.distance + 0.004;
    return {
      region: this.anatomy.regions[this.regionAt(skin)].code,
      muscle: muscle ? this.anatomy.muscles[channels.muscles.channels.muscle[cornerOf(muscle)]].id : null,
      bone: bone && !behind ? this.anatomy.bodies[channels.bones.channels.bone[cornerOf(bone)]].id : null,
      point: skin.point.toArray(),
    };
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
   * The skin point of a region that faces the viewer best and is not hidden; null where none can be seen.
   * @type {(code: string) => {x: number, y: number} | null}
   */
  visiblePoint(code) {
    const index = this.anatomy.regionIndex.get(code), { skin } = this.stage.body, eye = this.stage.camera.position;
    const { regions, weights } = skin.channels, found = [];
    for (let v = 0; v < regions.length / 4; v++) {
      if (regions[4 * v] !== index || weights[4 * v] < 0.75) continue;
      const p = [...skin.positions.subarray(3 * v, 3 * v + 3)], n = skin.normals.subarray(3 * v, 3 * v + 3);
      const to = [eye.x - p[0], eye.y - p[1], eye.z - p[2]], facing = (n[0] * to[0] + n[1] * to[1] + n[2] * to[2]) / Math.hypot(...to);
      if (facing > 0.2) found.push({ p, score: facing + weights[4 * v] });
    }
    found.sort((a, b) => b.score - a.score);
    const step = Math.max(1, Math.floor(found.length / TRIED));
    for (let i = 0; i < found.length; i += step) {
      const exact = this.stage.project(found[i].p), at = { x: Math.round(exact.x), y: Math.round(exact.y) };
      if (this.at(at.x, at.y)?.region === code) return at;
    }
    return null;
  }
}
