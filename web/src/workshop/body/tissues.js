// The body worked out from the tables: tissues, skin, the regions of each place of the skin, and the flat outlines. Pages load what comes of it.

import { buildBones } from './bones.js';
import { buildMuscles } from './muscles.js';
import { depthUnder, growSkin } from './skin.js';
import { regionsAt } from './regions.js';
import { buildOutlines } from './outline.js';

/** @typedef {Skin & {bones: Mesh, muscles: Mesh, runs: Vector[][][]}} Tissues */

/** @type {<T>(make: (anatomy: Anatomy) => T) => (anatomy: Anatomy) => T} */
function once(make) {
  const kept = new WeakMap();
  return (anatomy) => {
    if (!kept.has(anatomy)) kept.set(anatomy, make(anatomy));
    return kept.get(anatomy);
  };
}

/** Meshes of the tissues and the signed distance to the skin. */
const tissuesOf = once((anatomy) => {
  const bones = buildBones(anatomy);
  const { mesh: muscles, runs } = buildMuscles(anatomy);
  return { bones, muscles, runs, ...growSkin(anatomy, bones, muscles) };
});

/** The flat map's outlines. */
export const outlinesOf = once((anatomy) => buildOutlines(anatomy, tissuesOf(anatomy).parts));

/**
 * All that the 3D picture draws, as typed arrays: `bones` and `muscles` with their channels and their depth under the skin,
 * `skin` with up to four regions and weights per vertex, and `runs` (the middle of each line of each muscle).
 * @type {(anatomy: Anatomy) => PackedBody}
 */
export function packedBody(anatomy) {
  const tissues = tissuesOf(anatomy), skin = skinWithRegions(anatomy, tissues);
  /** @type {(mesh: Surface, channels: Record<string, ArrayLike<number>>) => PackedMesh} */
  const pack = (mesh, channels) => ({
    positions: new Float32Array(mesh.positions), normals: new Float32Array(mesh.normals), indices: new Uint32Array(mesh.indices),
    channels: Object.fromEntries(Object.entries(channels).map(([name, values]) => [name, new Float32Array(values)])),
  });
  return {
    bones: pack(tissues.bones, { ...tissues.bones.channels, deep: depths(tissues.bones, tissues.solid) }),
    muscles: pack(tissues.muscles, { ...tissues.muscles.channels, deep: depths(tissues.muscles, tissues.solid) }),
    skin: pack(skin, { regions: skin.regions, weights: skin.weights }),
    runs: tissues.runs,
  };
}

/** @type {(mesh: Mesh, solid: Solid) => Float32Array} */
function depths(mesh, solid) {
  const out = new Float32Array(mesh.count), p = mesh.positions;
  for (let v = 0; v < mesh.count; v++) out[v] = depthUnder(solid, p[3 * v], p[3 * v + 1], p[3 * v + 2]);
  return out;
}

/** @type {(anatomy: Anatomy, tissues: Tissues) => Surface & {regions: Float32Array, weights: Float32Array}} */
function skinWithRegions(anatomy, { solid, parts }) {
  const skin = solid.surface(), count = skin.positions.length / 3;
  const regions = new Float32Array(count * 4), weights = new Float32Array(count * 4);
  for (let v = 0; v < count; v++) {
    const p = skin.positions.slice(3 * v, 3 * v + 3), n = skin.normals.slice(3 * v, 3 * v + 3);
    regionsAt(anatomy.regions, p, n, partAt(parts, p)).forEach(({ index, weight }, i) => {
      regions[4 * v + i] = index;
      weights[4 * v + i] = weight;
    });
  }
  return { ...skin, regions, weights };
}

/** @type {(parts: Map<Part, Solid>, p: Vector) => Part} */
function partAt(parts, p) {
  let best = 'trunk', least = Infinity;
  for (const [part, solid] of parts) {
    const d = solid.at(p[0], p[1], p[2]);
    if (d < least) {
      least = d;
      best = part;
    }
  }
  return best;
}
