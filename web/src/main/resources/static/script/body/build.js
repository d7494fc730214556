// The body ready to draw, worked out in a worker where there is one, else here.

/** @typedef {import('./anatomy.js').Anatomy} Anatomy */

/** @type {WeakMap<Anatomy, Bench>} */
const benches = new WeakMap();

/** The meshes of the 3D body: {bones, muscles, skin, runs}; see tissues.js. */
export const bodyOf = (/** @type {Anatomy} */ anatomy) => benchOf(anatomy).ask('body');

/** The outlines of the flat map: {front, back}; see outline.js. */
export const outlinesOf = (/** @type {Anatomy} */ anatomy) => benchOf(anatomy).ask('outlines');

function benchOf(/** @type {Anatomy} */ anatomy) {
  const bench = benches.get(anatomy) ?? new Bench(anatomy);
  benches.set(anatomy, bench);
  return bench;
}

class Bench {
  #answers = new Map();

  constructor(anatomy) {
    this.anatomy = anatomy;
    try {
      this.worker = new Worker(new URL('./build-worker.js', import.meta.url), { type: 'module' });
    } catch {
      this.worker = null;
    }
    this.worker?.postMessage({ tables: anatomy.tables, version: anatomy.version });
  }

  ask(want) {
    if (!this.#answers.has(want)) this.#answers.set(want, this.#fromWorker(want).catch(() => this.#here(want)));
    return this.#answers.get(want);
  }

  #fromWorker(want) {
    return new Promise((resolve, reject) => {
      if (!this.worker) {
        reject(new Error('no worker'));
        return;
      }
      const hear = ({ data }) => {
        if (data.want !== want) return;
        this.worker?.removeEventListener('message', hear);
        if (data.problem) reject(new Error(data.problem));
        else resolve({ ...data.result, kept: data.kept ?? false });
      };
      this.worker.addEventListener('message', hear);
      this.worker.addEventListener('error', () => {
        this.worker = null;
        reject(new Error('the worker failed'));
      }, { once: true });
      this.worker.postMessage({ want });
    });
  }

  async #here(want) {
    const { outlinesOf: outlines, packedBody } = await import('./tissues.js');
    return want === 'outlines' ? outlines(this.anatomy) : packedBody(this.anatomy);
  }
}
