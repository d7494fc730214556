// The body's outline and its pain regions as flat shapes, worked out from the same skin as the 3D body.

import { partOf } from '../../main/resources/static/script/body/anatomy.js';
import { placer } from '../../main/resources/static/script/body/placing.js';
import { partOfRegion } from './regions.js';

/** Size of a cell of the drawing, centimetres (the unit of the map). */
const CELL = 0.5;

/**
 * {front, back}: each {box, outline (path data), regions: [{code, path}], muscles: [path]}, in centimetres, y down.
 * @type {(anatomy: Anatomy, parts: Map<Part, Solid>) => Outlines}
 */
export function buildOutlines(anatomy, parts) {
  return { front: drawView(anatomy, parts, 'front'), back: drawView(anatomy, parts, 'back') };
}

/** @type {(anatomy: Anatomy, parts: Map<Part, Solid>, view: string) => Outline} */
function drawView(anatomy, parts, view) {
  const place = placer(anatomy, view);
  const raster = new Raster(-52, -178, 52, 4);
  const order = ['trunk', ...[...parts.keys()].filter((part) => part !== 'trunk')];
  /** @type {Map<number, Part>} */
  const owner = new Map();
  order.forEach((part, index) => {
    owner.set(index + 1, part);
    const { positions, indices } = /** @type {Solid} */ (parts.get(part)).surface();
    /** @type {number[][]} */
    const flat = [];
    for (let v = 0; v < positions.length; v += 3) flat.push(place(part, positions.slice(v, v + 3)));
    for (let t = 0; t < indices.length; t += 3) raster.triangle(flat[indices[t]], flat[indices[t + 1]], flat[indices[t + 2]], index + 1);
  });
  const seeds = anatomy.regions.filter((r) => r.view === view).map((region) => {
    const part = partOfRegion(region);
    return { region, part, at: place(part, region.at) };
  });
  const cells = raster.map((x, y, mark) => {
    const part = owner.get(mark) ?? 'trunk';
    let best = 0, least = Infinity;
    seeds.forEach((seed, i) => {
      const d = Math.hypot(x - seed.at[0], y - seed.at[1]) + (seed.part === part ? 0 : crossing(part, seed));
      if (d < least) {
        least = d;
        best = i + 1;
      }
    });
    return best;
  });
  const used = raster.bounds();
  return {
    box: [used[0] - 2, used[1] - 2, used[2] - used[0] + 4, used[3] - used[1] + 4].map((v) => Math.round(v * 10) / 10),
    outline: raster.contour((mark) => mark > 0),
    regions: seeds.map((seed, i) => ({ code: seed.region.code, path: raster.contour((_, at) => cells[at] === i + 1) })),
    muscles: anatomy.muscles.map((muscle) => muscle.lines.map((line) => `M${line.points.map((p, i) => {
      const [x, y] = place(partOf(anatomy.bodies[line.body[i]].id), p);
      return `${x.toFixed(1)} ${y.toFixed(1)}`;
    }).join('L')}`).join('')),
  };
}

/**
 * Skin of one part takes a region of another only where they join: shoulders on the arm, hips on the leg.
 * @type {(part: Part, seed: {region: Region, part: Part}) => number}
 */
function crossing(part, seed) {
  if (part === 'trunk') return 60;
  if (seed.part !== 'trunk' || !part.endsWith(seed.region.side)) return 90;
  return (part.startsWith('arm') ? /shoulder/ : /hip|buttock|groin/).test(seed.region.name) ? 0 : 90;
}

/** A grid of marks over the map. */
class Raster {
  /**
   * @param {number} x0
   * @param {number} y0
   * @param {number} x1
   * @param {number} y1
   */
  constructor(x0, y0, x1, y1) {
    this.x0 = x0;
    this.y0 = y0;
    this.nx = Math.ceil((x1 - x0) / CELL);
    this.ny = Math.ceil((y1 - y0) / CELL);
    this.marks = new Uint8Array(this.nx * this.ny);
  }

  /** @type {(a: number[], b: number[], c: number[], mark: number) => void} */
  triangle(a, b, c, mark) {
    const g = [a, b, c].map(([x, y]) => [(x - this.x0) / CELL - 0.5, (y - this.y0) / CELL - 0.5]);
    const xs = g.map((p) => p[0]), ys = g.map((p) => p[1]);
    /** @type {(p: number[], q: number[], x: number, y: number) => number} */
    const side = (p, q, x, y) => (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]);
    for (let j = Math.max(0, Math.ceil(Math.min(...ys))); j <= Math.min(this.ny - 1, Math.max(...ys)); j++) {
      for (let i = Math.max(0, Math.ceil(Math.min(...xs))); i <= Math.min(this.nx - 1, Math.max(...xs)); i++) {
        const s = [side(g[0], g[1], i, j), side(g[1], g[2], i, j), side(g[2], g[0], i, j)];
        if (s.every((v) => v >= 0) || s.every((v) => v <= 0)) this.marks[j * this.nx + i] = mark;
      }
    }
  }

  /** @type {(value: (x: number, y: number, mark: number) => number) => Uint8Array} */
  map(value) {
    const out = new Uint8Array(this.marks.length);
    for (let at = 0; at < out.length; at++) {
      if (this.marks[at]) out[at] = value(this.x0 + ((at % this.nx) + 0.5) * CELL, this.y0 + (Math.floor(at / this.nx) + 0.5) * CELL, this.marks[at]);
    }
    return out;
  }

  bounds() {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    this.map((x, y) => {
      box[0] = Math.min(box[0], x);
      box[1] = Math.min(box[1], y);
      box[2] = Math.max(box[2], x);
      box[3] = Math.max(box[3], y);
      return 0;
    });
    return box;
  }

  /**
   * The rim of all cells that `test(mark, index)` holds for, rounded, as SVG path data.
   * @type {(test: (mark: number, index: number) => boolean) => string}
   */
  contour(test) {
    /** @type {(i: number, j: number) => boolean} */
    const inside = (i, j) => i >= 0 && j >= 0 && i < this.nx && j < this.ny && test(this.marks[j * this.nx + i], j * this.nx + i);
    /** @type {Map<number, number[][]>} */
    const next = new Map();
    /** @type {(x0: number, y0: number, x1: number, y1: number) => void} */
    const edge = (x0, y0, x1, y1) => {
      const key = y0 * 4096 + x0, ways = next.get(key) ?? [];
      next.set(key, ways);
      ways.push([x1, y1]);
    };
    for (let j = 0; j < this.ny; j++) {
      for (let i = 0; i < this.nx; i++) {
        if (!inside(i, j)) continue;
        if (!inside(i, j - 1)) edge(i, j, i + 1, j);
        if (!inside(i + 1, j)) edge(i + 1, j, i + 1, j + 1);
        if (!inside(i, j + 1)) edge(i + 1, j + 1, i, j + 1);
        if (!inside(i - 1, j)) edge(i, j + 1, i, j);
      }
    }
    const loops = [];
    while (next.size) {
      let [key] = next.keys();
      const loop = [];
      for (let ways = next.get(key); ways; ways = next.get(key)) {
        const to = /** @type {number[]} */ (ways.pop());
        if (!ways.length) next.delete(key);
        loop.push([key % 4096, Math.floor(key / 4096)]);
        key = to[1] * 4096 + to[0];
      }
      if (loop.length > 12) loops.push(loop);
    }
    return loops.map((loop) => this.#smooth(loop)).join('');
  }

  /** @type {(loop: number[][]) => string} */
  #smooth(loop) {
    let points = loop;
    for (let pass = 0; pass < 10; pass++) {
      points = points.map((p, i) => {
        const a = points[(i + points.length - 1) % points.length], b = points[(i + 1) % points.length];
        return [(a[0] + 2 * p[0] + b[0]) / 4, (a[1] + 2 * p[1] + b[1]) / 4];
      });
    }
    const text = points.filter((_, i) => i % 3 === 0).map(([x, y]) => `${(this.x0 + x * CELL).toFixed(1)} ${(this.y0 + y * CELL).toFixed(1)}`);
    return `M${text.join('L')}Z`;
  }
}
