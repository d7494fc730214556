// The muscles that are held, each with its slider.

import { make } from './model-parts.js';
import { change, percent } from './numbers.js';
import { the } from './page.js';
import { say } from './texts.js';

/** @typedef {{slider: HTMLInputElement, own: HTMLElement, item: HTMLElement, show: () => void}} Row */

export class Held {
  /**
   * @param {number} greatest largest contraction, percentage of fibre length
   * @param {() => void} onchange
   */
  constructor(greatest, onchange) {
    this.list = the('held');
    this.greatest = greatest;
    this.onchange = onchange;
    /** @type {Map<string, Row>} */
    this.rows = new Map();
  }

  /**
   * By id, as a share of fibre length.
   * @returns {Record<string, number>}
   */
  get extents() {
    return Object.fromEntries([...this.rows].map(([id, { slider }]) => [id, Number(slider.value) / 100]));
  }

  /** @param {string} id */
  has(id) {
    return this.rows.has(id);
  }

  get ids() {
    return [...this.rows.keys()];
  }

  /**
   * @param {Listed} muscle
   * @param {number} extent share of fibre length
   */
  add({ id, label }, extent) {
    const there = this.rows.get(id);
    if (there) {
      there.slider.focus();
      return;
    }
    const slider = /** @type {HTMLInputElement} */ (make('input', { type: 'range', id: `hold-${id}`, min: 0, max: this.greatest, step: 0.5, value: String(extent * 100) }));
    const amount = make('output', { for: slider.id });
    const own = make('p', { className: 'quiet small held-own' });
    const away = make('button', { type: 'button', className: 'plain', 'aria-label': say('let-go-of', { muscle: label }), text: '×' });
    const item = make('li', {},
      make('div', { className: 'held-row' }, make('label', { for: slider.id, text: label }), amount, away), slider, own);
    const row = { slider, own, item, show: () => {
      amount.textContent = percent(Number(slider.value) / 100);
      slider.setAttribute('aria-valuetext', say('of-fibre-length', { extent: amount.textContent }));
    } };
    this.rows.set(id, row);
    row.show();
    slider.addEventListener('input', () => {
      row.show();
      this.onchange();
    });
    away.addEventListener('click', () => {
      this.remove(id);
      the('let-go').focus();
      this.onchange();
    });
    this.list.append(item);
  }

  /** @param {string} id */
  remove(id) {
    this.rows.get(id)?.item.remove();
    this.rows.delete(id);
  }

  clear() {
    [...this.rows.keys()].forEach((id) => this.remove(id));
  }

  /**
   * Says beside each slider what the muscle's own tension does.
   * @param {(id: string) => number} tensionOf
   */
  own(tensionOf) {
    for (const [id, { own }] of this.rows) {
      own.textContent = say('own-tension', { change: change(tensionOf(id)) });
    }
  }
}
