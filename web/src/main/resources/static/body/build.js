// The body worked out from the tables, once for each anatomy: tissues, skin, and the regions of each place of the skin.

import { buildBones } from './bones.js';
import { buildMuscles } from './muscles.js';
import { depthUnder, growSkin } from './skin.js';
import { regionsAt } from './regions.js';

const kept = new WeakMap();

function once(anatomy, name, make) {
  if (!kept.has(anatomy)) kept.set(anatomy, {});
  const shelf = kept.get(anatomy);
  shelf[name] ??= make();
  return shelf[name];
}

/** {bones, muscles, runs, solid, parts}: meshes of the tissues and the signed distance to the skin. */
export function tissuesOf(anatomy) {
  return once(anatomy, 'tissues', () => {
    const bones = buildBones(anatomy);
    const { mesh: muscles, runs } = buildMuscles(anatomy);
    return { bones, muscles, runs, ...growSkin(anatomy, bones, muscles) };
  });
}

/** All that the 3D picture draws: tissues with their depth under the skin, and the skin with its regions. */
export function bodyOf(anatomy) {
  return once(anatomy, 'body', () => {
    const tissues = tissuesOf(anatomy);
    for (const mesh of [tissues.bones, tissues.muscles]) mesh.channels.deep = depths(mesh, tissues.solid);
    return { ...tissues, skin: skinWithRegions(anatomy, tissues) };
  });
}

function depths(mesh, solid) {
  const out = new Float32Array(mesh.count), p = mesh.positions;
  for (let v = 0; v < mesh.count; v++) out[v] = depthUnder(solid, p[3 * v], p[3 * v + 1], p[3 * v + 2]);
  return out;
}

function skinWithRegions(anatomy, { solid, parts }) {
  const skin = solid.surface(), count = skin.positions.length / 3;
  skin.regions = new Float32Array(count * 4);
  skin.weights = new Float32Array(count * 4);
  for (let v = 0; v < count; v++) {
    const p = skin.positions.slice(3 * v, 3 * v + 3), n = skin.normals.slice(3 * v, 3 * v + 3);
    regionsAt(anatomy.regions, p, n, partAt(parts, p)).forEach((found, i) => {
      skin.regions[4 * v + i] = found.index;
      skin.weights[4 * v + i] = found.weight;
    });
  }
  return skin;
}

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
