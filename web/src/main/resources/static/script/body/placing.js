// Where a point of the body lies on the flat map, centimetres, y down.

import { footOn, partOf } from './anatomy.js';
import { distance, smoothstep } from './vector.js';

/**
 * Arms and legs are spread a little, so that each region can be touched: radians about shoulder and hip.
 * @type {Record<string, number>}
 */
const SPREAD = { arm: 0.2, leg: 0.05 };

/**
 * Where a point of a part comes to lie on the map. The front view shows the person's right on the left.
 * @type {(anatomy: Anatomy, view: string) => (part: Part, p: Vector) => number[]}
 */
export function placer(anatomy, view) {
  const mirror = view === 'front' ? -1 : 1;
  const pivot = (/** @type {Part} */ part) => anatomy.joint(part.startsWith('arm') ? `glenohumeral_${part.slice(4)}` : `hip_${part.slice(4)}`);
  return (part, p) => {
    let [y, z] = [p[1], p[2]];
    const turn = SPREAD[part.slice(0, 3)], centre = turn ? pivot(part) : null;
    if (centre) {
      const a = turn * (part.endsWith('left') ? -1 : 1) * smoothstep(centre[1] + 0.05, centre[1] - 0.12, y);
      const dy = y - centre[1], dz = z - centre[2];
      y = centre[1] + dy * Math.cos(a) + dz * Math.sin(a) * 0.4;
      z = centre[2] + dz * Math.cos(a) - dy * Math.sin(a);
    }
    return [z * 100 * mirror, -y * 100];
  };
}

/**
 * Points of the body (metres), whatever part they lie on, to points of the map.
 * @type {(anatomy: Anatomy, view: string, points: Vector[]) => string[]}
 */
export function placed(anatomy, view, points) {
  const place = placer(anatomy, view);
  return points.map((p) => {
    const nearest = anatomy.bodies.reduce((a, b) => (distance(footOn(b, p), p) < distance(footOn(a, p), p) ? b : a));
    return place(partOf(nearest.id), p).map((v) => v.toFixed(1)).join(' ');
  });
}
