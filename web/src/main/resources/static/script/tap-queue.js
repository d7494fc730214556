// The taps of a session that wait for the record's answer: sent one after the other, again when the way was broken, and let go
// only when the answer says that this very tap is kept, or why it cannot be. Knows no page, so that it can be tried without one.

/**
 * @typedef {{id: string, at: string, kind: string, mark?: string, hand?: string, label?: string, words?: string, first?: string, site?: string, sign?: string, value?: number}} Tap
 * @typedef {{id?: string, words?: string, problem?: string, sign?: string, holder?: string, arcing?: string}} Answer
 * @typedef {{waiting: number, late: boolean, signedOut: boolean, broken: boolean}} State `late`: the person has waited long enough
 *     to be told; `broken`: the last attempt got no answer that says anything about the tap
 */

/** Longest wait for an answer, ms. */
export const PATIENCE = 5000;
/** Wait after which a tap that is not yet kept is said to be so, ms. */
export const LATE = 2000;
/** Pause before the next attempt, ms: the first, and the longest, as it doubles. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 10000;

/**
 * What an answer says about a tap. Kept is only what the record says it keeps, by its id: an empty answer, a page of some proxy or
 * an answer about something else is no answer, whatever its status.
 * @param {Tap} tap
 * @param {number} status
 * @param {Answer | null} answer null where the body was no JSON
 * @returns {'kept' | 'refused' | 'signed-out' | 'later'}
 */
export function verdict(tap, status, answer) {
  if (status === 200 && answer?.id === tap.id) {
    return 'kept';
  }
  if (status >= 400 && status < 500 && typeof answer?.problem === 'string') {
    return 'refused';
  }
  return status === 401 || status === 403 ? 'signed-out' : 'later';
}

/**
 * Posts a tap; rejects where nothing comes back in time.
 * @param {string} address
 * @param {string} token against forged requests
 * @param {Tap} tap
 * @param {number} patience ms
 * @returns {Promise<{status: number, answer: Answer | null}>}
 */
export async function post(address, token, tap, patience = PATIENCE) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': token },
    body: JSON.stringify(tap),
    signal: AbortSignal.timeout(patience),
  });
  const text = await response.text(); // may break off: then nothing was answered
  try {
    return { status: response.status, answer: JSON.parse(text) };
  } catch {
    return { status: response.status, answer: null };
  }
}

export class TapQueue {
  /**
   * @param {object} ways
   * @param {(tap: Tap) => Promise<{status: number, answer: Answer | null}>} ways.send
   * @param {(waiting: Tap[]) => void} ways.keep keeps on the device what waits
   * @param {(state: State) => void} ways.onState
   * @param {(tap: Tap, answer: Answer) => void} ways.onKept
   * @param {(tap: Tap, answer: Answer) => void} ways.onRefused with why
   */
  constructor({ send, keep, onState, onKept, onRefused }) {
    this.send = send;
    this.keep = keep;
    this.onState = onState;
    this.onKept = onKept;
    this.onRefused = onRefused;
    /** @type {Tap[]} */
    this.queue = [];
    this.pause = FIRST_PAUSE;
    this.late = false;
    this.signedOut = false;
    this.broken = false;
    /** @type {Promise<void> | null} */
    this.flushing = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.retry = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.watch = undefined;
  }

  /**
   * Keeps a tap on the device and sends it.
   * @param {Tap} tap
   */
  add(tap) {
    this.queue.push(tap);
    this.keep(this.queue);
    this.flush();
  }

  /**
   * Takes up what waited when the page was left, before what was tapped since.
   * @param {Tap[]} earlier
   */
  adopt(earlier) {
    const known = new Set(this.queue.map(({ id }) => id));
    this.queue.unshift(...earlier.filter(({ id }) => !known.has(id)));
    this.flush();
  }

  /** Sends what waits, in order; resolves when nothing waits or the way is broken. */
  flush() {
    this.flushing ??= this.#sendAll().finally(() => {
      this.flushing = null;
      this.#tell();
    });
    return this.flushing;
  }

  get waiting() {
    return this.queue.length;
  }

  async #sendAll() {
    clearTimeout(this.retry);
    while (this.queue.length > 0) {
      this.#watch();
      this.#tell();
      const [tap] = this.queue;
      const { said, answer } = await this.#attempt(tap);
      this.broken = said === 'later';
      this.signedOut = said === 'signed-out';
      if (this.broken) {
        this.retry = setTimeout(() => this.flush(), this.pause);
        this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
      }
      if (this.broken || this.signedOut) {
        return;
      }
      this.pause = FIRST_PAUSE;
      this.#unwatch();
      this.queue.splice(this.queue.indexOf(tap), 1); // earlier ones may have come before it meanwhile
      this.keep(this.queue);
      if (said === 'kept') {
        this.onKept(tap, answer ?? {});
      } else {
        this.onRefused(tap, answer ?? {});
      }
    }
  }

  /** @param {Tap} tap */
  async #attempt(tap) {
    try {
      const { status, answer } = await this.send(tap);
      return { said: verdict(tap, status, answer), answer };
    } catch {
      return { said: /** @type {const} */ ('later'), answer: null };
    }
  }

  /** From the first attempt at a tap until it is kept. */
  #watch() {
    this.watch ??= setTimeout(() => {
      this.late = true;
      this.#tell();
    }, LATE);
  }

  #unwatch() {
    clearTimeout(this.watch);
    this.watch = undefined;
    this.late = false;
  }

  #tell() {
    this.onState({ waiting: this.queue.length, late: this.late, signedOut: this.signedOut, broken: this.broken });
  }
}
