// The frame, buttons, layer chips and spoken line around the body.

import { change, number } from '../numbers.js';
import { say } from '../texts.js';
import { Finder } from './finder.js';
import { LAYERS } from './layers.js';

/** @type {View[]} */
const VIEWS = ['front', 'back', 'left', 'right'];

export class Tools {
  /** @type {HTMLElement | undefined} views and search, where they are folded */
  fold;
  /** Shows or hides what is folded. @type {(on: boolean) => void} */
  unfold = () => {};

  /** @param {SpBody} host */
  constructor(host) {
    this.host = host;
    this.frame = make('div', 'sp-body-frame');
    this.chips = make('div', 'sp-body-chips');
    this.chips.setAttribute('role', 'group');
    this.chips.setAttribute('aria-label', say('layers'));
    this.bar = make('div', 'sp-body-bar');
    this.bar.setAttribute('role', 'group');
    this.bar.setAttribute('aria-label', say('views'));
    this.spoken = make('p', 'sp-body-spoken');
    this.spoken.setAttribute('aria-live', 'polite');
    this.views = VIEWS.map((view) => /** @type {[View, HTMLButtonElement]} */ ([view, this.#button(say('view', { view }), () => host.setView(view))]));
    this.zoom = make('div', 'sp-body-zoom');
    this.zoom.setAttribute('role', 'group');
    this.zoom.setAttribute('aria-label', say('distance'));
    this.#button('+', () => host.nearer(1.5), say('nearer'), this.zoom);
    this.#button('\u2212', () => host.nearer(1 / 1.5), say('farther'), this.zoom);
    this.#button('\u2922', () => host.whole(), say('whole-body'), this.zoom);
    this.flat = this.#button(say('flat-map'), () => host.setDisplay(host.dataset.display === 'flat' ? 'body' : 'flat'));
    this.scale = 0;
    this.legend = make('div', 'sp-body-legend');
    this.legend.hidden = true;
    const room = make('div', 'sp-body-room');
    room.append(this.frame, this.zoom);
    const folded = host.hasAttribute('folded') ? this.#folded(room) : null;
    if (folded) host.append(room, folded, this.legend, this.spoken);
    else host.append(this.chips, room, this.legend, this.bar, this.spoken);
    const of = host.getAttribute('choose');
    this.finder = of ? new Finder(host, of, room, this.fold ?? host) : null;
  }

  /**
   * One row in place of three: the chips, and a button that lays views and search over the body's lower edge.
   * @param {HTMLElement} room
   */
  #folded(room) {
    const row = make('div', 'sp-body-row');
    const fold = this.fold = make('div', 'sp-body-fold');
    fold.hidden = true;
    fold.append(this.bar);
    room.append(fold);
    const button = this.#button(say('unfold'), () => this.unfold(Boolean(fold.hidden)), undefined, row);
    button.setAttribute('aria-expanded', 'false');
    row.prepend(this.chips);
    this.unfold = (/** @type {boolean} */ on) => {
      fold.hidden = !on;
      button.setAttribute('aria-expanded', String(on));
    };
    fold.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.stopPropagation();
      this.unfold(false);
      button.focus();
    });
    return row;
  }

  /** Shows the state of the host on buttons and chips. */
  sync() {
    for (const [view, button] of this.views) button.setAttribute('aria-pressed', String(view === this.host.view));
    const flat = this.host.dataset.display === 'flat';
    for (const button of [this.views[2][1], this.views[3][1]]) button.hidden = flat;
    this.flat.setAttribute('aria-pressed', String(flat));
    const entries = this.host.state?.entries;
    if (!entries) return;
    const used = LAYERS.filter(({ name }) => (entries.get(name) ?? []).length > 0 || this.host.comeAndGo.includes(name));
    this.chips.replaceChildren(...used.map((layer) => this.#chip(layer)));
  }

  /** Empties the frame and says there that the body is on its way; shown only if that takes a moment. */
  wait() {
    const text = make('p', 'sp-body-waiting');
    const running = document.createElement('progress');
    running.setAttribute('aria-label', say('drawing'));
    text.append(say('drawing-now'), running);
    this.frame.replaceChildren(text);
  }

  /** The body is there, or will not come. */
  waited() {
    this.frame.querySelector('.sp-body-waiting')?.remove();
  }

  /** Tells a short line to all, screen readers included. */
  tell(/** @type {string} */ text) {
    this.spoken.textContent = text;
  }

  /** The scale of the strain colours: `scale` is the extra tension at its ends, 0 hides it. */
  strainLegend(/** @type {number} */ scale) {
    this.legend.hidden = scale === 0;
    if (scale === 0 || this.scale === scale) return;
    this.scale = scale;
    const marks = [-scale, -scale / 5, 0, scale / 5, scale].map((value, i) => {
      const mark = make('span', `sp-body-legend-mark at-${i}`);
      mark.textContent = value === 0 ? number(0) : change(value);
      return mark;
    });
    const title = make('span', 'sp-body-legend-title'), ramp = make('span', 'sp-body-legend-ramp');
    title.textContent = say('strain-colours');
    this.legend.replaceChildren(title, ramp, ...marks);
  }

  /** @param {Layer} layer */
  #chip(layer) {
    const chip = make('button', 'sp-body-chip');
    chip.type = 'button';
    const on = this.host.state.shown.get(layer.name);
    chip.setAttribute('aria-pressed', String(on));
    chip.dataset.layer = layer.name;
    const count = make('span', 'sp-body-count');
    count.textContent = number(new Set((this.host.state.entries.get(layer.name) ?? []).map(({ region, muscle }) => region ?? muscle)).size);
    chip.append(make('span', `sp-body-swatch is-${layer.pattern}`), say('layer', { layer: layer.name }), count);
    chip.addEventListener('click', () => {
      this.host.showLayer(layer.name, !on);
      /** @type {HTMLElement | null} */ (this.chips.querySelector(`[data-layer="${layer.name}"]`))?.focus();
    });
    return chip;
  }

  /**
   * @param {string} text
   * @param {() => void} act
   * @param {string} [label] where the text is only a sign
   */
  #button(text, act, label, place = this.bar) {
    const button = make('button', 'sp-body-button');
    button.type = 'button';
    button.textContent = text;
    if (label) button.setAttribute('aria-label', label);
    button.addEventListener('click', act);
    place.append(button);
    return button;
  }
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {string} name its class
 */
export function make(tag, name) {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
