// What scripts say: texts of the message files, which the page brings along.

import { fill } from './message.js';

/** @type {Record<string, string>} */
const texts = JSON.parse(document.querySelector('meta[name="texts"]')?.getAttribute('content') ?? '{}');

/**
 * A text with its arguments filled in.
 * @param {string} key as in the message file
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values = {}) {
  if (!Object.hasOwn(texts, key)) {
    throw new RangeError(`This page brings no text "${key}".`);
  }
  return fill(texts[key], values);
}
