// What scripts say: texts of the message files, which the page brings along, and each part of it for its own scripts.

import { fill } from './message.js';

/** @type {Record<string, string> | null} */
let texts = null;

/** @returns {Record<string, string>} */
function brought() {
  const parts = [...document.querySelectorAll('[data-texts]')];
  return Object.assign({}, ...parts.map((part) => JSON.parse(part.getAttribute('data-texts') ?? '{}')));
}

/**
 * A text with its arguments filled in.
 * @param {string} key as in the message file
 * @param {Record<string, string | number>} [values]
 */
export function say(key, values = {}) {
  texts ??= brought();
  if (!Object.hasOwn(texts, key)) {
    throw new RangeError(`This page brings no text "${key}".`);
  }
  return fill(texts[key], values);
}
