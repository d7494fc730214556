// The skeleton as one mesh: every bone of the tables as a solid, ribs as curved bands, discs and cartilage between.

import { add, curve, lerp, sub, unit } from '../../main/resources/static/script/body/vector.js';
import { drum, solidOf } from './solid.js';
import { Mesh, sweep } from '../../main/resources/static/script/body/sweep.js';
import * as trunk from './bones-trunk.js';
import * as limbs from './bones-limbs.js';

/**
 * Which rule draws which body, and the grid step it needs (metres). The first match holds.
 * @type {[RegExp, BoneRule, number][]}
 */
const RULES = [
  [/^skull$/, trunk.skull, 0.00462], [/^mandible$/, trunk.mandible, 0.0033], [/^hyoid$/, trunk.hyoid, 0.0022],
  [/^thyroid_cartilage$/, trunk.thyroidCartilage, 0.00264], [/^cervical_/, trunk.vertebra, 0.00286], [/vertebra_/, trunk.vertebra, 0.00352],
  [/^sacrum$/, trunk.sacrum, 0.0044], [/^coccyx$/, trunk.coccyx, 0.0033], [/^hip_bone_/, trunk.hipBone, 0.00396], [/^sternum$/, trunk.sternum, 0.0033],
  [/^clavicle_/, limbs.clavicle, 0.0033], [/^scapula_/, limbs.scapula, 0.00286], [/^humerus_/, limbs.humerus, 0.00462], [/^ulna_/, limbs.ulna, 0.00374],
  [/^radius_/, limbs.radius, 0.00374], [/^hand_/, limbs.hand, 0.00286], [/^fingers_/, limbs.fingers, 0.00275], [/^thumb_/, limbs.thumb, 0.00286],
  [/^femur_/, limbs.femur, 0.00506], [/^patella_/, limbs.patella, 0.00396], [/^tibia_/, limbs.tibia, 0.00484], [/^fibula_/, limbs.fibula, 0.00352],
  [/^talus_/, limbs.talus, 0.00374], [/^calcaneus_/, limbs.calcaneus, 0.00396], [/^metatarsus_/, limbs.metatarsus, 0.0033], [/^toes_/, limbs.toes, 0.00286],
];

/** Bodies of soft tissue: they hold muscles in the tables and are not drawn as bones. */
const SOFT = /^(linea_alba|central_tendon|perineal_body|epicranial|facial_skin|forehead_skin)/;

/**
 * True where a body is drawn as a bone.
 * @type {(id: string) => boolean}
 */
const isBone = (id) => !SOFT.test(id);

/**
 * The skeleton: a mesh with channels `bone` (index of the body) and `soft` (0 bone, 1 cartilage).
 * @type {(anatomy: Anatomy) => Mesh}
 */
export function buildBones(anatomy) {
  const mesh = new Mesh(['bone', 'soft']);
  /** @type {Map<string, {body: Body, surface: Surface}>} */
  const drawn = new Map();
  anatomy.bodies.forEach((body, index) => {
    if (!isBone(body.id)) return;
    const rib = /^rib_(\d+)_/.exec(body.id);
    if (rib) {
      drawRib(mesh, body, index, Number(rib[1]), anatomy);
      return;
    }
    const twin = body.side === 'left' ? drawn.get(body.id.replace(/left$/, 'right')) : null;
    if (twin && mirrors(body, twin.body, anatomy)) {
      mesh.append(mirrored(twin.surface), { bone: index });
      return;
    }
    const [, rule, step] = RULES.find(([pattern]) => pattern.test(body.id)) ?? [/./, limbs.plain, 0.0044];
    const surface = solidOf(rule(body, anatomy), step).surface();
    drawn.set(body.id, { body, surface });
    mesh.append(surface, { bone: index, soft: body.id === 'thyroid_cartilage' ? 1 : 0 });
    if (body.id.includes('vertebra_') && !body.id.endsWith('cervical_vertebra_1')) drawDisc(mesh, body, index);
  });
  return mesh;
}

/**
 * True where a left bone, and all that ends on it, is the mirror image of the right one, to the rounding of the tables.
 * @type {(left: Body, right: Body, anatomy: Anatomy) => boolean}
 */
function mirrors(left, right, anatomy) {
  /** @type {(a: Vector, b: Vector) => boolean} */
  const same = (a, b) => Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] + b[2]) < 2e-4;
  const ends = [anatomy.ends(left.id), anatomy.ends(right.id)];
  return same(left.proximal, right.proximal) && same(left.distal, right.distal) && left.radius === right.radius
    && ends[0].length === ends[1].length && ends[0].every((p, i) => same(p, ends[1][i]));
}

/** @type {(surface: Surface) => Surface} */
function mirrored({ positions, normals, indices }) {
  const flip = (/** @type {number[]} */ values) => values.map((v, i) => (i % 3 === 2 ? -v : v));
  const turned = [];
  for (let t = 0; t < indices.length; t += 3) turned.push(indices[t], indices[t + 2], indices[t + 1]);
  return { positions: flip(positions), normals: flip(normals), indices: turned };
}

/** @type {(mesh: Mesh, body: Body, index: number) => void} */
function drawDisc(mesh, body, index) {
  const axis = unit(sub(body.distal, body.proximal)), half = Math.min(0.0045, Math.abs(body.distal[1] - body.proximal[1]) * 0.14);
  const at = body.proximal;
  const disc = drum(add(at, axis.map((v) => -v * half)), add(at, axis.map((v) => v * half)), body.radius * 0.96, 0.003);
  mesh.append(solidOf([{ shape: disc }], 0.0042).surface(), { bone: index, soft: 1 });
}

/**
 * A rib from its vertebra round the chest through where muscles end on it, then its cartilage to the breast bone.
 * @type {(mesh: Mesh, body: Body, index: number, number: number, anatomy: Anatomy) => void}
 */
function drawRib(mesh, body, index, number, anatomy) {
  const line = ribLine(body, anatomy);
  const flat = line.map((p) => unit([-(p[0] - body.centre[0]) * 0.1, 1, -p[2] * 0.35]));
  const wide = line.map((_, i) => body.radius * (0.85 + 0.3 * Math.min(1, i / 8)));
  sweep(mesh, line, flat, wide, wide.map((w) => w * 0.62), 8, () => ({ bone: index, soft: 0 }));
  const joint = anatomy.joint(`${number <= 7 ? 'sternocostal' : 'interchondral'}_${number}_${body.side}`);
  if (!joint || number > 10) return;
  const s = body.side === 'left' ? -1 : 1, end = line[line.length - 1];
  let goal = joint;
  if (number <= 7) goal = [joint[0] + 0.004, joint[1] + (number >= 5 ? 0.012 * (number - 4) : 0), 0.021 * s];
  else {
    const above = anatomy.bodyOf.get(`rib_${number - 1}_${body.side}`);
    if (above) goal = lerp(above.distal, [above.distal[0] + 0.02, above.distal[1] + 0.012, above.distal[2] * 0.7], 0.7);
  }
  const bend = number >= 5 ? add(lerp(end, goal, 0.35), [0.012, -0.008, 0]) : add(lerp(end, goal, 0.5), [0.004, 0, 0]);
  const gristle = curve([end, bend, goal], 8);
  sweep(mesh, gristle, gristle.map(() => [0, 1, 0]), gristle.map((_, i) => body.radius * (1.1 - 0.03 * i)), gristle.map(() => body.radius * 0.7), 8,
    () => ({ bone: index, soft: 1 }));
}

/**
 * Radius and height as smooth functions of the angle about the chest, fitted to the ends of muscles on the rib.
 * @type {(body: Body, anatomy: Anatomy) => Vector[]}
 */
function ribLine(body, anatomy) {
  const s = body.side === 'left' ? -1 : 1;
  const ends = anatomy.ends(body.id, /intercostals|levatores|iliocostalis|longissimus|serratus|external_oblique|scalenus/);
  const axis = (body.proximal[0] + body.distal[0]) / 2;
  const polar = (/** @type {Vector} */ p) => ({ a: Math.atan2(p[2] * s, axis - p[0]), r: Math.hypot(p[0] - axis, p[2]), y: p[1] });
  const from = polar(body.proximal), to = polar(body.distal);
  const points = ends.map(polar).filter((q) => q.a > from.a && q.a < to.a).map((q) => ({ ...q, w: 1 }));
  const posterior = points.filter((q) => q.a < from.a + 0.5).length;
  const bulge = { a: from.a + 0.3, r: from.r + 0.028, y: from.y - 0.006, w: posterior ? 0 : 2 };
  const data = [...points, bulge, { ...from, w: 400 }, { ...to, w: 400 }];
  const fit = (/** @type {'r' | 'y'} */ key) => polynomial(data.map((q) => [(q.a - from.a) / (to.a - from.a), q[key], q.w]), points.length > 6 ? 4 : 3);
  const r = fit('r'), y = fit('y');
  const line = [];
  for (let i = 0; i <= 30; i++) {
    const t = i / 30, a = from.a + (to.a - from.a) * t;
    line.push([axis - r(t) * Math.cos(a), y(t), r(t) * Math.sin(a) * s]);
  }
  return curve(line, 26);
}

/**
 * Weighted least squares of a polynomial of `degree` with a light ridge; returns its function.
 * @type {(data: number[][], degree: number) => (t: number) => number}
 */
function polynomial(data, degree) {
  const n = degree + 1, m = Array.from({ length: n }, (_row, i) => Array.from({ length: n + 1 }, (_, j) => (i === j && i > 1 ? 0.02 : 0)));
  for (const [t, v, w] of data) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) m[i][j] += w * t ** (i + j);
      m[i][n] += w * v * t ** i;
    }
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      if (k === i) continue;
      const f = m[k][i] / m[i][i];
      for (let j = i; j <= n; j++) m[k][j] -= f * m[i][j];
    }
  }
  const c = m.map((row, i) => row[n] / row[i]);
  return (t) => c.reduce((sum, value, i) => sum + value * t ** i, 0);
}
