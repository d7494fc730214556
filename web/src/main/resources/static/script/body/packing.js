// The body's meshes as bytes and back: whole numbers of a step, each less the one before, low bytes first; small once compressed.

/**
 * @typedef {object} Packed one row of numbers
 * @property {string} name
 * @property {'int8' | 'uint8' | 'int16' | 'uint16' | 'uint32'} kind
 * @property {number} step what a whole number stands for
 * @property {number} every numbers that belong together: each is written less the one so many before
 * @property {number} count
 */

const KINDS = { int8: Int8Array, uint8: Uint8Array, int16: Int16Array, uint16: Uint16Array, uint32: Uint32Array };
/** A sixteenth of a millimetre, metres. */
const PLACE = 1 / 16_000;
/** How each channel is written: kind, step, and how many belong to one vertex. @type {Record<string, [Packed['kind'], number, number]>} */
const CHANNELS = {
  soft: ['uint8', 1 / 255, 1], deep: ['uint8', 1 / 255, 1], muscle: ['uint16', 1, 1], around: ['uint8', 1 / 8, 1], tendon: ['uint8', 1 / 255, 1],
  regions: ['uint8', 1, 4], weights: ['uint8', 1 / 255, 4],
};
/** What is kept of each mesh. */
const MESHES = { bones: ['soft', 'deep'], muscles: ['muscle', 'around', 'tendon', 'deep'], skin: ['regions', 'weights'] };

/**
 * The meshes as bytes.
 * @param {PackedBody} body
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function pack(body) {
  /** @type {Packed[]} */
  const rows = [];
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {(name: string, values: ArrayLike<number>, kind: Packed['kind'], step?: number, every?: number) => void} */
  const put = (name, values, kind, step = 1, every = 1) => {
    const whole = new KINDS[kind](values.length), { BYTES_PER_ELEMENT: size } = whole;
    for (let i = 0; i < values.length; i++) whole[i] = Math.round(values[i] / step);
    for (let i = values.length - 1; i >= every; i--) whole[i] -= whole[i - every];
    const bytes = new Uint8Array(whole.buffer), planes = new Uint8Array(bytes.length);
    for (let i = 0; i < bytes.length; i++) planes[(i % size) * values.length + Math.floor(i / size)] = bytes[i];
    rows.push({ name, kind, step, every, count: values.length });
    parts.push(planes);
  };
  for (const [name, channels] of Object.entries(MESHES)) {
    const mesh = body[/** @type {'bones' | 'muscles' | 'skin'} */ (name)];
    put(`${name} positions`, mesh.positions, 'int16', PLACE, 3);
    put(`${name} normals`, mesh.normals, 'int8', 1 / 127, 3);
    put(`${name} indices`, mesh.indices, 'uint32');
    for (const channel of channels) put(`${name} ${channel}`, mesh.channels[channel], ...CHANNELS[channel]);
  }
  put('lines', body.runs.map((lines) => lines.length), 'uint8');
  put('lengths', body.runs.flat().map((line) => line.length), 'uint8');
  put('runs', body.runs.flat(3), 'int16', PLACE, 3);
  const head = new TextEncoder().encode(JSON.stringify(rows));
  const out = new Uint8Array(4 + head.length + parts.reduce((sum, { length }) => sum + length, 0));
  new DataView(out.buffer).setUint32(0, head.length, true);
  let at = 4;
  for (const part of [head, ...parts]) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/**
 * The meshes of `pack`, to half a step.
 * @param {Uint8Array<ArrayBuffer>} bytes
 * @returns {PackedBody}
 */
export function unpack(bytes) {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  /** @type {Packed[]} */
  const rows = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  /** @type {Map<string, Float32Array | Uint32Array>} */
  const found = new Map();
  let at = 4 + length;
  for (const { name, kind, step, every, count } of rows) {
    const size = KINDS[kind].BYTES_PER_ELEMENT, shift = 32 - 8 * size, signed = kind.startsWith('i'), whole = new Int32Array(count);
    for (let plane = 0; plane < size; plane++) for (let i = 0; i < count; i++) whole[i] |= bytes[at++] << (8 * plane);
    for (let i = 0; i < count; i++) {
      const sum = (i < every ? whole[i] : whole[i] + whole[i - every]) << shift;
      whole[i] = signed ? sum >> shift : sum >>> shift;
    }
    found.set(name, kind === 'uint32' ? new Uint32Array(whole.buffer) : times(whole, step));
  }
  /** @param {string} name */
  const numbers = (name) => /** @type {Float32Array<ArrayBuffer>} */ (found.get(name));
  /** @type {(name: 'bones' | 'muscles' | 'skin') => PackedMesh} */
  const mesh = (name) => ({
    positions: numbers(`${name} positions`), normals: numbers(`${name} normals`), indices: /** @type {Uint32Array<ArrayBuffer>} */ (found.get(`${name} indices`)),
    channels: Object.fromEntries(MESHES[name].map((channel) => [channel, numbers(`${name} ${channel}`)])),
  });
  const lengths = numbers('lengths'), points = numbers('runs');
  let line = 0, point = 0;
  const next = () => /** @type {Vector} */ ([points[point++], points[point++], points[point++]]);
  const runs = Array.from(numbers('lines'), (lines) => Array.from({ length: lines }, () => Array.from({ length: lengths[line++] }, next)));
  return { bones: mesh('bones'), muscles: mesh('muscles'), skin: mesh('skin'), runs };
}

/** @type {(whole: Int32Array, step: number) => Float32Array} */
function times(whole, step) {
  const out = new Float32Array(whole.length);
  for (let i = 0; i < whole.length; i++) out[i] = whole[i] * step;
  return out;
}
