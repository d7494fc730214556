// What the client's own door keeps in this browser: pages to open again without a network, and answers that are not sent yet. Encrypted with a key that
// the browser made and gives to nobody, as bytes not even to these scripts; so a copy of the disk or of the browser's own backup says nothing without it.

import { done, within } from './browser-store.js';

/** @typedef {{until: number, body: string, type: string, policy: string}} KeptPage `until`: epoch ms; the policy is that of the answer it came with */
/** @typedef {{until: number, action: string, fields: [string, string][], since: number, refused: boolean}} KeptAnswer `since` when it was answered, epoch ms */

const KEYS = 'keys', PAGES = 'pages', ANSWERS = 'answers';
const DATABASE = { name: 'stillpoint-door', stores: [KEYS, PAGES, ANSWERS] };
const NONCE = 12; // bytes; NIST SP 800-38D (2007), 8.2.2: random nonces of 96 bits

/** What cannot be sent any more can be read for so long, ms: who answered is told, whenever they look again; own choice, 2026. */
const TOLD_FOR = 14 * 24 * 3600 * 1000;

/** @returns {Promise<CryptoKey>} of this browser, made when it is first asked for */
async function key() {
  const kept = await within(DATABASE, KEYS, 'readonly', (store) => done(store.get('own')));
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  return within(DATABASE, KEYS, 'readwrite', async (store) => {
    const meanwhile = await done(store.get('own')); // by another tab
    if (!meanwhile) await done(store.put(made, 'own'));
    return meanwhile ?? made;
  });
}

/** One kind of thing that is kept, by the path of its page. @template {{until: number}} T */
class Shelf {
  /**
   * @param {string} store
   * @param {number} after how long it is kept after its `until`, ms
   */
  constructor(store, after) {
    this.store = store;
    this.after = after;
  }

  /**
   * @param {string} path
   * @param {T} thing
   */
  async put(path, thing) {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
    const text = new TextEncoder().encode(JSON.stringify(thing));
    const sealed = await crypto.subtle.encrypt(this.#bound(path, nonce), await key(), text);
    await within(DATABASE, this.store, 'readwrite', (store) => done(store.put({ until: thing.until, nonce, sealed }, path)));
  }

  /**
   * @param {string} path
   * @returns {Promise<T | null>}
   */
  async get(path) {
    const kept = await within(DATABASE, this.store, 'readonly', (store) => done(store.get(path)));
    if (!kept) return null;
    const text = await crypto.subtle.decrypt(this.#bound(path, kept.nonce), await key(), kept.sealed);
    return JSON.parse(new TextDecoder().decode(text));
  }

  /** @param {string} path */
  async drop(path) {
    await within(DATABASE, this.store, 'readwrite', (store) => done(store.delete(path)));
  }

  /** Paths of what is kept, the one that lasts longest first; what has had its time is let go. */
  async paths() {
    const [keys, kept] = await within(DATABASE, this.store, 'readonly', (store) => Promise.all([done(store.getAllKeys()), done(store.getAll())]));
    const all = keys.map((path, place) => ({ path: String(path), until: kept[place].until }));
    const over = all.filter(({ until }) => until + this.after < Date.now());
    for (const { path } of over) await this.drop(path);
    return all.filter((each) => !over.includes(each)).sort((a, b) => b.until - a.until).map(({ path }) => path);
  }

  /**
   * @param {string} path
   * @param {Uint8Array<ArrayBuffer>} nonce
   */
  #bound(path, nonce) {
    return { name: 'AES-GCM', iv: nonce, additionalData: new TextEncoder().encode(`${this.store} ${path}`) };
  }
}

/** @type {Shelf<KeptPage>} */
export const pages = new Shelf(PAGES, 0);
/** @type {Shelf<KeptAnswer>} */
export const answers = new Shelf(ANSWERS, TOLD_FOR);
