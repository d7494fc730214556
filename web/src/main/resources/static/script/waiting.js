// What waits of a session, on this device: encrypted with a key that the server gives to the account that is signed in, and that no
// page keeps. So it outlives the tab and the sign-in, and says nothing to whoever opens the browser meanwhile.

import { done, within } from './browser-store.js';

/** @typedef {import('./tap-queue.js').Tap} Tap */

const STORE = 'taps', DATABASE = { name: 'stillpoint-waiting', stores: [STORE] };
const NONCE = 12; // bytes; NIST SP 800-38D (2007), 8.2.2: random nonces of 96 bits

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => Promise<T>} act
 */
const inTaps = (mode, act) => within(DATABASE, STORE, mode, act);

/** Whether anything of anybody's waits in this browser; a browser that keeps nothing has nothing that waits. */
export async function somethingWaits() {
  try {
    return await inTaps('readonly', (store) => done(store.count())) > 0;
  } catch {
    return false;
  }
}

export class WaitingTaps {
  /**
   * @param {string} session its id
   * @param {string} key 32 bytes in base64
   */
  constructor(session, key) {
    this.session = session;
    this.own = `${session}/${crypto.randomUUID()}`; // tabs do not overwrite each other's
    /** @type {IDBValidKey[]} what pages before this one kept, and this one has taken over */
    this.taken = [];
    const bytes = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
    this.key = crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
    /** @type {Promise<unknown>} one after the other, or an older state would stand */
    this.busy = Promise.resolve();
  }

  /**
   * What waited when pages of this session were left, by their tap's id once each.
   * @returns {Promise<Tap[]>}
   */
  earlier() {
    return this.#next(async () => {
      const range = IDBKeyRange.bound(`${this.session}/`, `${this.session}0`, false, true); // 0 follows the slash
      const [keys, kept] = await inTaps('readonly', (store) => Promise.all([done(store.getAllKeys(range)), done(store.getAll(range))]));
      /** @type {Map<string, Tap>} */
      const taps = new Map();
      for (const [place, sealed] of kept.entries()) {
        const opened = await this.#open(sealed);
        opened.forEach((tap) => taps.set(tap.id, tap));
        if (opened.length > 0) { // another account's wait for theirs
          this.taken.push(keys[place]);
        }
      }
      return [...taps.values()];
    }, []);
  }

  /**
   * Keeps what waits now, in place of what this page and those before it kept.
   * @param {Tap[]} waiting
   */
  keep(waiting) {
    return this.#next(async () => {
      const sealed = waiting.length === 0 ? null : await this.#seal(waiting);
      await inTaps('readwrite', async (store) => {
        if (sealed === null) {
          await done(store.delete(this.own));
        } else {
          await done(store.put(sealed, this.own));
        }
        await Promise.all(this.taken.map((key) => done(store.delete(key))));
      });
      this.taken = [];
    }, undefined);
  }

  /**
   * @template T
   * @param {() => Promise<T>} act
   * @param {T} otherwise where the browser keeps nothing: the page itself still does
   * @returns {Promise<T>}
   */
  #next(act, otherwise) {
    const next = this.busy.then(act).catch(() => otherwise);
    this.busy = next;
    return next;
  }

  /** @param {Tap[]} taps */
  async #seal(taps) {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
    const text = new TextEncoder().encode(JSON.stringify(taps));
    return { nonce, sealed: await crypto.subtle.encrypt(this.#bound(nonce), await this.key, text) };
  }

  /**
   * @param {{nonce: Uint8Array<ArrayBuffer>, sealed: ArrayBuffer}} kept
   * @returns {Promise<Tap[]>}
   */
  async #open({ nonce, sealed }) {
    try {
      const text = await crypto.subtle.decrypt(this.#bound(nonce), await this.key, sealed);
      return JSON.parse(new TextDecoder().decode(text));
    } catch {
      return []; // with another account's key
    }
  }

  /** @param {Uint8Array<ArrayBuffer>} nonce */
  #bound(nonce) {
    return { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(this.session) };
  }
}
