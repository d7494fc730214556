// Speech that is recognised on this device and nowhere else. Knows no page, so that it can be tried without one.
// Web Speech API (W3C Community Group, 2025): `available` with `processLocally` answers "available" only where the language lies on the device.

/**
 * @typedef {{processLocally: boolean, lang: string, interimResults: boolean, continuous: boolean,
 *   onresult: ((event: {resultIndex: number, results: ArrayLike<ArrayLike<{transcript: string}>>}) => void) | null,
 *   onend: (() => void) | null, onerror: (() => void) | null, start: () => void, stop: () => void}} Recognizer
 * @typedef {{new (): Recognizer, available?: (options: {langs: string[], processLocally: boolean}) => Promise<string>}} Recognition
 */

/**
 * Whether this device itself recognises a language; no answer is none.
 * @param {Recognition | undefined} recognition
 * @param {string} lang
 */
export async function isLocal(recognition, lang) {
  if (typeof recognition?.available !== 'function') {
    return false;
  }
  try {
    return await recognition.available({ langs: [lang], processLocally: true }) === 'available';
  } catch {
    return false;
  }
}

export class LocalSpeech {
  /**
   * @param {Recognition} recognition
   * @param {string} lang
   * @param {(words: string) => void} hear
   * @param {(listening: boolean) => void} tell
   */
  constructor(recognition, lang, hear, tell) {
    this.listening = false;
    this.make = () => {
      const made = new recognition();
      made.processLocally = true;
      made.lang = lang;
      made.interimResults = false;
      made.continuous = true;
      made.onresult = ({ resultIndex, results }) => {
        for (let i = resultIndex; i < results.length; i++) hear(results[i][0].transcript.trim());
      };
      made.onend = () => this.#tell(false, tell);
      made.onerror = () => this.#tell(false, tell);
      return made;
    };
    this.tell = tell;
    /** @type {Recognizer | null} */
    this.now = null;
  }

  /** Begins to listen, or ends: never by itself. */
  toggle() {
    if (this.listening) {
      this.now?.stop();
      return;
    }
    this.now = this.make();
    this.now.start();
    this.#tell(true, this.tell);
  }

  /**
   * @param {boolean} listening
   * @param {(listening: boolean) => void} tell
   */
  #tell(listening, tell) {
    this.listening = listening;
    tell(listening);
  }
}
