// The anatomy as the page loads it: bodies, joints, muscles with their lines, pain regions (metres).

import { say } from '../texts.js';
import { add, clamp, dot, scale, sub } from './vector.js';

/** Reads the anatomy from `src`; throws with the address and status where it cannot be had. */
export async function loadAnatomy(/** @type {string} */ src) {
  const response = await fetch(src, { credentials: 'same-origin' });
  if (!response.ok) throw new Error(`The body's anatomy could not be loaded from ${src}: ${response.status}`);
  return new Anatomy(await response.json(), sided);
}

/** The tables, indexed by id and joined: what attaches to which body, and where. */
export class Anatomy {
  /**
   * @param {Tables} tables
   * @param {Naming} named how a name and its side are said; by the name alone where nobody reads it
   */
  constructor(tables, named = ({ name }) => name) {
    this.bodies = tables.bodies;
    this.muscles = tables.muscles.map((muscle) => /** @type {Muscle} */ ({
      ...muscle,
      label: named(muscle),
      lines: muscle.lines.map((line) => ({ ...line, points: line.body.map((_, i) => line.path.slice(3 * i, 3 * i + 3)) })),
    }));
    /** @type {Region[]} */
    this.regions = tables.regions.map((region) => ({ ...region, label: named(region) }));
    this.sources = tables.sources;
    this.bodyOf = new Map(this.bodies.map((body, index) => [body.id, { ...body, index }]));
    this.muscleIndex = new Map(this.muscles.map((muscle, index) => [muscle.id, index]));
    this.regionIndex = new Map(this.regions.map((region, index) => [region.code, index]));
    this.joints = tables.joints.map((j) => ({ ...j, parent: this.bodies[j.parent].id, child: this.bodies[j.child].id }));
    this.attachments = this.bodies.map(() => /** @type {{at: number[], end: boolean, muscle: string}[]} */ ([]));
    for (const muscle of this.muscles) {
      for (const line of muscle.lines) {
        line.points.forEach((at, i) => {
          const end = i === 0 || i === line.points.length - 1;
          this.attachments[line.body[i]].push({ at, end, muscle: muscle.id.replace(/_(right|left)$/, '') });
        });
      }
    }
  }

  /**
   * Where muscles end on a body: points, optionally of muscles whose id matches `pattern`.
   * @param {string} id
   */
  ends(id, pattern = /./) {
    const body = this.bodyOf.get(id);
    return body ? this.attachments[body.index].filter((a) => a.end && pattern.test(a.muscle)).map((a) => a.at) : [];
  }

  /**
   * The centre of a joint, or null where the tables have none of that id.
   * @param {string} id
   */
  joint(id) {
    return this.joints.find((j) => j.id === id)?.at ?? null;
  }
}

/** Which part of the body a bone belongs to: trunk, arm left, arm right, leg left or leg right. */
export function partOf(/** @type {string} */ id) {
  const side = id.endsWith('_left') ? 'left' : 'right';
  if (/^(humerus|ulna|radius|hand|fingers|thumb)_/.test(id)) return `arm ${side}`;
  if (/^(femur|patella|tibia|fibula|talus|calcaneus|metatarsus|toes)_/.test(id)) return `leg ${side}`;
  return 'trunk';
}

/**
 * The point of a body's segment nearest to `p`.
 * @param {Body} body
 * @param {number[]} p
 */
export function footOn(body, p) {
  const ab = sub(body.distal, body.proximal), l2 = dot(ab, ab) || 1e-9;
  return add(body.proximal, scale(ab, clamp(dot(sub(p, body.proximal), ab) / l2, 0, 1)));
}

/**
 * "Shoulder, front, right": a name with its side, as a person would say it.
 * @type {Naming}
 */
const sided = ({ name, side }) => say('sided', { side, name: name.charAt(0).toUpperCase() + name.slice(1) });
