// Small vectors as plain arrays [x, y, z] in metres; x forward, y up, z to the person's right.

/** @type {(a: number[], b: number[]) => number[]} */
export const add = (a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
/** @type {(a: number[], b: number[]) => number[]} */
export const sub = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
/** @type {(a: number[], s: number) => number[]} */
export const scale = (a, s) => [a[0] * s, a[1] * s, a[2] * s];
/** @type {(a: number[], b: number[]) => number} */
export const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
/** @type {(a: number[], b: number[]) => number[]} */
export const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
/** @type {(a: number[]) => number} */
export const length = (a) => Math.hypot(a[0], a[1], a[2]);
/** @type {(a: number[], b: number[]) => number} */
export const distance = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
/** @type {(a: number[], b: number[], t: number) => number[]} */
export const lerp = (a, b, t) => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
/** @type {(v: number, low: number, high: number) => number} */
export const clamp = (v, low, high) => Math.min(high, Math.max(low, v));
/** @type {(points: number[][]) => number[]} */
export const mean = (points) => scale(points.reduce(add, [0, 0, 0]), 1 / points.length);

/**
 * The direction of `a`, or `fallback` where `a` has no length.
 * @param {number[]} a
 */
export function unit(a, fallback = [0, 1, 0]) {
  const l = length(a);
  return l > 1e-9 ? scale(a, 1 / l) : fallback;
}

/**
 * The part of `a` at right angles to the unit vector `axis`.
 * @type {(a: number[], axis: number[]) => number[]}
 */
export const across = (a, axis) => sub(a, scale(axis, dot(a, axis)));

/**
 * 0 below `low`, 1 above `high`, smooth between.
 * @type {(low: number, high: number, v: number) => number}
 */
export function smoothstep(low, high, v) {
  const t = clamp((v - low) / (high - low), 0, 1);
  return t * t * (3 - 2 * t);
}

/**
 * A centripetal Catmull-Rom curve through `points`, sampled at `count` places evenly by length.
 * Two points give a straight line.
 * @type {(points: number[][], count: number) => number[][]}
 */
export function curve(points, count) {
  const dense = [];
  const last = points.length - 1;
  for (let i = 0; i < last; i++) {
    const p0 = points[Math.max(0, i - 1)], p1 = points[i], p2 = points[i + 1], p3 = points[Math.min(last, i + 2)];
    const steps = last === 1 ? 1 : 8;
    for (let s = 0; s < steps; s++) dense.push(catmullRom(p0, p1, p2, p3, s / steps));
  }
  dense.push(points[last]);
  return evenly(dense, count);
}

/** @type {(p0: number[], p1: number[], p2: number[], p3: number[], t: number) => number[]} */
function catmullRom(p0, p1, p2, p3, t) {
  const k01 = Math.sqrt(distance(p0, p1)) || 1e-4, k12 = Math.sqrt(distance(p1, p2)) || 1e-4;
  const k23 = Math.sqrt(distance(p2, p3)) || 1e-4;
  const out = [0, 0, 0];
  for (let c = 0; c < 3; c++) {
    const m1 = (p1[c] - p0[c]) / k01 - (p2[c] - p0[c]) / (k01 + k12) + (p2[c] - p1[c]) / k12;
    const m2 = (p2[c] - p1[c]) / k12 - (p3[c] - p1[c]) / (k12 + k23) + (p3[c] - p2[c]) / k23;
    const a = 2 * (p1[c] - p2[c]) + (m1 + m2) * k12;
    const b = 3 * (p2[c] - p1[c]) - (2 * m1 + m2) * k12;
    out[c] = ((a * t + b) * t + m1 * k12) * t + p1[c];
  }
  return out;
}

/**
 * `count` points evenly by length along a polyline.
 * @type {(points: number[][], count: number) => number[][]}
 */
function evenly(points, count) {
  const reach = [0];
  for (let i = 1; i < points.length; i++) reach.push(reach[i - 1] + distance(points[i - 1], points[i]));
  const total = reach[reach.length - 1];
  const out = [];
  let i = 1;
  for (let n = 0; n < count; n++) {
    const at = (total * n) / (count - 1);
    while (i < points.length - 1 && reach[i] < at) i++;
    const span = reach[i] - reach[i - 1] || 1e-9;
    out.push(lerp(points[i - 1], points[i], clamp((at - reach[i - 1]) / span, 0, 1)));
  }
  return out;
}
