// The body ready to draw, worked out in a worker where there is one, else here.

/** @typedef {'body' | 'outlines'} Wanted */
/** @typedef {{kept?: boolean}} Kept whether it was worked out on an earlier page */
/** @typedef {PackedBody & Outlines & Kept} Built that of the two which was wanted */

/** @type {WeakMap<Anatomy, Bench>} */
const benches = new WeakMap();

/**
 * The meshes of the 3D body; see tissues.js.
 * @type {(anatomy: Anatomy) => Promise<PackedBody & Kept>}
 */
export const bodyOf = (anatomy) => benchOf(anatomy).ask('body');

/**
 * The outlines of the flat map; see outline.js.
 * @type {(anatomy: Anatomy) => Promise<Outlines & Kept>}
 */
export const outlinesOf = (anatomy) => benchOf(anatomy).ask('outlines');

function benchOf(/** @type {Anatomy} */ anatomy) {
  const bench = benches.get(anatomy) ?? new Bench(anatomy);
  benches.set(anatomy, bench);
  return bench;
}

class Bench {
  /** @type {Map<Wanted, Promise<Built>>} */
  #answers = new Map();

  /** @param {Anatomy} anatomy */
  constructor(anatomy) {
    this.anatomy = anatomy;
    /** @type {Worker | null} */
    this.worker = null;
    try {
      this.worker = new Worker(new URL('./build-worker.js', import.meta.url), { type: 'module' });
    } catch {
      // Then the page works it out itself.
    }
    this.worker?.postMessage({ tables: anatomy.tables, version: anatomy.version });
  }

  /** @param {Wanted} want */
  ask(want) {
    const answer = this.#answers.get(want) ?? this.#fromWorker(want).catch(() => this.#here(want));
    this.#answers.set(want, answer);
    return answer;
  }

  /**
   * @param {Wanted} want
   * @returns {Promise<Built>}
   */
  #fromWorker(want) {
    return new Promise((resolve, reject) => {
      if (!this.worker) {
        reject(new Error('no worker'));
        return;
      }
      const hear = (/** @type {MessageEvent} */ { data }) => {
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

  /**
   * @param {Wanted} want
   * @returns {Promise<Built>}
   */
  async #here(want) {
    const { outlinesOf: outlines, packedBody } = await import('./tissues.js');
    return /** @type {Built} */ (want === 'outlines' ? outlines(this.anatomy) : packedBody(this.anatomy));
  }
}
