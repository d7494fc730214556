// The taps of a session on their way to the record. Each is kept on this device until the server has answered that it is
// on the disk, survives a reload, is sent again when the way was broken, and is forgotten here once acknowledged.

const LONGEST_WAIT = 10000;

export class Taps {
  /**
   * @param {string} session its id
   * @param {(state: {waiting: number, signedOut: boolean, broken: boolean}) => void} onState
   * @param {(tap: object, answer: object) => void} onKept
   * @param {(tap: object, problem: string) => void} onRefused
   */
  constructor(session, onState, onKept, onRefused) {
    this.session = session;
    this.key = `taps-${session}`;
    this.onState = onState;
    this.onKept = onKept;
    this.onRefused = onRefused;
    this.queue = JSON.parse(sessionStorage.getItem(this.key) ?? '[]');
    this.sending = false;
    this.wait = 500;
    this.signedOut = false;
    this.broken = false;
    addEventListener('online', () => this.flush());
  }

  /** Keeps a tap on the device and sends it. */
  add(tap) {
    this.queue.push(tap);
    this.#keep();
    this.flush();
  }

  /** Sends what waits, in order; resolves when nothing waits or the way is broken. */
  async flush() {
    if (this.sending) {
      return this.flushing;
    }
    this.sending = true;
    this.flushing = this.#sendAll().finally(() => {
      this.sending = false;
      this.#tell();
    });
    return this.flushing;
  }

  get waiting() {
    return this.queue.length;
  }

  async #sendAll() {
    clearTimeout(this.retry);
    this.#tell();
    while (this.queue.length > 0) {
      const tap = this.queue[0];
      const outcome = await this.#send(tap);
      if (outcome === 'later') {
        this.retry = setTimeout(() => this.flush(), this.wait);
        this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
        return;
      }
      if (outcome === 'signed-out') {
        return;
      }
      this.queue.shift();
      this.#keep();
      this.#tell();
    }
  }

  async #send(tap) {
    let response;
    let answer;
    try {
      response = await fetch(`/sessions/${this.session}/marks`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Accept: 'application/json',
          'X-CSRF-TOKEN': document.querySelector('meta[name="csrf"]').content,
        },
        body: JSON.stringify(tap),
      });
      answer = await response.json().catch(() => ({}));
    } catch {
      this.broken = true;
      return 'later';
    }
    this.broken = response.status >= 500;
    if (this.broken) {
      return 'later';
    }
    if (response.status === 401 || response.status === 403) {
      this.signedOut = true;
      return 'signed-out';
    }
    this.wait = 500;
    if (response.ok) {
      this.onKept(tap, answer);
    } else {
      this.onRefused(tap, answer.problem ?? 'it could not be read');
    }
    return 'done';
  }

  #keep() {
    if (this.queue.length === 0) {
      sessionStorage.removeItem(this.key);
    } else {
      sessionStorage.setItem(this.key, JSON.stringify(this.queue));
    }
  }

  #tell() {
    this.onState({ waiting: this.queue.length, signedOut: this.signedOut, broken: this.broken });
  }
}
