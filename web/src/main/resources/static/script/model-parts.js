// Small parts that the pages of the model share.

/**
 * An element with attributes, and children.
 * @param {string} tag
 * @param {{className?: string, text?: string, [attribute: string]: string | number | boolean | undefined}} how
 * @param {(Node | string)[]} children
 */
export function make(tag, { className, text, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  if (text !== undefined) {
    element.textContent = text;
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children);
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A part of a drawing.
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {Node[]} children
 */
export function draw(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  element.append(...children);
  return element;
}

/**
 * Runs at most once a frame, with the latest arguments.
 * @template {unknown[]} A
 * @param {(...values: A) => void} act
 */
export function eachFrame(act) {
  let pending = 0;
  /** @type {A} */
  let latest;
  return (/** @type {A} */ ...values) => {
    latest = values;
    pending ||= requestAnimationFrame(() => {
      pending = 0;
      act(...latest);
    });
  };
}

/**
 * Runs when nothing has asked for it for a while.
 * @template {unknown[]} A
 * @param {(...values: A) => void} act
 * @param {number} milliseconds
 */
export function atRest(act, milliseconds) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (/** @type {A} */ ...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...values), milliseconds);
  };
}

/**
 * JSON from this server; throws with the status where it cannot be had.
 * @param {string} address
 * @param {AbortSignal} [signal]
 * @returns {Promise<unknown>}
 */
export async function ask(address, signal) {
  const response = await fetch(address, { credentials: 'same-origin', headers: { Accept: 'application/json' }, signal });
  if (!response.ok) {
    throw new Error(`${address} answered ${response.status}`);
  }
  return response.json();
}

/**
 * A name inside a sentence: its first letter small; abbreviations keep their capitals, and so does German.
 * @param {string} name
 */
export const inside = (name) => (/^.\p{Ll}/u.test(name) && !document.documentElement.lang.startsWith('de') ? name.charAt(0).toLowerCase() + name.slice(1) : name);
