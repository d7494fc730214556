// The taps of a session on their way to the record. Each is kept on this device until the record has answered that it is on the
// disk, and survives a reload.

import { post, TapQueue } from './tap-queue.js';

/**
 * The taps of one session, with what waited when the page was left.
 * @param {string} session its id
 * @param {string} token against forged requests
 * @param {Pick<ConstructorParameters<typeof TapQueue>[0], 'onState' | 'onKept' | 'onRefused'>} hears
 */
export function tapsOf(session, token, hears) {
  const key = `taps-${session}`;
  const taps = new TapQueue({
    ...hears,
    send: (tap) => post(`/sessions/${session}/marks`, token, tap),
    keep: (waiting) => (waiting.length === 0 ? sessionStorage.removeItem(key) : sessionStorage.setItem(key, JSON.stringify(waiting))),
  }, JSON.parse(sessionStorage.getItem(key) ?? '[]'));
  addEventListener('online', () => taps.flush());
  return taps;
}
