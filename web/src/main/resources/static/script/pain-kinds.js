// How pain feels at the place that is being marked: the fields of the list, and the buttons for the place that was picked.

import { all, first, the } from './page.js';

export class Kinds {
  #current = '';

  /** @param {HTMLElement} form */
  constructor(form) {
    const scale = first(the('how-much'), '.kind-scale');
    this.fields = new Map(all('.pain-kind', HTMLSelectElement, form).map((field) => [field.id.replace('kind-', ''), field]));
    this.buttons = all('button', HTMLButtonElement, scale);
    for (const field of this.fields.values()) field.addEventListener('change', () => this.#show());
    for (const button of this.buttons) button.addEventListener('click', () => this.#choose(button.value));
  }

  /** @param {string} code of the place that is being marked */
  light(code) {
    this.#current = code;
    this.#show();
  }

  /** @param {string} kind chosen once more, it is taken back */
  #choose(kind) {
    const field = this.fields.get(this.#current);
    if (!field) return;
    field.value = field.value === kind ? '' : kind;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    this.#show();
  }

  #show() {
    const said = this.fields.get(this.#current)?.value ?? '';
    for (const button of this.buttons) button.setAttribute('aria-pressed', String(said !== '' && button.value === said));
  }
}
