// Marks of pain: the places of a list, how much it hurts at each, and the list of what is marked. What is touched to pick a place is the page's own.

import { number } from './numbers.js';
import { all, first, the } from './page.js';
import { say } from './texts.js';

/**
 * @typedef {object} MarksOnPage
 * @property {(codes: string[]) => void} show the places that hurt, after each change
 * @property {(code: string) => void} light the place that is being marked
 * @property {(code: string, before: string) => void} [changed] what stood there before
 * @property {HTMLElement} list where the marked places are told
 */

export class Marks {
  /** @type {string | null} */
  #current = null;

  /**
   * @param {HTMLElement} form
   * @param {MarksOnPage} page
   */
  constructor(form, page) {
    this.page = page;
    this.fields = new Map(all('.region-row input', HTMLInputElement, form).map((field) => [field.id, field]));
    this.names = new Map(all('.region-row label', HTMLLabelElement, form).map((label) => [label.htmlFor, label.textContent ?? '']));
    this.before = new Map([...this.fields].map(([code, field]) => [code, field.value]));
    this.howMuch = the('how-much');
    this.scale = first(this.howMuch, '.scale');
    for (let value = 0; value <= 10; value++) this.scale.append(this.#step(value));
    for (const [code, field] of this.fields) {
      field.addEventListener('change', () => this.#note(code));
      field.addEventListener('focus', () => page.light(code));
    }
  }

  /** @param {number} value */
  #step(value) {
    const button = document.createElement('button');
    button.type = 'button';
    button.value = String(value);
    button.textContent = number(value);
    button.addEventListener('click', () => this.#current !== null && this.set(this.#current, value === 0 ? '' : String(value)));
    return button;
  }

  /** @param {string} code */
  has(code) {
    return this.fields.has(code);
  }

  /** @param {string} code */
  field(code) {
    return /** @type {HTMLInputElement} */ (this.fields.get(code));
  }

  /**
   * How much it hurts there, 0 to 10.
   * @param {string} code
   */
  score(code) {
    const value = Number(this.field(code).value);
    return Number.isFinite(value) ? Math.min(10, Math.max(0, value)) : 0;
  }

  /**
   * @param {string} code
   * @param {string} value
   */
  set(code, value) {
    this.field(code).value = value;
    this.#note(code);
  }

  /** @param {string} code */
  #note(code) {
    const { value } = this.field(code), before = this.before.get(code) ?? '';
    if (before !== value) {
      this.before.set(code, value);
      this.page.changed?.(code, before);
      this.show();
    }
  }

  /**
   * As it was before a change.
   * @param {string} code
   * @param {string} value
   */
  putBack(code, value) {
    this.field(code).value = value;
    this.before.set(code, value);
    this.show();
  }

  show() {
    const codes = [...this.fields.keys()].filter((code) => this.score(code) > 0);
    this.page.list.replaceChildren(...codes.map((code) => this.#row(code)));
    for (const button of all('button', HTMLButtonElement, this.scale)) {
      button.setAttribute('aria-pressed', String(this.#current !== null && this.field(this.#current).value === button.value));
    }
    this.page.show(codes);
  }

  /** @param {string} code */
  #row(code) {
    const item = document.createElement('li'), place = this.names.get(code) ?? '';
    item.classList.toggle('lit', code === this.#current);
    item.append(
      text('name', place),
      text('score', number(Number(this.field(code).value))),
      act(say('change'), say('change-place', { place }), () => this.choose(code, true)),
      act(say('clear'), say('clear-place', { place }), () => {
        this.set(code, '');
        this.page.list.querySelector('button')?.focus();
      }),
    );
    return item;
  }

  /**
   * Asks how much it hurts at a place.
   * @param {string} code
   * @param {boolean} focus
   */
  choose(code, focus) {
    this.#current = code;
    this.howMuch.classList.remove('is-waiting');
    the('how-much-place').textContent = say('how-much', { place: this.names.get(code) ?? '' });
    all('.region-row').forEach((each) => each.classList.toggle('lit', each.dataset.region === code));
    this.page.light(code);
    this.show();
    if (focus) {
      const buttons = all('button', HTMLButtonElement, this.scale);
      (buttons.find((button) => button.getAttribute('aria-pressed') === 'true') ?? buttons[0])?.focus();
    }
  }
}

/**
 * @param {string} said
 * @param {string} label
 * @param {() => void} done
 */
function act(said, label, done) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = said;
  button.setAttribute('aria-label', label);
  button.addEventListener('click', done);
  return button;
}

/**
 * @param {string} name its class
 * @param {string} said
 */
function text(name, said) {
  const element = document.createElement('span');
  element.className = name;
  element.textContent = said;
  return element;
}
