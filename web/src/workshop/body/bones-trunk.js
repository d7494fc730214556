// Bones of the head and trunk as melted shapes, each by rule from its ends, joints and muscle attachments.

import { add, scale, sub, lerp, mean, unit, curve, length } from '../../main/resources/static/script/body/vector.js';
import { rod, ball, egg, drum, plate } from './solid.js';

/** @type {(p: Vector) => Vector} */
const mirror = (p) => [p[0], p[1], -p[2]];
/** The right side as it is, and the left as its mirror image. */
const SIDES = [(/** @type {Vector} */ p) => p, mirror];
/** @type {(make: (side: (p: Vector) => Vector) => Piece) => Piece[]} */
const both = (make) => SIDES.map(make);

/**
 * Cranium, brow, cheek bones, upper jaw and teeth, hollowed at the eyes and the nose.
 * @type {BoneRule}
 */
export function skull(body, anatomy) {
  const ends = anatomy.ends('skull');
  const front = Math.max(...ends.map((p) => p[0])), back = Math.min(...ends.map((p) => p[0]));
  const base = body.proximal, top = body.distal[1], half = body.radius;
  const middle = [(front + back) / 2 - 0.004, base[1] + (top - base[1]) * 0.53, 0];
  const reach = (front - back) / 2;
  const neck = anatomy.ends('skull', /sternocleidomastoid/);
  const mastoid = neck.length ? mean(neck.map((p) => [p[0], p[1], Math.abs(p[2])])) : [front - 0.11, base[1] + 0.01, 0.06];
  /** @type {(x: number, y: number, z: number) => Vector} */
  const at = (x, y, z) => [front + x, base[1] + y, z];
  return [
    { shape: egg(middle, [reach, (top - base[1]) * 0.49, half], -0.12) },
    { shape: egg(add(middle, [-reach * 0.34, -0.018, 0]), [reach * 0.64, 0.052, half * 0.93], 0.1), melt: 0.02 },
    { shape: egg(at(-0.034, 0.042, 0), [0.034, 0.034, 0.05]), melt: 0.014 },
    { shape: egg(at(-0.026, 0.006, 0), [0.023, 0.028, 0.027]), melt: 0.014 },
    { shape: egg(at(-0.022, -0.012, 0), [0.019, 0.009, 0.022]), melt: 0.01 },
    { shape: rod(at(-0.004, 0.034, 0), at(0.012, 0.014, 0), 0.0048, 0.0036), melt: 0.007 },
    ...both((m) => ({ shape: rod(at(-0.006, 0.052, 0.006), m(at(-0.02, 0.054, 0.043)), 0.007, 0.006), melt: 0.008 })),
    ...both((m) => ({ shape: rod(m(at(-0.022, 0.024, 0.04)), m(at(-0.036, 0.02, 0.056)), 0.009, 0.006), melt: 0.008 })),
    ...both((m) => ({ shape: rod(m(at(-0.036, 0.02, 0.057)), m(at(-0.084, 0.02, 0.064)), 0.0045), melt: 0.006 })),
    ...both((m) => ({ shape: rod(m(at(-0.02, 0.05, 0.046)), m(at(-0.03, 0.024, 0.05)), 0.005), melt: 0.006 })),
    ...both((m) => ({ shape: rod(m(add(mastoid, [0.004, 0.014, -0.006])), m(add(mastoid, [0.012, -0.016, -0.004])), 0.012, 0.007), melt: 0.01 })),
    ...both((m) => ({ carve: egg(m(at(-0.006, 0.0385, 0.0265)), [0.034, 0.016, 0.018], 0.1) })),
    { carve: egg(at(0.002, 0.008, 0), [0.017, 0.0135, 0.0095]) },
    ...[-0.015, -0.009, -0.003, 0.003, 0.009, 0.015].map((z) => ({ carve: rod(at(0.004 - z * z * 26, -0.008, z), at(0.004 - z * z * 26, -0.03, z), 0.0011) })),
  ];
}

/**
 * The lower jaw: a bow from angle to angle, two branches up to the joint.
 * @type {BoneRule}
 */
export function mandible(body, anatomy) {
  const chin = body.distal, ends = anatomy.ends('mandible', /masseter|pterygoid/);
  const low = Math.min(...ends.map((p) => p[1]));
  const angle = [Math.min(...ends.filter((p) => p[1] < low + 0.01).map((p) => p[0])), low, 0.046];
  const head = [body.proximal[0], body.proximal[1], 0.05];
  const bow = [angle, lerp(angle, [chin[0] - 0.014, chin[1] + 0.004, 0.021], 0.6),
    [chin[0] - 0.012, chin[1] + 0.006, 0.02], [chin[0] - 0.004, chin[1] + 0.006, 0]];
  /** @type {Piece[]} */
  const shapes = [{ shape: rod([chin[0] - 0.006, chin[1] + 0.003, 0.008], [chin[0] - 0.006, chin[1] + 0.003, -0.008], 0.009), melt: 0.006 }];
  for (const m of SIDES) {
    const points = curve(bow, 7).map(m);
    for (let i = 1; i < points.length; i++) {
      shapes.push({ shape: rod(points[i - 1], points[i], 0.0085, 0.0085), melt: 0.008 });
      shapes.push({ shape: plate(points[i - 1], points[i], add(points[i], [0.002, 0.021, 0]), 0.006), melt: 0.006 });
      shapes.push({ shape: plate(points[i - 1], add(points[i - 1], [0.002, 0.021, 0]), add(points[i], [0.002, 0.021, 0]), 0.006), melt: 0.006 });
    }
    shapes.push({ shape: plate(m(angle), m(add(angle, [0.026, 0.012, -0.002])), m(head), 0.005), melt: 0.006 });
    shapes.push({ shape: plate(m(add(angle, [0.026, 0.012, -0.002])), m(head), m([head[0] + 0.026, head[1] - 0.004, 0.047]), 0.004), melt: 0.006 });
    shapes.push({ shape: ball(m(head), 0.007), melt: 0.006 });
  }
  return shapes;
}

/**
 * A vertebra: its body between the two discs, the arch, and processes out to where muscles end.
 * @type {BoneRule}
 */
export function vertebra(body, anatomy) {
  const low = body.proximal, high = body.distal, r = body.radius, axis = unit(sub(high, low));
  const tall = length(sub(high, low));
  const neck = body.id.startsWith('cervical'), thorax = body.id.startsWith('thoracic');
  const middle = lerp(low, high, 0.5);
  const back = unit([-axis[1], axis[0], 0]);
  /** @type {(b: number, u: number, z: number) => Vector} */
  const place = (b, u, z) => [middle[0] + back[0] * b + axis[0] * u, middle[1] + back[1] * b + axis[1] * u, z];
  const drop = thorax ? -0.75 : neck ? -0.25 : -0.2;
  const spine = spinousTip(body, anatomy, place(r * (neck ? 2.6 : 2.75), r * drop, 0), middle);
  const side = place(r * (neck ? 0.7 : 1.25), 0, r * (neck ? 1.75 : thorax ? 1.75 : 2.1));
  const arch = place(r * (neck ? 1.5 : 1.55), 0, 0);
  const cut = tall * 0.11;
  /** @type {Piece[]} */
  const shapes = [{ shape: drum(add(low, scale(axis, cut)), sub(high, scale(axis, cut)), r, 0.004) }];
  if (!neck) shapes.push({ shape: drum(lerp(low, high, 0.3), lerp(low, high, 0.7), r * 0.9, 0.004), melt: 0.004 });
  shapes.push({ shape: rod(arch, spine, r * 0.26, r * 0.17), melt: 0.005 });
  shapes.push({ shape: plate(arch, spine, lerp(arch, add(spine, scale(axis, -r * 0.35)), 0.8), r * 0.1), melt: 0.005 });
  for (const m of SIDES) {
    const pillar = m(place(r * 1.05, 0, r * 0.72));
    shapes.push({ shape: rod(m(place(r * 0.5, r * 0.15, r * 0.62)), pillar, r * 0.26), melt: 0.005 });
    shapes.push({ shape: rod(pillar, arch, r * 0.24), melt: 0.005 });
    shapes.push({ shape: rod(pillar, m(side), r * 0.25, r * 0.17), melt: 0.005 });
    shapes.push({ shape: rod(m(place(r * 1.1, tall * 0.38, r * 0.7)), m(place(r * 1.15, -tall * 0.42, r * 0.62)), r * 0.2), melt: 0.004 });
  }
  return shapes;
}

/** @type {(body: Body, anatomy: Anatomy, usual: Vector, middle: Vector) => Vector} */
function spinousTip(body, anatomy, usual, middle) {
  const tips = anatomy.ends(body.id).filter((p) => Math.abs(p[2]) < 0.0125 && p[0] < middle[0] - body.radius * 1.5);
  return tips.length ? lerp(usual, [mean(tips)[0], mean(tips)[1], 0], 0.6) : usual;
}

/**
 * A wedge between the two hip bones, with its row of spines.
 * @type {BoneRule}
 */
export function sacrum(body, anatomy) {
  const top = body.proximal, tip = body.distal, joint = anatomy.joint('sacroiliac_right') ?? add(top, [0, -0.03, 0.04]);
  const wide = Math.abs(joint[2]);
  const behind = anatomy.ends('sacrum', /multifidus|longissimus/).filter((p) => p[1] < top[1] - 0.02);
  const usual = add(lerp(top, tip, 0.55), [-0.022, 0, 0]);
  const bend = behind.length ? [usual[0] * 0.62 + mean(behind)[0] * 0.38, usual[1], 0] : usual;
  const promontory = add(top, [-0.006, -0.008, 0]);
  /** @type {Piece[]} */
  const shapes = [{ shape: drum(add(promontory, [0.002, 0.004, 0]), add(promontory, [-0.008, -0.014, 0]), 0.024, 0.006) }];
  for (const m of SIDES) {
    const wing = m([joint[0] + 0.012, joint[1] + 0.022, wide - 0.002]), low = m([joint[0] - 0.012, joint[1] - 0.024, wide * 0.72]);
    shapes.push({ shape: plate(promontory, wing, bend, 0.012), melt: 0.014 });
    shapes.push({ shape: plate(wing, low, bend, 0.011), melt: 0.014 });
    shapes.push({ shape: plate(low, bend, tip, 0.008), melt: 0.012 });
  }
  for (const t of [0.12, 0.34, 0.56, 0.76]) {
    const at = t < 0.55 ? lerp(promontory, bend, t / 0.55) : lerp(bend, tip, (t - 0.55) / 0.45);
    shapes.push({ shape: ball(add(at, [-0.017 + t * 0.006, 0, 0]), 0.007 - t * 0.003), melt: 0.01 });
  }
  return shapes;
}

/**
 * Small curved tail.
 * @type {BoneRule}
 */
export function coccyx(body) {
  const bend = add(lerp(body.proximal, body.distal, 0.5), [-0.003, 0, 0]);
  return [{ shape: rod(body.proximal, bend, 0.0085, 0.006) }, { shape: rod(bend, body.distal, 0.006, 0.0035), melt: 0.004 }];
}

/**
 * One half of the pelvis: the fan of the ilium, the socket, and the ring of pubis and ischium.
 * @type {BoneRule}
 */
export function hipBone(body, anatomy) {
  const s = body.side === 'left' ? -1 : 1;
  const ends = anatomy.ends(body.id).map((p) => [p[0], p[1], p[2] * s]);
  const socket = (anatomy.joint(`hip_${body.side}`) ?? body.distal).map((v, c) => (c === 2 ? v * s : v));
  const pubis = [...(anatomy.joint('pubic_symphysis') ?? [socket[0] + 0.03, socket[1], 0])];
  const sacral = (anatomy.joint(`sacroiliac_${body.side}`) ?? body.proximal).map((v, c) => (c === 2 ? v * s : v));
  const high = ends.filter((p) => p[1] > socket[1] + 0.04);
  const foremost = high.reduce((a, b) => (b[0] > a[0] ? b : a), high[0] ?? body.proximal);
  const crest = mean(high.filter((p) => p[1] > Math.max(...high.map((q) => q[1])) - 0.012));
  const seat = mean(ends.filter((p) => p[1] < Math.min(...ends.map((q) => q[1])) + 0.02));
  const fore = [foremost[0], foremost[1] + 0.012, foremost[2] + 0.006];
  const rim = curve([add(sacral, [-0.042, 0.004, 0.004]), add(sacral, [-0.018, 0.032, 0.018]), crest,
    [lerp(crest, fore, 0.6)[0], lerp(crest, fore, 0.45)[1], lerp(crest, fore, 0.6)[2] + 0.012], fore], 9);
  const lip = add(socket, [-0.01, 0.026, 0.004]), ramus = [pubis[0] - 0.004, pubis[1] - 0.022, 0.01];
  const notch = [sacral[0] - 0.004, sacral[1] - 0.046, sacral[2] + 0.008];
  /** @type {Piece[]} */
  const list = [];
  /** @type {(shape: Shape, melt?: number) => void} */
  const put = (shape, melt = 0.006) => list.push({ shape, melt });
  /** @type {(p: Vector) => Vector} */
  const fix = (p) => [p[0], p[1], p[2] * s];
  for (let i = 1; i < rim.length; i++) {
    put(rod(fix(rim[i - 1]), fix(rim[i]), 0.0065));
    put(plate(fix(rim[i - 1]), fix(rim[i]), fix(lerp(lip, notch, Math.max(0, 1 - i / 5))), 0.0042));
  }
  put(plate(fix(rim[0]), fix(notch), fix(lerp(lip, notch, 0.8)), 0.005));
  put(rod(fix(notch), fix(lip), 0.009, 0.013));
  put(rod(fix(fore), fix(add(socket, [0.022, 0.03, -0.004])), 0.006, 0.009));
  put(rod(fix(add(socket, [0.022, 0.03, -0.004])), fix(lip), 0.009, 0.012));
  put(ball(fix(add(socket, [-0.002, 0.001, -0.006])), 0.032), 0.01);
  put(rod(fix(add(socket, [0.016, -0.002, -0.014])), fix([pubis[0] - 0.004, pubis[1], 0.012]), 0.011, 0.01), 0.008);
  put(rod(fix(add(socket, [-0.02, -0.012, -0.01])), fix(seat), 0.013, 0.014), 0.008);
  put(rod(fix(seat), fix(ramus), 0.011, 0.007), 0.008);
  put(rod(fix([pubis[0] - 0.004, pubis[1], 0.011]), fix(ramus), 0.0095, 0.007), 0.006);
  list.push({ carve: ball(fix(add(socket, [0.001, -0.002, 0.004])), 0.0262), melt: 0.008 });
  return list;
}

/**
 * Breast bone: handle, body and tip as a narrow shield.
 * @type {BoneRule}
 */
export function sternum(body) {
  const top = body.proximal, tip = body.distal;
  /** @type {(t: number, z: number) => Vector} */
  const at = (t, z) => [lerp(top, tip, t)[0] + 0.006 * Math.sin(Math.PI * t), lerp(top, tip, t)[1], z];
  /** @type {Piece[]} */
  const shapes = [];
  /** @type {(t0: number, w0: number, t1: number, w1: number) => void} */
  const board = (t0, w0, t1, w1) => {
    shapes.push({ shape: plate(at(t0, w0), at(t0, -w0), at(t1, w1), 0.0068), melt: 0.004 });
    shapes.push({ shape: plate(at(t0, -w0), at(t1, w1), at(t1, -w1), 0.0068), melt: 0.004 });
  };
  board(0.02, 0.026, 0.25, 0.014);
  board(0.28, 0.013, 0.62, 0.02);
  board(0.62, 0.02, 0.82, 0.012);
  shapes.push({ shape: rod(at(0.83, 0), at(1, 0), 0.006, 0.003), melt: 0.006 });
  return shapes;
}

/**
 * The tongue bone, a small bow.
 * @type {BoneRule}
 */
export function hyoid(body) {
  const front = body.distal;
  return [1, -1].flatMap((s) => [
    { shape: rod([front[0], front[1], 0], [front[0] - 0.006, front[1], 0.011 * s], 0.005, 0.0035) },
    { shape: rod([front[0] - 0.006, front[1], 0.011 * s], [body.proximal[0] - 0.004, body.proximal[1] + 0.004, 0.019 * s], 0.0035, 0.0025), melt: 0.003 },
  ]);
}

/**
 * The shield of the larynx.
 * @type {BoneRule}
 */
export function thyroidCartilage(body) {
  const top = body.proximal, low = body.distal, peak = [top[0] + 0.012, top[1] - 0.006, 0];
  return [1, -1].map((s) => ({
    shape: plate(peak, [top[0] - 0.022, top[1] - 0.002, 0.019 * s], [low[0] - 0.012, low[1] + 0.004, 0.015 * s], 0.003), melt: 0.004 }))
    .concat([1, -1].map((s) => ({ shape: plate(peak, [low[0] + 0.004, low[1] + 0.004, 0], [low[0] - 0.012, low[1] + 0.004, 0.015 * s], 0.003), melt: 0.004 })));
}
