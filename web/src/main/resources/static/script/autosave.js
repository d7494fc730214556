// What is typed in a form is saved as it is typed: one save after the other, the last with all that was typed. What is on its way is answered
// before the form itself goes, so that it goes with the version that is kept then; what was typed last goes with the page.

/** Pause after the last key before what was typed is saved, and before what got no answer is sent again, ms. Own choice, 2026. */
export const PAUSE = 700, AGAIN = 5000;
/** How long a save may take before it counts as unanswered, ms. Own choice, 2026. */
const PATIENCE = 8000;

/**
 * What became of a save: it is `kept`; it may yet be, and is sent again (`later`); this was `refused`, and waits for the next change; or it is
 * `held`, and waits for somebody.
 * @typedef {'kept' | 'later' | 'refused' | 'held'} Outcome
 */

export class Autosave {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #waiting;
  /** @type {Promise<void> | undefined} */
  #saving;
  #dirty = false;
  #held = false;

  /**
   * @param {(leaving: boolean) => Promise<Outcome>} send sends all that is typed; where it throws, nobody answered
   * @param {(state: 'saving' | Outcome) => void} tell
   */
  constructor(send, tell) {
    this.send = send;
    this.tell = tell;
  }

  /** Whether something typed is not known to be kept. */
  get unsaved() {
    return this.#dirty || this.#saving !== undefined;
  }

  /** Something was typed. */
  soon() {
    this.#dirty = true;
    if (!this.#held) this.#after(PAUSE);
  }

  /** Saves at once what was typed, though it was held. */
  now() {
    this.#stop();
    this.#held = false;
    this.#saving ??= this.#save().finally(() => {
      this.#saving = undefined;
      if (this.#dirty && !this.#held && this.#waiting === undefined) this.now();
    });
    return this.#saving;
  }

  /** Saves what is not saved yet, as long as nobody has to look first. */
  async settle() {
    if (!this.unsaved || this.#held) return;
    await this.now();
    while (this.#saving) await this.#saving; // what was typed meanwhile
  }

  /** The page is left: nobody waits for an answer, and what was on its way may not have come. */
  leave() {
    if (this.unsaved && !this.#held) this.send(true).catch(() => {});
    this.#stop();
    this.#dirty = false;
  }

  async #save() {
    this.#dirty = false;
    this.tell('saving');
    const outcome = await this.send(false).catch(() => /** @type {Outcome} */ ('later'));
    this.#held = outcome === 'held';
    if (outcome === 'later' || outcome === 'held') this.#dirty = true;
    if (outcome === 'later' && this.#waiting === undefined) this.#after(AGAIN);
    this.tell(outcome);
  }

  /** @param {number} ms */
  #after(ms) {
    this.#stop();
    this.#waiting = setTimeout(() => this.now(), ms);
  }

  #stop() {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }
}

/**
 * A form goes after what is being saved of it; what is left when its page goes, goes with it.
 * @param {HTMLFormElement} form
 * @param {Autosave} autosave
 */
export function goesAfter(form, autosave) {
  let going = false;
  form.addEventListener('submit', async (event) => {
    if (going || !autosave.unsaved) return;
    event.preventDefault();
    const { submitter } = event;
    await autosave.settle();
    going = true;
    form.requestSubmit(submitter);
  });
  addEventListener('pagehide', () => {
    if (!going) autosave.leave();
  });
  addEventListener('pageshow', () => (going = false)); // back from where it went
}

/**
 * Sends the fields of a form. As its page goes it is kept alive, which browsers do for 64 kB at most.
 * @param {string} address
 * @param {URLSearchParams} fields
 * @param {boolean} leaving
 */
export function sendFields(address, fields, leaving) {
  const headers = { Accept: 'application/json' };
  return fetch(address, { method: 'POST', headers, body: fields, redirect: 'error', keepalive: leaving, signal: AbortSignal.timeout(PATIENCE) });
}

/** @param {HTMLFormElement} form */
export function fieldsOf(form) {
  return new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
}
