// Fills in a text of the message files: the part of ICU's message syntax that they use.

import { language, number } from './numbers.js';

/**
 * The text with its arguments filled in, numbers as the page's language writes them; the number of a plural stands for #.
 * @param {string} text such as "{waiting, plural, one {# mark} other {# marks}}"
 * @param {Record<string, string | number>} values by the arguments' names
 * @param {string} [counted] what # stands for
 */
export function fill(text, values, counted) {
  let said = '';
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') {
      const end = closing(text, at);
      said += argument(text.slice(at + 1, end), values, counted);
      at = end;
    } else {
      said += text[at] === '#' && counted !== undefined ? counted : text[at];
    }
  }
  return said;
}

/**
 * @param {string} inside
 * @param {Record<string, string | number>} values
 * @param {string} [counted]
 */
function argument(inside, values, counted) {
  const [name, kind, ...rest] = inside.split(',').map((part, i) => (i < 2 ? part.trim() : part));
  if (!Object.hasOwn(values, name)) {
    throw new RangeError(`Nothing is given for {${name}}.`);
  }
  const value = values[name];
  if (kind === undefined) {
    return typeof value === 'number' ? number(value) : value;
  }
  const wordings = choices(rest.join(','));
  const plural = kind === 'plural';
  const wording = wordings.get(plural ? `=${value}` : String(value))
    ?? (plural ? wordings.get(new Intl.PluralRules(language()).select(Number(value))) : undefined)
    ?? wordings.get('other') ?? '';
  return fill(wording, values, plural ? number(Number(value)) : counted);
}

/**
 * "one {# mark} other {# marks}" as a map.
 * @param {string} text
 */
function choices(text) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (let at = 0; at < text.length;) {
    const open = text.indexOf('{', at);
    if (open < 0) {
      break;
    }
    const end = closing(text, open);
    found.set(text.slice(at, open).trim(), text.slice(open + 1, end));
    at = end + 1;
  }
  return found;
}

/**
 * Where the bracket that opens at a place closes.
 * @param {string} text
 * @param {number} open
 */
function closing(text, open) {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0;
    if (depth === 0) {
      return at;
    }
  }
  throw new RangeError('A bracket of a text is not closed.');
}
