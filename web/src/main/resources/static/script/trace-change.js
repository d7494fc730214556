// What a finding changed in the answer of the trace, as one line.

import { wholePercent } from './numbers.js';

/**
 * @param {(key: string, values: Record<string, string>) => string} say
 * @param {{place: string, grade: string}} felt what was found where
 * @param {number} before share of the pain that places accounted for, 0 to 1; 0 where none stood out
 * @param {number} after the same with the finding
 */
export function changeOf(say, felt, before, after) {
  const [from, to] = [before, after].map((share) => Math.round(100 * share) / 100);
  const now = wholePercent(to);
  if (from === 0) {
    return to === 0 ? say('still-unknown', felt) : say('now-stands-out', { ...felt, now });
  }
  if (to === 0) {
    return say('now-unknown', felt);
  }
  return from === to ? say('share-stays', { ...felt, now }) : say('share-changed', { ...felt, before: wholePercent(from), now });
}
