// The taps of a session on their way to the record. Each is kept on this device until the record has answered that it is on the
// disk, and survives a reload, a closed tab and the end of the sign-in.

import { post, TapQueue } from './tap-queue.js';
import { WaitingTaps } from './waiting.js';

/**
 * What was tapped here after another device had taken the session over: not taken in, and kept until somebody puts it away.
 * @param {string} session its id
 * @param {string} key in base64
 */
export function notTakenOf(session, key) {
  return new WaitingTaps(`${session}-not-taken`, key);
}

/**
 * The taps of one session, with what waited when the page was left.
 * @param {string} session its id
 * @param {string} key for what waits here, in base64
 * @param {() => string} token against forged requests
 * @param {Pick<ConstructorParameters<typeof TapQueue>[0], 'onState' | 'onKept' | 'onRefused'>} hears
 */
export function tapsOf(session, key, token, hears) {
  const shelf = new WaitingTaps(session, key);
  const taps = new TapQueue({
    ...hears,
    send: (tap) => post(`/sessions/${session}/marks`, token(), tap),
    keep: (waiting) => shelf.keep(waiting),
  });
  shelf.earlier().then((waiting) => taps.adopt(waiting));
  addEventListener('online', () => taps.flush());
  return taps;
}
