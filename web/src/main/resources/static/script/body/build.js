// The body ready to draw, worked out in a worker where there is one, else here.

/** @typedef {PackedBody & {kept?: boolean}} Built `kept` where it was worked out on an earlier page */

/** @type {WeakMap<Anatomy, Promise<Built>>} */
const bodies = new WeakMap();

/**
 * The meshes of the 3D body; see tissues.js.
 * @type {(anatomy: Anatomy) => Promise<Built>}
 */
export function bodyOf(anatomy) {
  const body = bodies.get(anatomy) ?? fromWorker(anatomy).catch(() => here(anatomy));
  bodies.set(anatomy, body);
  return body;
}

/**
 * @param {Anatomy} anatomy
 * @returns {Promise<Built>}
 */
function fromWorker(anatomy) {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./build-worker.js', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }) => {
      if (data.problem) reject(new Error(data.problem));
      else resolve({ ...data.result, kept: data.kept ?? false });
    });
    worker.addEventListener('error', () => reject(new Error('the worker failed')), { once: true });
    worker.postMessage({ tables: anatomy.tables, version: anatomy.version });
  });
}

/**
 * @param {Anatomy} anatomy
 * @returns {Promise<Built>}
 */
async function here(anatomy) {
  const { packedBody } = await import('./tissues.js');
  return packedBody(anatomy);
}
