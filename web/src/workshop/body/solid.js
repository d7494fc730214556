// Smooth solids: shapes melted together on a grid of signed distances, and the surface drawn from it.

import { clamp, dot, length, sub, unit, cross } from '../../main/resources/static/script/body/vector.js';

/** A box of signed distances (metres, negative inside), filled by adding shapes. */
export class Solid {
  /**
   * @param {number[]} min lower corner, metres
   * @param {number[]} max upper corner, metres
   * @param {number} step grid spacing, metres
   */
  constructor(min, max, step) {
    this.step = step;
    this.min = min.map((v) => v - 3 * step);
    this.size = [0, 1, 2].map((c) => Math.max(4, Math.ceil((max[c] + 3 * step - this.min[c]) / step) + 1));
    this.far = 4 * step;
    this.values = new Float32Array(this.size[0] * this.size[1] * this.size[2]).fill(this.far);
  }

  /** @type {(i: number, j: number, k: number) => number} */
  index(i, j, k) {
    return (k * this.size[1] + j) * this.size[0] + i;
  }

  /**
   * Calls `visit(index, point)` for each grid point inside the box from `low` to `high`.
   * @type {(low: Vector, high: Vector, visit: (index: number, point: Vector) => void) => void}
   */
  each(low, high, visit) {
    const from = low.map((v, c) => clamp(Math.floor((v - this.min[c]) / this.step), 0, this.size[c] - 1));
    const to = high.map((v, c) => clamp(Math.ceil((v - this.min[c]) / this.step), 0, this.size[c] - 1));
    const p = [0, 0, 0];
    for (let k = from[2]; k <= to[2]; k++) {
      p[2] = this.min[2] + k * this.step;
      for (let j = from[1]; j <= to[1]; j++) {
        p[1] = this.min[1] + j * this.step;
        let index = this.index(from[0], j, k);
        for (let i = from[0]; i <= to[0]; i++, index++) {
          p[0] = this.min[0] + i * this.step;
          visit(index, p);
        }
      }
    }
  }

  /**
   * Melts a shape (`distance(p)`, inside the box) into the solid; `melt` is the width of the joint in metres.
   * @param {Shape} shape
   * @param {number} melt
   */
  melt(shape, melt = 0.004) {
    const margin = this.far + melt;
    const values = this.values;
    this.each(shape.low.map((v) => v - margin), shape.high.map((v) => v + margin), (index, p) => {
      const d = shape.distance(p), old = values[index];
      const h = Math.max(melt - Math.abs(d - old), 0) / melt;
      values[index] = Math.min(d, old) - h * h * melt * 0.25;
    });
    return this;
  }

  /**
   * Hollows the solid by a shape.
   * @param {Shape} shape
   * @param {number} melt
   */
  carve(shape, melt = 0.003) {
    const margin = this.far + melt;
    const values = this.values;
    this.each(shape.low.map((v) => v - margin), shape.high.map((v) => v + margin), (index, p) => {
      const d = -shape.distance(p), old = values[index];
      const h = Math.max(melt - Math.abs(d - old), 0) / melt;
      values[index] = Math.max(d, old) + h * h * melt * 0.25;
    });
    return this;
  }

  /**
   * The value at a point, by trilinear interpolation; `far` outside the box.
   * @type {(x: number, y: number, z: number) => number}
   */
  at(x, y, z) {
    const { values, min, step } = this, [nx, ny, nz] = this.size;
    const fx = (x - min[0]) / step, fy = (y - min[1]) / step, fz = (z - min[2]) / step;
    const i = Math.floor(fx), j = Math.floor(fy), k = Math.floor(fz);
    if (i < 0 || j < 0 || k < 0 || i >= nx - 1 || j >= ny - 1 || k >= nz - 1) return this.far;
    const u = fx - i, v = fy - j, w = fz - k, a = (k * ny + j) * nx + i, b = a + nx * ny;
    const low = (values[a] * (1 - u) + values[a + 1] * u) * (1 - v) + (values[a + nx] * (1 - u) + values[a + nx + 1] * u) * v;
    const high = (values[b] * (1 - u) + values[b + 1] * u) * (1 - v) + (values[b + nx] * (1 - u) + values[b + nx + 1] * u) * v;
    return low * (1 - w) + high * w;
  }

  /**
   * The outward direction at a point.
   * @param {number[]} point
   */
  normal([x, y, z]) {
    const h = this.step * 0.8;
    return unit([
      this.at(x + h, y, z) - this.at(x - h, y, z),
      this.at(x, y + h, z) - this.at(x, y - h, z),
      this.at(x, y, z + h) - this.at(x, y, z - h),
    ]);
  }

  /**
   * The surface at `level` by naive surface nets: {positions, normals, indices} as plain arrays.
   * @param {number} level
   * @returns {Surface}
   */
  surface(level = 0) {
    const [nx, ny, nz] = this.size, values = this.values;
    const vertexOf = new Int32Array(values.length).fill(-1);
    /** @type {Surface} */
    const { positions, normals, indices } = { positions: [], normals: [], indices: [] };
    for (let k = 0; k < nz - 1; k++) {
      for (let j = 0; j < ny - 1; j++) {
        for (let i = 0; i < nx - 1; i++) {
          const point = this.#crossing(i, j, k, level);
          if (point === null) continue;
          vertexOf[this.index(i, j, k)] = positions.length / 3;
          positions.push(...point);
          normals.push(...this.normal(point));
        }
      }
    }
    const stride = [1, nx, nx * ny];
    for (let k = 1; k < nz - 1; k++) {
      for (let j = 1; j < ny - 1; j++) {
        for (let i = 1; i < nx - 1; i++) {
          const at = this.index(i, j, k), inside = values[at] < level;
          for (let c = 0; c < 3; c++) {
            if (inside === values[at + stride[c]] < level) continue;
            const u = stride[(c + 1) % 3], v = stride[(c + 2) % 3];
            const quad = [vertexOf[at - u - v], vertexOf[at - v], vertexOf[at], vertexOf[at - u]];
            if (!inside) quad.reverse();
            indices.push(quad[0], quad[1], quad[2], quad[0], quad[2], quad[3]);
          }
        }
      }
    }
    return { positions, normals, indices };
  }

  /**
   * Where the surface crosses a cell: the mean of its crossings of the cell's edges; null where it does not.
   * @type {(i: number, j: number, k: number, level: number) => Vector | null}
   */
  #crossing(i, j, k, level) {
    const values = this.values, [nx, ny] = this.size, at = (k * ny + j) * nx + i, up = at + nx * ny;
    const c = CORNERS;
    c[0] = values[at] - level;
    c[1] = values[at + 1] - level;
    c[2] = values[at + nx] - level;
    c[3] = values[at + nx + 1] - level;
    c[4] = values[up] - level;
    c[5] = values[up + 1] - level;
    c[6] = values[up + nx] - level;
    c[7] = values[up + nx + 1] - level;
    let below = 0;
    for (let n = 0; n < 8; n++) if (c[n] < 0) below++;
    if (below === 0 || below === 8) return null;
    let count = 0, x = 0, y = 0, z = 0;
    for (let e = 0; e < EDGES.length; e += 2) {
      const a = EDGES[e], b = EDGES[e + 1];
      if (c[a] < 0 === c[b] < 0) continue;
      const t = c[a] / (c[a] - c[b]);
      x += (a & 1) + t * ((b & 1) - (a & 1));
      y += ((a >> 1) & 1) + t * (((b >> 1) & 1) - ((a >> 1) & 1));
      z += (a >> 2) + t * ((b >> 2) - (a >> 2));
      count++;
    }
    return [this.min[0] + (i + x / count) * this.step, this.min[1] + (j + y / count) * this.step, this.min[2] + (k + z / count) * this.step];
  }
}

const CORNERS = new Float64Array(8);
const EDGES = [0, 1, 2, 3, 4, 5, 6, 7, 0, 2, 1, 3, 4, 6, 5, 7, 0, 4, 1, 5, 2, 6, 3, 7];

/** @type {(points: Vector[], pad: number) => {low: Vector, high: Vector}} */
const boxOf = (points, pad) => ({
  low: [0, 1, 2].map((c) => Math.min(...points.map((p) => p[c])) - pad),
  high: [0, 1, 2].map((c) => Math.max(...points.map((p) => p[c])) + pad),
});

/**
 * A rod with round ends, its radius going from `ra` at `a` to `rb` at `b`.
 * @type {(a: Vector, b: Vector, ra: number, rb?: number) => Shape}
 */
export function rod(a, b, ra, rb = ra) {
  const ab = sub(b, a), l2 = dot(ab, ab) || 1e-12;
  return {
    ...boxOf([a, b], Math.max(ra, rb)),
    distance(p) {
      const t = clamp(dot(sub(p, a), ab) / l2, 0, 1);
      return Math.hypot(p[0] - a[0] - ab[0] * t, p[1] - a[1] - ab[1] * t, p[2] - a[2] - ab[2] * t) - ra - (rb - ra) * t;
    },
  };
}

/**
 * A ball.
 * @type {(c: Vector, r: number) => Shape}
 */
export const ball = (c, r) => rod(c, c, r);

/**
 * An ellipsoid with half axes `r` along x, y, z, tipped forward about z by `tip` radians.
 * @type {(c: Vector, r: Vector, tip?: number) => Shape}
 */
export function egg(c, r, tip = 0) {
  const cs = Math.cos(tip), sn = Math.sin(tip), pad = Math.max(...r);
  return {
    ...boxOf([c], pad),
    distance(p) {
      const dx = p[0] - c[0], dy = p[1] - c[1];
      const x = cs * dx + sn * dy, y = -sn * dx + cs * dy, z = p[2] - c[2];
      const k0 = Math.hypot(x / r[0], y / r[1], z / r[2]);
      const k1 = Math.hypot(x / r[0] ** 2, y / r[1] ** 2, z / r[2] ** 2);
      return k1 > 1e-9 ? (k0 * (k0 - 1)) / k1 : -Math.min(...r);
    },
  };
}

/**
 * A drum with rounded rims: radius `r` about the line from `a` to `b`.
 * @type {(a: Vector, b: Vector, r: number, round?: number) => Shape}
 */
export function drum(a, b, r, round = 0.003) {
  const axis = sub(b, a), half = length(axis) / 2, n = unit(axis);
  const c = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2, (a[2] + b[2]) / 2];
  return {
    ...boxOf([a, b], r),
    distance(p) {
      const q = sub(p, c), along = dot(q, n);
      const out = Math.sqrt(Math.max(0, dot(q, q) - along * along)) - r + round;
      const up = Math.abs(along) - half + round;
      return Math.min(Math.max(out, up), 0) + Math.hypot(Math.max(out, 0), Math.max(up, 0)) - round;
    },
  };
}

/**
 * A three-cornered plate with round rims, `thick` metres from its middle to its face.
 * @type {(a: Vector, b: Vector, c: Vector, thick: number) => Shape}
 */
export function plate(a, b, c, thick) {
  const n = cross(sub(b, a), sub(a, c)), nn = dot(n, n) || 1e-12;
  const edges = [[a, b], [b, c], [c, a]].map(([from, to]) => {
    const e = sub(to, from);
    return { from, e, side: cross(e, n), l2: dot(e, e) || 1e-12 };
  });
  return {
    ...boxOf([a, b, c], thick),
    distance(p) {
      let inside = 0, nearest = Infinity;
      for (const { from, e, side, l2 } of edges) {
        const q = sub(p, from);
        inside += Math.sign(dot(side, q));
        const t = clamp(dot(e, q) / l2, 0, 1);
        nearest = Math.min(nearest, (q[0] - e[0] * t) ** 2 + (q[1] - e[1] * t) ** 2 + (q[2] - e[2] * t) ** 2);
      }
      if (Math.abs(inside) >= 2) nearest = dot(n, sub(p, a)) ** 2 / nn;
      return Math.sqrt(nearest) - thick;
    },
  };
}

/**
 * The smallest solid that holds all pieces, less what is carved out of it.
 * @type {(pieces: Piece[], step: number) => Solid}
 */
export function solidOf(pieces, step) {
  const bounds = pieces.flatMap(({ shape }) => (shape ? [shape] : []));
  const solid = new Solid(
    [0, 1, 2].map((c) => Math.min(...bounds.map((s) => s.low[c]))),
    [0, 1, 2].map((c) => Math.max(...bounds.map((s) => s.high[c]))), step);
  for (const { shape, melt } of pieces) if (shape) solid.melt(shape, melt);
  for (const { carve, melt } of pieces) if (carve) solid.carve(carve, melt);
  return solid;
}
