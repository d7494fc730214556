// The elements of the page at hand, found once and of the kind that is expected.

/**
 * The element with an id; throws where the page has none, or one of another kind.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @param {{new (): T}} [kind]
 * @returns {T}
 */
export function the(id, kind) {
  return found(document.getElementById(id), `#${id}`, kind);
}

/**
 * The first element that a selector finds; throws where there is none, or one of another kind.
 * @template {Element} [T=HTMLElement]
 * @param {ParentNode} within
 * @param {string} selector
 * @param {{new (): T}} [kind]
 * @returns {T}
 */
export function first(within, selector, kind) {
  return found(within.querySelector(selector), selector, kind);
}

/**
 * All elements that a selector finds, of the kind that is expected.
 * @template {Element} [T=HTMLElement]
 * @param {string} selector
 * @param {{new (): T}} [kind]
 * @param {ParentNode} within
 * @returns {T[]}
 */
export function all(selector, kind, within = document) {
  return [...within.querySelectorAll(selector)].map((element) => found(element, selector, kind));
}

/**
 * @template {Element} T
 * @param {Element | null} element
 * @param {string} name
 * @param {{new (): T}} [kind]
 * @returns {T}
 */
function found(element, name, kind) {
  if (!(element instanceof (kind ?? HTMLElement))) {
    throw new Error(`This page has no ${name}${kind ? ` that is a ${kind.name}` : ''}.`);
  }
  return /** @type {T} */ (element);
}

/**
 * JSON that the server wrote into the page.
 * @param {string | undefined} text
 */
export function told(text) {
  return JSON.parse(text ?? 'null');
}
