// Which of the pain regions a place on the skin belongs to.

import { smoothstep } from '../../main/resources/static/script/body/vector.js';

/** How softly one region passes into the next, metres. */
const SOFT = 0.011;
/** Regions per vertex. */
const KEPT = 4;

const ARM = /upper arm|elbow|forearm|wrist|hand/;
const LEG = /thigh|knee|shin|calf|ankle|foot/;

/**
 * The part of the body a region lies on.
 * @type {(region: {name: string, side: string}) => Part}
 */
export function partOfRegion(region) {
  if (ARM.test(region.name)) return `arm ${region.side}`;
  if (LEG.test(region.name)) return `leg ${region.side}`;
  return 'trunk';
}

/**
 * True where skin of `part` may show a region: limbs show their own and those of the joint to the trunk.
 * @type {(part: Part, region: {name: string, side: string}) => boolean}
 */
function mayShow(part, region) {
  const own = partOfRegion(region);
  if (own === part) return true;
  if (part === 'trunk' || own !== 'trunk' || !part.endsWith(region.side)) return false;
  return part.startsWith('arm') ? /shoulder|chest|upper back/.test(region.name) : /hip|buttock|groin/.test(region.name);
}

/**
 * The regions at a place of the skin, strongest first.
 * @param {{at: number[], view: string, name: string, side: string}[]} regions the pain regions
 * @param {number[]} p place, metres
 * @param {number[]} n outward direction
 * @param {string} part of the body
 * @returns {{index: number, weight: number}[]} weights sum to 1
 */
export function regionsAt(regions, p, n, part) {
  // On the foot the front map shows its back and the back map its sole.
  const facing = smoothstep(-0.3, 0.3, p[1] < 0.1 ? n[0] * 0.6 + n[1] * 1.2 : n[0]);
  /** @type {{index: number, face: number, d: number, weight: number}[]} */
  const found = [];
  regions.forEach((region, index) => {
    const face = region.view === 'front' ? facing : 1 - facing;
    if (face < 0.02 || !mayShow(part, region)) return;
    const dx = (p[0] - region.at[0]) * 0.5, dy = p[1] - region.at[1], dz = p[2] - region.at[2];
    found.push({ index, face, d: Math.hypot(dx, dy, dz), weight: 0 });
  });
  if (!found.length) return [];
  const nearest = Math.min(...found.map((f) => f.d - 0.02 * f.face));
  for (const f of found) f.weight = f.face * Math.exp(-(f.d - nearest) / SOFT);
  found.sort((a, b) => b.weight - a.weight);
  const kept = found.slice(0, KEPT), sum = kept.reduce((s, f) => s + f.weight, 0);
  return kept.map((f) => ({ index: f.index, weight: f.weight / sum }));
}
