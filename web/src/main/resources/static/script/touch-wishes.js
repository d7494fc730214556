// What a client says about touch, place by place: the fields of the list, and the buttons for the place that was picked. What is touched to
// pick a place is the page's own.

import { all, first, the } from './page.js';

/**
 * @typedef {object} WishesOnPage
 * @property {(guarded: {region: string, never: boolean, label: string}[]) => void} show the places where touch is not simply welcome
 * @property {(code: string) => void} light the place that is being asked about
 * @property {() => void} [changed]
 */

export class Wishes {
  #current = '';

  /**
   * @param {HTMLElement} form
   * @param {WishesOnPage} page
   */
  constructor(form, page) {
    this.page = page;
    this.form = form;
    this.ask = the('how-much');
    this.place = the('how-much-place');
    this.fields = new Map(all('.touch-row select', HTMLSelectElement, form).map((field) => [field.id, field]));
    this.buttons = all('.touch-scale button', HTMLButtonElement, this.ask);
    for (const [code, field] of this.fields) {
      field.addEventListener('focus', () => this.choose(code));
      field.addEventListener('change', () => {
        page.changed?.();
        this.show();
      });
    }
    for (const button of this.buttons) {
      button.addEventListener('click', () => {
        const field = this.fields.get(this.#current);
        if (field) {
          field.value = button.value;
          field.dispatchEvent(new Event('input', { bubbles: true }));
          page.changed?.();
          this.show();
        }
      });
    }
  }

  show() {
    const guarded = [...this.fields].filter(([, field]) => field.value === 'NEVER' || field.value === 'ASK');
    this.page.show(guarded.map(([region, field]) => {
      const never = field.value === 'NEVER';
      return { region, never, label: (never ? this.ask.dataset.never : this.ask.dataset.ask) ?? '' };
    }));
    for (const button of this.buttons) {
      button.setAttribute('aria-pressed', String(this.#current !== '' && this.fields.get(this.#current)?.value === button.value));
    }
  }

  /**
   * Asks how it is at a place.
   * @param {string} code
   * @param {boolean} [focus]
   */
  choose(code, focus) {
    if (!this.fields.has(code)) return;
    this.#current = code;
    this.ask.classList.remove('is-waiting');
    this.place.textContent = first(this.form, `label[for="${code}"]`).textContent;
    this.page.light(code);
    this.show();
    if (focus) this.buttons[0].focus();
  }
}
