// Every line of every named muscle as a tapered band along its path points, all in one mesh.

import { across, add, clamp, curve, distance, dot, scale, smoothstep, sub, unit } from '../../main/resources/static/script/body/vector.js';
import { footOn, partOf } from '../../main/resources/static/script/body/anatomy.js';
import { Mesh, sweep, tangents } from '../../main/resources/static/script/body/sweep.js';

/** @typedef {Line & {run: Vector[], near: number[]}} Drawn a line with its middle, and the bodies near it */

/** Largest force per cross section, pascal: 60 N/cm2, the value the figures of the legs and trunk were scaled with (Rajagopal 2016). */
const SPECIFIC_TENSION = 6e5;
const RINGS = 15;
const CORNERS = 8;
/**
 * How much wider than thick a belly without siblings is, by region: the walls of the trunk are sheets, limbs hold spindles.
 * @type {Record<string, number>}
 */
const FLAT = { abdomen: 3, thorax: 1.8, back: 1.7, shoulder: 1.6, head: 2, pelvis: 1.8, neck: 1.5 };
/**
 * Lines of a muscle farther apart than this are no neighbours in a sheet, metres: by region, since the heads of the arm's muscles part.
 * @type {Record<string, number>}
 */
const APART = { arm: 0.03 };
const APART_ELSEWHERE = 0.09;
/**
 * Muscles that spread as a fan and have few lines in the tables: so many bands fill each gap between two lines, by their id
 * without its side. Own choice, 2026: as many as close the gaps when it is drawn and looked at.
 * @type {Record<string, number>}
 */
const FANS = { deltoid: 2, pectoralis_major: 2, infraspinatus: 1, supinator: 2, gluteus_maximus: 1, gluteus_medius: 1 };
/** Drawn half thickness: never thinner than a sheet, never thicker than the thigh's largest, metres. */
const THINNEST = 0.0011, THICKEST = 0.026;
/** From this flatness on a muscle is a strap: as wide at its ends as in its middle. */
const STRAP = 2.5;
/** Largest cross section drawn, m2. */
const FULLEST = Math.PI * THICKEST * THICKEST * 1.35;

/**
 * The muscles' mesh with channels `muscle` (index), `body` (index of the body it runs by), `along` and `around` (0..1), `tendon` (0 flesh,
 * 1 tendon); and `runs`: for each muscle the middle of each of its lines.
 * @type {(anatomy: Anatomy) => {mesh: Mesh, runs: Vector[][][]}}
 */
export function buildMuscles(anatomy) {
  const mesh = new Mesh(['muscle', 'body', 'along', 'around', 'tendon']);
  /** @type {Vector[][][]} */
  const runs = [];
  anatomy.muscles.forEach((muscle, index) => {
    const lines = muscle.lines.map((line) => ({ ...line, run: curve(drawnPoints(anatomy, line), RINGS), near: bodiesNear(anatomy, line) }));
    runs.push(lines.map((line) => line.run));
    const drawn = fanned(anatomy, muscle.id.replace(/_(right|left)$/, ''), lines);
    for (const line of drawn) drawLine(mesh, anatomy, index, line, drawn);
  });
  return { mesh, runs };
}

/**
 * The lines of a muscle, with bands between them where it is a fan; all together as strong as the lines.
 * @type {(anatomy: Anatomy, name: string, lines: Drawn[]) => Drawn[]}
 */
function fanned(anatomy, name, lines) {
  const bands = FANS[name] ?? 0;
  if (!bands) return lines;
  const all = lines.flatMap((line, i) => (i === 0 ? [line]
    : [...Array.from({ length: bands }, (_, k) => between(anatomy, lines[i - 1], line, (k + 1) / (bands + 1))), line]));
  /** @type {(of: Drawn[]) => number} */
  const force = (of) => of.reduce((sum, line) => sum + line.force, 0);
  const share = force(lines) / force(all);
  return all.map((line) => ({ ...line, force: line.force * share }));
}

/**
 * A band between two lines, as far from the bone on which both end as they are: a fan lies on a joint, and does not cut through it.
 * @type {(anatomy: Anatomy, a: Drawn, b: Drawn, t: number) => Drawn}
 */
function between(anatomy, a, b, t) {
  const bone = anatomy.bodies[a.body[a.body.length - 1]];
  /** @type {(p: number, q: number) => number} */
  const mix = (p, q) => p + (q - p) * t;
  const run = a.run.map((p, i) => {
    const q = b.run[i], chord = [0, 1, 2].map((k) => mix(p[k], q[k])), foot = footOn(bone, chord);
    const away = mix(distance(p, footOn(bone, p)), distance(q, footOn(bone, q)));
    return add(foot, scale(unit(sub(chord, foot), [1, 0, 0]), away));
  });
  return { ...(t < 0.5 ? a : b), run, force: mix(a.force, b.force), fibre: mix(a.fibre, b.fibre) };
}

/** @type {(mesh: Mesh, anatomy: Anatomy, muscle: number, line: Drawn, siblings: Drawn[]) => void} */
function drawLine(mesh, anatomy, muscle, line, siblings) {
  const muscleOf = anatomy.muscles[muscle];
  const run = line.run, reach = pathLength(run);
  const flatness = FLAT[muscleOf.region] ?? 1.3;
  const profile = bellyProfile(line, reach, flatness >= STRAP);
  const strap = Math.sqrt(Math.max(...profile.area) / Math.PI) * flatness * 0.72;
  const neighbours = siblings.filter((other) => other !== line), apart = APART[muscleOf.region] ?? APART_ELSEWHERE;
  const along = tangents(run);
  const sideways = [], wide = [], thick = [];
  for (let i = 0; i < run.length; i++) {
    const near = neighbours.length ? nearest(run[i], along[i], neighbours) : null;
    const area = profile.area[i];
    const round = Math.sqrt(area / Math.PI);
    const out = outward(anatomy, line, run[i], i);
    let half = flatness >= STRAP ? strap : round * (1 + (flatness - 1) * profile.belly[i]);
    if (near && near.gap > 0.002 && near.gap < apart) half = clamp(near.gap * 0.56, round * 0.8, Math.max(round * 1.2, 0.02));
    if (flatness < STRAP) half *= 0.55 + 0.45 * smoothstep(0, 0.13, Math.min(i, run.length - 1 - i) / (run.length - 1));
    sideways.push(near && near.gap > 0.003 && near.gap < apart ? near.direction : crossOf(along[i], out));
    wide.push(half);
    thick.push(clamp(area / (Math.PI * half), THINNEST, THICKEST));
  }
  smooth(wide);
  smooth(thick);
  const blunt = flatness < STRAP ? 0.42 : 0.5;
  for (const end of [0, run.length - 1]) {
    const next = end === 0 ? 1 : end - 1;
    wide[end] *= blunt;
    thick[end] *= 0.42;
    wide[next] *= Math.sqrt(blunt) + (1 - Math.sqrt(blunt)) * 0.6;
    thick[next] *= 0.86;
  }
  const bodies = run.map((_, i) => bodyAt(anatomy, line, i));
  sweep(mesh, run, sideways, wide, thick, CORNERS,
    (i, around) => ({ muscle, body: bodies[i], along: i / (run.length - 1), around, tendon: profile.tendon[i] }));
}

/**
 * The bodies a line may be said to lie on: those it touches, or, where it passes from trunk to limb, any.
 * @type {(anatomy: Anatomy, line: Line) => number[]}
 */
function bodiesNear(anatomy, line) {
  const parts = new Set(line.body.map((index) => partOf(anatomy.bodies[index].id)));
  return parts.size > 1 ? anatomy.bodies.map((_, index) => index).filter((index) => parts.has(partOf(anatomy.bodies[index].id))) : [...new Set(line.body)];
}

/**
 * The points a line is drawn through. The tables give one point for an origin that spreads along a shaft: where the muscle's
 * volume does not fit the line, its belly is drawn up along that bone.
 * @type {(anatomy: Anatomy, line: Line) => Vector[]}
 */
function drawnPoints(anatomy, line) {
  const bone = anatomy.bodies[line.body[0]], p = line.points[0];
  if (!/^(femur|tibia|fibula|humerus|ulna|radius)_/.test(bone.id)) return line.points;
  const whole = distance(bone.proximal, bone.distal), foot = footOn(bone, p), from = distance(bone.proximal, foot);
  if (from < 0.15 * whole || from > 0.8 * whole) return line.points;
  const wanted = (line.force * line.fibre) / SPECIFIC_TENSION / (0.6 * FULLEST) - pathLength(line.points);
  const reach = clamp(wanted, 0, from - 0.08 * whole);
  if (reach < 0.02) return line.points;
  const up = scale(sub(bone.proximal, foot), reach / from);
  return [add(add(foot, up), scale(sub(p, foot), 0.9)), ...line.points];
}

/**
 * Of the bodies near a line, the one that ring `i` lies nearest to.
 * @type {(anatomy: Anatomy, line: Drawn, i: number) => number}
 */
function bodyAt(anatomy, line, i) {
  let best = line.body[0], least = Infinity;
  for (const index of line.near) {
    const d = distance(footOn(anatomy.bodies[index], line.run[i]), line.run[i]);
    if (d < least) {
      least = d;
      best = index;
    }
  }
  return best;
}

/** @type {(run: Vector[]) => number} */
const pathLength = (run) => run.slice(1).reduce((sum, p, i) => sum + distance(run[i], p), 0);
/** @type {(a: Vector, b: Vector) => Vector} */
const crossOf = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

/**
 * Cross sections (m2) along a line: a belly that holds the muscle's volume (force x fibre / specific tension), thin tendons beyond.
 * @type {(line: Line, reach: number, strap: boolean) => {area: number[], belly: number[], tendon: number[]}}
 */
function bellyProfile(line, reach, strap) {
  const volume = (line.force * line.fibre) / SPECIFIC_TENSION;
  // Fibres of a feathered muscle lie obliquely, so its belly is longer than they are; tendons are longer at the far end.
  const share = strap ? 0.99 : clamp(0.45 + (0.6 * line.fibre) / reach, reach < 0.06 ? 0.96 : reach < 0.12 ? 0.85 : 0.66, 0.97);
  const start = (1 - share) * 0.22, end = start + share;
  const shape = [];
  for (let i = 0; i < RINGS; i++) {
    const t = (i / (RINGS - 1) - start) / (end - start);
    shape.push(t <= 0 || t >= 1 ? 0 : Math.sin(Math.PI * t ** 0.86) ** 1.15);
  }
  const sum = shape.reduce((a, b) => a + b, 0) || 1;
  const top = Math.min((volume * RINGS) / (reach * sum), FULLEST);
  const cord = Math.max(Math.PI * THINNEST * THINNEST, Math.min(top * 0.09, 2.6e-5));
  return {
    area: shape.map((v) => cord + (top - cord) * v),
    belly: shape,
    tendon: shape.map((v, i) => 1 - smoothstep(0.02, strap ? 0.2 : 0.4, v) * (i === 0 || i === RINGS - 1 ? 0.3 : 1)),
  };
}

/**
 * The nearest place on a sibling line, measured across the line's own direction.
 * @type {(p: Vector, along: Vector, siblings: Drawn[]) => {gap: number, direction: Vector} | null}
 */
function nearest(p, along, siblings) {
  let gap = Infinity;
  /** @type {number[] | null} */
  let direction = null;
  for (const other of siblings) {
    for (const q of other.run) {
      const side = across(sub(q, p), along), d = Math.hypot(...side), off = Math.abs(dot(sub(q, p), along));
      if (d > 0.0015 && off < 0.02 && d < gap) {
        gap = d;
        direction = scale(side, 1 / d);
      }
    }
  }
  return direction ? { gap, direction } : null;
}

/**
 * Away from the middle: from the shaft a line lies on in a limb, from the column before the spine in the trunk.
 * @type {(anatomy: Anatomy, line: Line, p: Vector, ring: number) => Vector}
 */
function outward(anatomy, line, p, ring) {
  const body = anatomy.bodies[line.body[Math.round((ring / (RINGS - 1)) * (line.body.length - 1))]];
  if (partOf(body.id) !== 'trunk') return unit(sub(p, footOn(body, p)), [1, 0, 0]);
  const column = anatomy.bodies.filter((b) => b.id.includes('vertebra_') || b.id === 'sacrum' || b.id === 'skull');
  const level = column.reduce((best, b) => (Math.abs(b.proximal[1] - p[1]) < Math.abs(best.proximal[1] - p[1]) ? b : best));
  const before = level.id === 'skull' ? 0 : level.id.startsWith('cervical_') ? 0.01 : 0.045;
  return unit([p[0] - level.proximal[0] - before, 0, p[2]], [1, 0, 0]);
}

/** @type {(values: number[]) => void} */
function smooth(values) {
  for (let pass = 0; pass < 2; pass++) {
    for (let i = 1; i < values.length - 1; i++) values[i] = (values[i - 1] + 2 * values[i] + values[i + 1]) / 4;
  }
}
