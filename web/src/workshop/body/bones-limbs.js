// Bones of the shoulder girdle and the limbs as melted shapes, by rule from ends, joints and muscle attachments.

import { add, scale, sub, lerp, mean, curve } from '../../main/resources/static/script/body/vector.js';
import { rod, ball, egg, drum, plate } from './solid.js';

/** @type {(body: Body) => 1 | -1} */
const sideOf = (body) => (body.side === 'left' ? -1 : 1);
/**
 * Rods end to end; only the first melts into what is there, so that the shaft does not swell where they meet.
 * @type {(points: Vector[], radii: number[], melt?: number) => Piece[]}
 */
const chain = (points, radii, melt = 0.004) =>
  points.slice(1).map((p, i) => ({ shape: rod(points[i], p, radii[i], radii[i + 1]), melt: i === 0 ? melt : 0.001 }));
/** @type {(points: Vector[], score: (p: Vector) => number) => Vector} */
const extreme = (points, score) => points.reduce((a, b) => (score(b) > score(a) ? b : a));

/**
 * A gentle S from breast bone to shoulder.
 * @type {BoneRule}
 */
export function clavicle(body) {
  const a = body.proximal, b = body.distal;
  const line = curve([a, add(lerp(a, b, 0.33), [0.01, 0.002, 0]), add(lerp(a, b, 0.7), [-0.006, 0.002, 0]), b], 9);
  return chain(line, line.map((_, i) => body.radius * (0.85 + 0.35 * Math.abs(i / 4 - 1))));
}

/**
 * Shoulder blade: plate, spine to the acromion, coracoid and socket.
 * @type {BoneRule}
 */
export function scapula(body, anatomy) {
  const side = body.side, s = sideOf(body);
  const shoulder = anatomy.joint(`glenohumeral_${side}`) ?? body.proximal, roof = anatomy.joint(`acromioclavicular_${side}`) ?? body.proximal;
  const ends = anatomy.ends(body.id), tip = body.distal;
  const corner = extreme(ends, (p) => p[1] - p[2] * s * 0.6);
  const edge = extreme(ends, (p) => -p[0] * 0.3 - p[2] * s - Math.abs(p[1] - lerp(corner, tip, 0.3)[1]) * 0.5);
  const beak = extreme(ends, (p) => (p[1] < roof[1] - 0.015 ? p[0] : -1));
  const socket = add(shoulder, [-0.014, 0, -0.024 * s]);
  const acromion = add(roof, [-0.004, -0.003, 0.014 * s]);
  const root = lerp(edge, lerp(corner, tip, 0.25), 0.5);
  const crest = add(lerp(root, acromion, 0.55), [-0.016, 0.002, 0]);
  const medial = curve([corner, add(lerp(corner, tip, 0.35), [-0.002, 0, -0.006 * s]), tip], 6);
  /** @type {Piece[]} */
  const list = [];
  /** @type {(shape: Shape, melt?: number) => void} */
  const put = (shape, melt = 0.004) => list.push({ shape, melt });
  for (let i = 1; i < medial.length; i++) {
    put(rod(medial[i - 1], medial[i], 0.0035));
    put(plate(medial[i - 1], medial[i], socket, 0.0024));
  }
  put(rod(tip, socket, 0.006, 0.0075));
  put(rod(corner, add(socket, [0, 0.012, 0]), 0.0032, 0.005));
  put(plate(root, crest, lerp(root, socket, 0.7), 0.0026));
  put(plate(crest, acromion, lerp(root, socket, 0.75), 0.003));
  for (const piece of chain(curve([root, crest, acromion], 6), [0.003, 0.0045, 0.0055, 0.006, 0.0075, 0.009])) list.push(piece);
  put(rod(acromion, roof, 0.0085, 0.006));
  put(egg(socket, [0.012, 0.019, 0.008]), 0.008);
  const knuckle = add(socket, [0.014, 0.026, 0.002 * s]);
  for (const piece of chain(curve([socket, knuckle, beak], 5), [0.009, 0.0075, 0.0065, 0.006, 0.0055])) list.push(piece);
  return list;
}

/**
 * A long bone: head, shaft and end knobs.
 * @type {BoneRule}
 */
export function humerus(body) {
  const s = sideOf(body), r = body.radius, top = body.proximal, low = body.distal;
  const head = add(top, [0, 0, -0.002 * s]), shoulder = add(top, [0.002, -0.004, 0.014 * s]);
  const line = [add(top, [0, -0.02, 0.008 * s]), lerp(shoulder, low, 0.2), lerp(shoulder, low, 0.5), lerp(shoulder, low, 0.85)];
  return [
    { shape: ball(head, 0.0225) }, { shape: ball(shoulder, 0.016), melt: 0.008 },
    { shape: ball(add(shoulder, [0.012, -0.004, -0.01 * s]), 0.009), melt: 0.006 },
    ...chain(line, [0.016, r * 0.85, r * 0.78, r * 0.82], 0.012),
    { shape: plate(lerp(shoulder, low, 0.82), add(low, [0, 0.012, 0.024 * s]), add(low, [0, 0.01, -0.028 * s]), 0.0065), melt: 0.012 },
    { shape: rod(add(low, [0, 0, 0.02 * s]), add(low, [0, 0, -0.016 * s]), 0.0105, 0.0115), melt: 0.006 },
    { shape: ball(add(low, [-0.004, 0.008, -0.029 * s]), 0.007), melt: 0.008 },
  ];
}

/**
 * Elbow end with its hook, tapering to the wrist.
 * @type {BoneRule}
 */
export function ulna(body) {
  const s = sideOf(body), a = body.proximal, b = body.distal;
  const hook = add(a, [-0.014, 0.016, 0]);
  const line = curve([add(a, [-0.012, -0.004, 0]), add(lerp(a, b, 0.25), [-0.008, 0, 0.001 * s]), add(lerp(a, b, 0.6), [-0.003, 0, 0]), b], 6);
  return [
    { shape: rod(hook, add(a, [-0.013, -0.006, 0]), 0.0105, 0.0105) }, { shape: ball(add(a, [0.004, -0.014, 0]), 0.008), melt: 0.008 },
    ...chain(line, [0.0105, 0.0085, 0.0075, 0.0066, 0.006, 0.0065], 0.006), { shape: ball(b, 0.0085), melt: 0.004 },
  ];
}

/**
 * Round head at the elbow, broad end at the wrist.
 * @type {BoneRule}
 */
export function radius(body) {
  const s = sideOf(body), a = body.proximal, b = body.distal;
  const line = curve([add(a, [0, -0.012, 0]), add(lerp(a, b, 0.35), [0.006, 0, 0.002 * s]), add(lerp(a, b, 0.7), [0.007, 0, 0]), b], 6);
  return [
    { shape: drum(add(a, [0, 0.005, 0]), add(a, [0, -0.005, 0]), 0.0112, 0.003) },
    ...chain(line, [0.0068, 0.0072, 0.0072, 0.0074, 0.009, 0.0115], 0.006),
    { shape: egg(add(b, [-0.003, 0.002, 0]), [0.0165, 0.011, 0.0115]), melt: 0.006 },
  ];
}

/**
 * Carpals and the four metacarpals, fanned across the palm (which faces the thigh).
 * @type {BoneRule}
 */
export function hand(body) {
  const wrist = body.proximal, end = body.distal;
  /** @type {Piece[]} */
  const shapes = [];
  for (const [x, y] of [[0.014, -0.008], [0.002, -0.006], [-0.012, -0.008], [0.018, -0.022], [0.006, -0.021], [-0.006, -0.021], [-0.018, -0.021]]) {
    shapes.push({ shape: egg(add(wrist, [x, y, 0]), [0.0088, 0.0082, 0.009]), melt: 0.002 });
  }
  rays(4, (t, n) => {
    const from = add(wrist, [0.021 - 0.044 * t, -0.031 - 0.002 * n, 0]), to = knuckle(end, t);
    shapes.push(...chain([from, lerp(from, to, 0.5), to], [0.0068, 0.0047, 0.0068], 0.003));
  });
  return shapes;
}

/**
 * Three bones in each of fingers 2 to 5.
 * @type {BoneRule}
 */
export function fingers(body) {
  /** @type {Piece[]} */
  const shapes = [];
  const longest = sub(body.distal, body.proximal);
  rays(4, (t, n) => {
    const from = add(knuckle(body.proximal, t), [0, -0.009, 0]);
    const reach = scale(longest, [0.92, 1.02, 0.95, 0.74][n]);
    const end = add(add(from, reach), [0.012 - 0.026 * t, 0, -Math.sign(body.proximal[2]) * 0.012]);
    const joints = [0, 0.46, 0.77, 1].map((u) => add(lerp(from, end, u), [0, 0, Math.sign(body.proximal[2]) * 0.008 * Math.sin(Math.PI * u)]));
    for (let i = 0; i < 3; i++) {
      const a = lerp(joints[i], joints[i + 1], 0.05), b = lerp(joints[i], joints[i + 1], 0.93), r = 0.0062 - i * 0.0008;
      shapes.push(...chain([a, lerp(a, b, 0.55), b], [r, r * 0.72, r * 0.88], 0.002));
    }
  });
  return shapes;
}

/** @type {(count: number, draw: (share: number, ray: number) => void) => void} */
const rays = (count, draw) => Array.from({ length: count }).forEach((_, n) => draw(n / (count - 1), n));
/** @type {(row: Vector, t: number) => Vector} */
const knuckle = (row, t) => add(row, [0.031 - 0.06 * t, 0.003 - 0.014 * (t - 0.33) ** 2 / 0.44, 0]);

/**
 * First metacarpal and two phalanges.
 * @type {BoneRule}
 */
export function thumb(body) {
  const a = body.proximal, b = body.distal;
  const joints = [a, lerp(a, b, 0.45), lerp(a, b, 0.76), b];
  return joints.slice(1).flatMap((to, i) => {
    const from = lerp(joints[i], to, 0.06), end = lerp(joints[i], to, 0.93), r = 0.0076 - i * 0.0009;
    return chain([from, lerp(from, end, 0.5), end], [r, r * 0.72, r * 0.9], 0.002);
  });
}

/**
 * Thigh bone: ball in the hip's socket, neck, trochanter (where the gluteals end), bowed shaft, condyles.
 * @type {BoneRule}
 */
export function femur(body, anatomy) {
  const s = sideOf(body), head = body.proximal, knee = body.distal, r = body.radius;
  const gluteal = anatomy.ends(body.id, /gluteus_(medius|minimus)|piriformis/);
  const trochanter = gluteal.length ? add(mean(gluteal), [0, 0, -0.007 * s]) : add(head, [-0.015, -0.008, 0.05 * s]);
  const top = add(trochanter, [0.006, -0.03, -0.006 * s]);
  const shaft = curve([top, add(lerp(top, knee, 0.35), [0.012, 0, 0.004 * s]), add(lerp(top, knee, 0.7), [0.012, 0, 0.002 * s]), add(knee, [0.004, 0.03, 0])], 8);
  const condyle = (/** @type {number} */ z) => [{ shape: egg(add(knee, [-0.004, 0.004, z * s]), [0.029, 0.021, 0.0145]), melt: 0.008 }];
  return [
    { shape: ball(head, 0.0235) }, { shape: rod(head, top, 0.0145, 0.016), melt: 0.008 },
    { shape: rod(add(trochanter, [-0.002, 0.004, 0]), top, 0.0125, 0.0155), melt: 0.01 },
    { shape: ball(add(top, [-0.011, -0.034, -0.011 * s]), 0.009), melt: 0.012 },
    ...chain(shaft, [0.0165, r * 0.92, r * 0.86, r * 0.84, r * 0.85, r * 0.9, r * 1.02, r * 1.3], 0.012),
    ...condyle(0.0215), ...condyle(-0.0215),
    { shape: rod(add(knee, [0.016, 0.022, 0.012 * s]), add(knee, [0.016, 0.022, -0.012 * s]), 0.0135), melt: 0.012 },
    { carve: rod(add(knee, [-0.03, -0.002, 0]), add(knee, [-0.004, -0.022, 0]), 0.0075) },
  ];
}

/**
 * Knee cap.
 * @type {BoneRule}
 */
export function patella(body) {
  const middle = lerp(body.proximal, body.distal, 0.45);
  return [{ shape: egg(middle, [0.0095, 0.0215, 0.0205]) }, { shape: rod(middle, add(body.distal, [0, 0.002, 0]), 0.009, 0.005), melt: 0.008 }];
}

/**
 * Shin bone: plateau, three-edged shaft, inner ankle.
 * @type {BoneRule}
 */
export function tibia(body, anatomy) {
  const s = sideOf(body), top = body.proximal, low = body.distal;
  const tuber = anatomy.joint(`patellar_ligament_${body.side}`) ?? add(top, [0.04, -0.03, 0]);
  const bump = [tuber[0] - 0.008, tuber[1] - 0.012, tuber[2]];
  const plateau = (/** @type {number} */ z) => ({ shape: egg(add(top, [-0.006, -0.012, z * s]), [0.026, 0.0135, 0.0195]), melt: 0.008 });
  const line = curve([add(top, [0, -0.024, 0]), add(lerp(top, low, 0.25), [0.01, 0, -0.002 * s]), add(lerp(top, low, 0.65), [0.006, 0, 0]), add(low, [0, 0.018, 0])], 7);
  const crest = line.map((p, i) => add(p, [0.0085 - i * 0.0008, 0, 0.002 * s]));
  return [
    plateau(0.018), plateau(-0.019), ...chain(line, [0.025, 0.0165, 0.0128, 0.0115, 0.0108, 0.0118, 0.0165], 0.012),
    ...chain([bump, ...crest.slice(1)], [0.01, 0.0075, 0.007, 0.0062, 0.0058, 0.0065, 0.009], 0.006),
    { shape: egg(add(low, [0, 0.008, 0]), [0.0205, 0.0125, 0.02]), melt: 0.01 },
    { shape: rod(add(low, [0.002, 0.014, -0.02 * s]), add(low, [0.002, -0.008, -0.021 * s]), 0.0095, 0.0065), melt: 0.006 },
  ];
}

/**
 * Slim bone beside the shin, down to the outer ankle.
 * @type {BoneRule}
 */
export function fibula(body) {
  const line = curve([body.proximal, add(lerp(body.proximal, body.distal, 0.5), [-0.003, 0, 0]), body.distal], 6);
  return [{ shape: ball(add(body.proximal, [0, -0.006, 0]), 0.0115) }, ...chain(line, [0.0095, 0.0058, 0.0055, 0.0054, 0.0062, 0.0095], 0.006),
    { shape: rod(body.distal, add(body.distal, [0.004, -0.014, 0]), 0.0095, 0.0065), melt: 0.006 }];
}

/**
 * Ankle bone: dome and a head towards the midfoot.
 * @type {BoneRule}
 */
export function talus(body) {
  return [{ shape: egg(add(body.proximal, [0.002, -0.002, 0]), [0.021, 0.0125, 0.017]) },
    { shape: rod(body.proximal, add(body.distal, [0, 0.001, 0]), 0.0125, 0.0125), melt: 0.006 }];
}

/**
 * Heel bone.
 * @type {BoneRule}
 */
export function calcaneus(body) {
  const s = sideOf(body), heel = add(body.proximal, [0, 0.006, 0]), front = add(body.distal, [-0.004, -0.003, 0.012 * s]);
  return [{ shape: egg(heel, [0.019, 0.024, 0.0175], 0.2) }, { shape: rod(heel, front, 0.0175, 0.013), melt: 0.01 },
    { shape: rod(lerp(heel, front, 0.6), add(lerp(heel, front, 0.62), [0, 0.008, -0.018 * s]), 0.009, 0.007), melt: 0.006 }];
}

/** @type {(row: Vector, t: number, s: number) => Vector} */
const toeRow = (row, t, s) => add(row, [0.02 - 0.036 * t ** 1.4, 0.004 - 0.003 * t, (-0.033 + 0.066 * t) * s]);

/**
 * Midfoot blocks and five metatarsals under the arch.
 * @type {BoneRule}
 */
export function metatarsus(body, anatomy) {
  const s = sideOf(body);
  const inner = anatomy.joint(`talonavicular_${body.side}`) ?? body.proximal, outer = anatomy.joint(`calcaneocuboid_${body.side}`) ?? body.proximal;
  /** @type {Piece[]} */
  const shapes = [{ shape: egg(add(inner, [0.008, -0.002, -0.002 * s]), [0.0095, 0.014, 0.017]) }, { shape: egg(add(outer, [0.014, -0.004, -0.003 * s]), [0.0165, 0.0115, 0.012]), melt: 0.004 }];
  for (let n = 0; n < 5; n++) {
    const t = n / 4, base = add(lerp(inner, outer, 0.1 + 0.85 * t), [0.034 - 0.01 * t, -0.006 + 0.001 * n, -0.006 * s + 0.004 * s * t]);
    const end = toeRow(body.distal, t, s), r = n === 0 ? 1.45 : 1;
    shapes.push({ shape: egg(add(base, [-0.01, 0.001, 0]), [0.012, 0.009, 0.0078]), melt: 0.003 });
    shapes.push(...chain([base, add(lerp(base, end, 0.5), [0, 0.003, 0]), end], [0.007 * r, 0.0047 * r, 0.0066 * r], 0.003));
  }
  return shapes;
}

/**
 * Five toes, the first of two bones, the others of three drawn as two.
 * @type {BoneRule}
 */
export function toes(body) {
  const s = sideOf(body);
  /** @type {Piece[]} */
  const shapes = [];
  const reach = body.distal[0] - body.proximal[0];
  for (let n = 0; n < 5; n++) {
    const t = n / 4, from = add(toeRow(body.proximal, t, s), [0.01, 0, 0]);
    const end = add(from, [reach * [0.78, 0.74, 0.66, 0.56, 0.46][n], -0.005, (n === 0 ? 0.004 : -0.002 * n) * s]);
    const middle = add(lerp(from, end, 0.52), [0, 0.003, 0]), r = n === 0 ? 0.0085 : 0.0055;
    shapes.push(...chain([from, lerp(from, middle, 0.5), lerp(from, middle, 0.92)], [r, r * 0.72, r * 0.85], 0.002));
    shapes.push(...chain([lerp(middle, end, 0.08), end], [r * 0.85, r * 0.7], 0.002));
  }
  return shapes;
}

/**
 * Any other body, as a slim rod between its ends.
 * @type {BoneRule}
 */
export function plain(body) {
  return [{ shape: rod(body.proximal, body.distal, Math.min(body.radius, 0.01)) }];
}
