// The outline of the body: a calm skin closed over muscles and bones, and the pain regions upon it.

import { add, clamp, mean, smoothstep } from '../../main/resources/static/script/body/vector.js';
import { partOf } from '../../main/resources/static/script/body/anatomy.js';
import { Solid } from './solid.js';

const STEP = 0.009;
/** Hollows narrower than twice this are closed, metres. */
const CLOSING = { trunk: 0.038, limb: 0.022 };
/** How far the skin lies outside the tissues drawn, metres. */
const COVER = { trunk: 0.0065, limb: 0.0095 };

/**
 * @returns {{solid: Solid, parts: Map<string, Solid>}} signed distance to the skin, as a whole and by part
 * @param {Anatomy} anatomy
 * @param {Mesh} bones
 * @param {Mesh} muscles
 */
export function growSkin(anatomy, bones, muscles) {
  /** @type {Map<Part, number[]>} */
  const clouds = new Map();
  /** @type {(part: Part, p: Vector) => void} */
  const put = (part, p) => {
    const cloud = clouds.get(part) ?? [];
    clouds.set(part, cloud);
    cloud.push(...p);
  };
  const parts = anatomy.bodies.map((body) => partOf(body.id));
  /** @type {(mesh: Mesh, bodies: number[], next: number) => void} */
  const collect = (mesh, bodies, next) => {
    const p = mesh.positions;
    for (let v = 0; v < mesh.count; v++) {
      const part = parts[bodies[v]];
      put(part, [p[3 * v], p[3 * v + 1], p[3 * v + 2]]);
      const w = v + next;
      if (next && w < mesh.count && parts[bodies[w]] === part && mesh.channels.along[w] > mesh.channels.along[v]) {
        for (const t of [0.33, 0.67]) put(part, [0, 1, 2].map((c) => p[3 * v + c] + (p[3 * w + c] - p[3 * v + c]) * t));
      }
    }
  };
  for (const p of buttocks(anatomy)) put('trunk', p);
  collect(bones, bones.channels.bone, 0);
  collect(muscles, muscles.channels.body, 8);
  // Trunk and legs first: only then may the arms, which hang beside the hips, be added without growing to them.
  const order = [...clouds].sort(([a], [b]) => (a < b ? 1 : -1));
  const grown = new Map(order.map(([part, cloud]) => /** @type {[Part, Solid]} */ ([part, close(cloud, part === 'trunk' ? 'trunk' : 'limb')])));
  return { solid: join(grown), parts: grown };
}

/**
 * Fat is not in the tables: without it the outline would sink behind the hips. Rounds it out over the gluteal muscles.
 * @type {(anatomy: Anatomy) => Vector[]}
 */
function buttocks(anatomy) {
  const points = [];
  for (const muscle of anatomy.muscles.filter((m) => m.id.startsWith('gluteus_maximus'))) {
    const middle = mean(muscle.lines.flatMap((line) => line.points));
    for (let u = -0.9; u <= 0.9; u += 0.15) {
      for (let a = 0; a < 2 * Math.PI; a += 0.25) {
        const r = Math.sqrt(1 - u * u);
        points.push(add(middle, [0.074 * r * Math.cos(a) - 0.004, 0.084 * u + 0.052, 0.05 * r * Math.sin(a)]));
      }
    }
  }
  return points;
}

/**
 * Closes a cloud of points to a solid: grow, fill what the outside does not reach, shrink back, smooth.
 * @type {(cloud: number[], kind: 'trunk' | 'limb') => Solid}
 */
function close(cloud, kind) {
  const closing = CLOSING[kind], cover = COVER[kind];
  const low = [Infinity, Infinity, Infinity], high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < cloud.length; i++) {
    low[i % 3] = Math.min(low[i % 3], cloud[i]);
    high[i % 3] = Math.max(high[i % 3], cloud[i]);
  }
  const pad = closing + cover + 2 * STEP;
  // Snapped to a common lattice, so that the parts can be joined cell by cell.
  const snap = (/** @type {number} */ v) => Math.floor(v / STEP) * STEP;
  const solid = new Solid(low.map((v) => snap(v - pad)), high.map((v) => v + pad), STEP);
  const n = solid.values.length;
  const squared = new Float32Array(n).fill(1e6);
  for (let i = 0; i < cloud.length; i += 3) {
    const [x, y, z] = [0, 1, 2].map((c) => Math.round((cloud[i + c] - solid.min[c]) / STEP));
    squared[solid.index(x, y, z)] = 0;
  }
  distances(squared, solid.size);
  const reach = (closing / STEP) ** 2;
  const outside = flood(squared, solid.size, reach);
  const depth = new Float32Array(n);
  for (let i = 0; i < n; i++) depth[i] = outside[i] ? 0 : 1e6;
  distances(depth, solid.size);
  for (let i = 0; i < n; i++) {
    solid.values[i] = outside[i]
      ? Math.max(0, Math.sqrt(squared[i]) * STEP - cover)
      : closing - cover - Math.sqrt(depth[i]) * STEP;
  }
  blur(solid.values, solid.size, 3);
  return solid;
}

/**
 * Squared distances (in cells) to the zeros of `field`, in place (Felzenszwalb and Huttenlocher 2012).
 * @param {Float32Array} field
 * @param {number[]} size cells along x, y and z
 */
function distances(field, [nx, ny, nz]) {
  const longest = Math.max(nx, ny, nz);
  const f = new Float32Array(longest), v = new Int32Array(longest), z = new Float32Array(longest + 1);
  /** @type {(start: number, stride: number, count: number) => void} */
  const line = (start, stride, count) => {
    for (let q = 0; q < count; q++) f[q] = field[start + q * stride];
    let k = 0;
    v[0] = 0;
    z[0] = -1e9;
    z[1] = 1e9;
    for (let q = 1; q < count; q++) {
      let s = (f[q] + q * q - f[v[k]] - v[k] * v[k]) / (2 * q - 2 * v[k]);
      while (s <= z[k]) {
        k--;
        s = (f[q] + q * q - f[v[k]] - v[k] * v[k]) / (2 * q - 2 * v[k]);
      }
      v[++k] = q;
      z[k] = s;
      z[k + 1] = 1e9;
    }
    k = 0;
    for (let q = 0; q < count; q++) {
      while (z[k + 1] < q) k++;
      field[start + q * stride] = (q - v[k]) ** 2 + f[v[k]];
    }
  };
  for (let k = 0; k < nz; k++) for (let j = 0; j < ny; j++) line((k * ny + j) * nx, 1, nx);
  for (let k = 0; k < nz; k++) for (let i = 0; i < nx; i++) line(k * ny * nx + i, nx, ny);
  for (let j = 0; j < ny; j++) for (let i = 0; i < nx; i++) line(j * nx + i, nx * ny, nz);
}

/**
 * The cells that can be reached from the first corner without coming nearer than `reach` to the cloud.
 * @param {Float32Array} squared
 * @param {number[]} size cells along x, y and z
 * @param {number} reach squared distance, cells
 */
function flood(squared, [nx, ny, nz], reach) {
  const outside = new Uint8Array(squared.length), stack = [0];
  outside[0] = 1;
  while (stack.length) {
    const at = /** @type {number} */ (stack.pop()), i = at % nx, j = Math.floor(at / nx) % ny, k = Math.floor(at / (nx * ny));
    /** @type {(ok: boolean, next: number) => void} */
    const visit = (ok, next) => {
      if (ok && !outside[next] && squared[next] >= reach) {
        outside[next] = 1;
        stack.push(next);
      }
    };
    visit(i > 0, at - 1);
    visit(i < nx - 1, at + 1);
    visit(j > 0, at - nx);
    visit(j < ny - 1, at + nx);
    visit(k > 0, at - nx * ny);
    visit(k < nz - 1, at + nx * ny);
  }
  return outside;
}

/**
 * Smooths a field in place.
 * @param {Float32Array} values
 * @param {number[]} size cells along x, y and z
 * @param {number} passes
 */
function blur(values, [nx, ny, nz], passes) {
  const strides = [[1, nx], [nx, ny], [nx * ny, nz]];
  for (let pass = 0; pass < passes; pass++) {
    for (const [stride, count] of strides) {
      const from = values.slice();
      for (let at = 0; at < values.length; at++) {
        const q = Math.floor(at / stride) % count;
        if (q > 0 && q < count - 1) values[at] = (from[at - stride] + 2 * from[at] + from[at + stride]) / 4;
      }
    }
  }
}

/**
 * The union of the parts; trunk and limbs melt at shoulder and hip, and only there.
 * @type {(parts: Map<Part, Solid>) => Solid}
 */
function join(parts) {
  const solids = [...parts.values()];
  const low = [0, 1, 2].map((c) => Math.min(...solids.map((s) => s.min[c])));
  const high = [0, 1, 2].map((c) => Math.max(...solids.map((s) => s.min[c] + s.size[c] * STEP)));
  const whole = new Solid(low, high, STEP);
  whole.values.fill(0.05);
  for (const [part, solid] of parts) {
    const offset = [0, 1, 2].map((c) => Math.round((solid.min[c] - whole.min[c]) / STEP));
    for (let k = 0; k < solid.size[2]; k++) {
      for (let j = 0; j < solid.size[1]; j++) {
        const y = whole.min[1] + (j + offset[1]) * STEP;
        const melt = 0.03 * (part.startsWith('arm') ? smoothstep(1.22, 1.3, y) : smoothstep(0.72, 0.76, y)) + 1e-5;
        for (let i = 0; i < solid.size[0]; i++) {
          const at = whole.index(i + offset[0], j + offset[1], k + offset[2]);
          const a = whole.values[at], b = solid.values[solid.index(i, j, k)];
          const h = Math.max(melt - Math.abs(a - b), 0) / melt;
          whole.values[at] = Math.min(a, b) - h * h * melt * 0.25;
        }
      }
    }
  }
  blur(whole.values, whole.size, 2);
  return whole;
}

/**
 * How deep a point lies under the skin, 0 at the skin to 1 at `deep` metres.
 * @type {(solid: Solid, x: number, y: number, z: number, deep?: number) => number}
 */
export function depthUnder(solid, x, y, z, deep = 0.06) {
  return clamp(-solid.at(x, y, z) / deep, 0, 1);
}
