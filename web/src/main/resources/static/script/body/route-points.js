// The way strain takes from a held contraction to a place, as points on the body.

import { distance } from './vector.js';

/**
 * The points of a route, in metres.
 * @param {Anatomy} anatomy
 * @param {Step[]} steps in order: {muscle} runs along that muscle's line, {joint}, {body} and {region} pass their centre,
 *     {points} are taken as they are
 */
export function routePoints(anatomy, steps) {
  // The first step has nothing before it: it is taken so that it ends near the second.
  const out = steps.length > 1 ? [...pointsOf(anatomy, steps[0], pointsOf(anatomy, steps[1], null)[0])].reverse() : [];
  for (const step of steps.slice(out.length ? 1 : 0)) out.push(...pointsOf(anatomy, step, out[out.length - 1]));
  return out.filter((p, i) => i === 0 || distance(p, out[i - 1]) > 0.002);
}

/** @type {(anatomy: Anatomy, step: Step, before: Vector | null) => Vector[]} */
function pointsOf(anatomy, step, before) {
  if (step.points) return turned(step.points, before);
  if (step.muscle !== undefined) {
    const { lines } = anatomy.muscles[need(anatomy.muscleIndex.get(step.muscle), 'muscle', step.muscle)];
    const near = (/** @type {Line} */ { points }) => (before ? Math.min(distance(points[0], before), distance(points[points.length - 1], before)) : 0);
    return turned(lines.reduce((a, b) => (near(b) < near(a) ? b : a)).points, before);
  }
  if (step.joint !== undefined) return [need(anatomy.joint(step.joint), 'joint', step.joint)];
  if (step.body !== undefined) return [need(anatomy.bodyOf.get(step.body), 'body', step.body).centre];
  return [anatomy.regions[need(anatomy.regionIndex.get(step.region ?? ''), 'region', step.region)].at];
}

/**
 * A line taken from the end nearest to where the route stands.
 * @type {(points: Vector[], before: Vector | null) => Vector[]}
 */
const turned = (points, before) => (before && distance(points[points.length - 1], before) < distance(points[0], before) ? [...points].reverse() : points);

/**
 * @template T
 * @param {T | null | undefined} found
 * @param {string} kind
 * @param {string | undefined} id
 * @returns {T}
 */
function need(found, kind, id) {
  if (found === undefined || found === null) throw new RangeError(`No ${kind} is called "${id}".`);
  return found;
}
