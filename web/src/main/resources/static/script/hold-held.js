// The muscles that are held, each with its slider.

import { percent } from './body/strain.js';
import { make } from './model-parts.js';
import { the } from './page.js';

export class Held {
  /**
   * @param {number} greatest largest contraction, percentage of fibre length
   * @param {() => void} onchange
   */
  constructor(greatest, onchange) {
    this.list = the('held');
    this.greatest = greatest;
    this.onchange = onchange;
    this.rows = new Map();
  }

  /** {id: extent}, extents as a share of fibre length. */
  get extents() {
    return Object.fromEntries([...this.rows].map(([id, { slider }]) => [id, Number(slider.value) / 100]));
  }

  has(id) {
    return this.rows.has(id);
  }

  get ids() {
    return [...this.rows.keys()];
  }

  add({ id, label }, extent) {
    if (this.rows.has(id)) {
      this.rows.get(id).slider.focus();
      return;
    }
    const slider = /** @type {HTMLInputElement} */ (make('input', { type: 'range', id: `hold-${id}`, min: 0, max: this.greatest, step: 0.5, value: String(extent * 100) }));
    const amount = make('output', { for: slider.id });
    const own = make('p', { className: 'quiet small held-own' });
    const away = make('button', { type: 'button', className: 'plain', text: '×', 'aria-label': `Let go of ${label}` });
    const item = make('li', {},
      make('div', { className: 'held-row' }, make('label', { for: slider.id, text: label }), amount, away), slider, own);
    const row = { slider, own, item, show: () => {
      amount.textContent = percent(Number(slider.value) / 100);
      slider.setAttribute('aria-valuetext', `${amount.textContent} of fibre length`);
    } };
    this.rows.set(id, row);
    row.show();
    slider.addEventListener('input', () => {
      row.show();
      this.onchange();
    });
    away.addEventListener('click', () => {
      this.remove(id);
      the('find').focus();
      this.onchange();
    });
    this.list.append(item);
  }

  remove(id) {
    this.rows.get(id)?.item.remove();
    this.rows.delete(id);
  }

  clear() {
    [...this.rows.keys()].forEach((id) => this.remove(id));
  }

  /** Says beside each slider what the muscle's own tension does. */
  own(tensionOf) {
    for (const [id, { own }] of this.rows) {
      const change = tensionOf(id);
      own.textContent = `Its own tension: ${change > 0 ? '+' : ''}${percent(change)} of its maximal force.`;
    }
  }
}
