// Tubes and bands: an ellipse carried along a curve.

import { add, across, cross, scale, sub, unit, dot } from './vector.js';

/** A growing mesh with one number of its own per vertex for each named channel. */
export class Mesh {
  /** @type {number[]} */
  positions = [];
  /** @type {number[]} */
  normals = [];
  /** @type {number[]} */
  indices = [];

  /** @param {string[]} channels names */
  constructor(channels) {
    /** @type {Record<string, number[]>} */
    this.channels = Object.fromEntries(channels.map((name) => [name, []]));
  }

  get count() {
    return this.positions.length / 3;
  }

  /**
   * Adds a finished surface; `values` gives each channel its number.
   * @param {Surface} surface
   * @param {Record<string, number>} values
   */
  append({ positions, normals, indices }, values) {
    const base = this.count;
    for (const v of positions) this.positions.push(v);
    for (const v of normals) this.normals.push(v);
    for (const i of indices) this.indices.push(base + i);
    const added = positions.length / 3;
    for (const name in this.channels) for (let i = 0; i < added; i++) this.channels[name].push(values[name] ?? 0);
  }
}

/**
 * Unit tangents of a sampled curve.
 * @type {(points: Vector[]) => Vector[]}
 */
export function tangents(points) {
  const last = points.length - 1;
  return points.map((_, i) => unit(sub(points[Math.min(last, i + 1)], points[Math.max(0, i - 1)])));
}

/**
 * Carries an ellipse along `points`.
 * @param {Mesh} mesh filled in place
 * @param {number[][]} points the curve, metres
 * @param {number[][]} sideways the wide direction at each point (made square to the curve here)
 * @param {number[]} wide half widths, metres
 * @param {number[]} thick half thicknesses, metres
 * @param {number} corners vertices around
 * @param {(ring: number, around: number) => Record<string, number>} values the channels' numbers at a vertex
 */
export function sweep(mesh, points, sideways, wide, thick, corners, values) {
  const along = tangents(points), base = mesh.count, rings = points.length;
  /** @type {number[] | null} */
  let before = null;
  for (let i = 0; i < rings; i++) {
    let u = unit(across(sideways[i], along[i]), unit(across([0.3, 0.5, 0.8], along[i])));
    if (before && dot(u, before) < 0) u = scale(u, -1);
    before = u;
    const v = cross(along[i], u);
    const slope = (wide[Math.min(rings - 1, i + 1)] - wide[Math.max(0, i - 1)]) / 0.04;
    for (let k = 0; k < corners; k++) {
      const a = (2 * Math.PI * k) / corners, c = Math.cos(a), s = Math.sin(a);
      mesh.positions.push(...add(points[i], add(scale(u, c * wide[i]), scale(v, s * thick[i]))));
      const out = add(scale(u, c * thick[i]), scale(v, s * wide[i]));
      mesh.normals.push(...unit(sub(unit(out), scale(along[i], Math.max(-0.5, Math.min(0.5, slope * 0.3))))));
      const own = values(i, k / corners);
      for (const name in mesh.channels) mesh.channels[name].push(own[name] ?? 0);
    }
  }
  for (let i = 0; i < rings - 1; i++) {
    for (let k = 0; k < corners; k++) {
      const a = base + i * corners + k, b = base + i * corners + ((k + 1) % corners), c = a + corners, d = b + corners;
      mesh.indices.push(a, b, c, b, d, c);
    }
  }
  cap(mesh, base, corners, true);
  cap(mesh, base + (rings - 1) * corners, corners, false);
}

/** @type {(mesh: Mesh, first: number, corners: number, start: boolean) => void} */
function cap(mesh, first, corners, start) {
  for (let k = 1; k < corners - 1; k++) {
    if (start) mesh.indices.push(first, first + k + 1, first + k);
    else mesh.indices.push(first, first + k, first + k + 1);
  }
}
