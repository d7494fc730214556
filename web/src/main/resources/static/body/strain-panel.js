// <sp-strain for="BODY-ID" influence="/body/influence.bin">: hold any muscle with a slider and watch the whole body answer.

import { GREATEST_HOLD, percent } from './strain.js';

/** Muscles named in the list of those most affected. */
const LISTED = 6;

class SpStrain extends HTMLElement {
  connectedCallback() {
    if (this.started) return;
    this.started = true;
    this.classList.add('sp-strain');
    this.body = document.getElementById(this.getAttribute('for'));
    this.ready = this.#start();
    this.ready.catch(() => (this.sentence.textContent = 'The influence of the muscles could not be loaded. Reload the page to try again.'));
  }

  async #start() {
    this.#build();
    await customElements.whenDefined('sp-body');
    await this.body.ready;
    await this.body.loadInfluence(this.getAttribute('influence') ?? '/body/influence.bin');
    for (const muscle of this.body.muscles) {
      const option = document.createElement('option');
      option.value = muscle.label;
      this.list.append(option);
    }
    this.body.addEventListener('pick', (e) => {
      if (e.detail.muscle) this.choose(e.detail.muscle);
    });
    this.choose(this.getAttribute('muscle') ?? this.body.muscles[0].id);
    this.dataset.ready = '';
  }

  #build() {
    this.sentence = make('p', 'sp-strain-sentence', { 'aria-live': 'polite' });
    const listId = `${this.id || 'sp-strain'}-muscles`, inputId = `${listId}-choice`, sliderId = `${listId}-extent`;
    this.list = make('datalist', '', { id: listId });
    this.input = make('input', 'sp-strain-choice', { id: inputId, list: listId, autocomplete: 'off', type: 'search' });
    this.slider = make('input', 'sp-strain-extent', { id: sliderId, type: 'range', min: '0', max: String(GREATEST_HOLD * 100), step: '0.5', value: '5' });
    this.amount = make('output', 'sp-strain-amount', { for: sliderId });
    this.most = make('ol', 'sp-strain-most');
    this.caption = make('p', 'sp-strain-caption');
    this.caption.textContent = 'What the body model expects in quiet standing, for small contractions in proportion. A hypothesis, not a finding.';
    this.append(this.sentence, label(inputId, 'Muscle that is held'), this.input, this.list,
      label(sliderId, 'Held contraction, as a share of fibre length'), this.slider, this.amount, this.most, this.caption);
    this.input.addEventListener('change', () => {
      const found = this.body.muscles.find((m) => m.label.toLowerCase() === this.input.value.trim().toLowerCase());
      if (found) this.choose(found.id);
      else this.sentence.textContent = 'No muscle has that name. Choose one from the list, or pick it on the body.';
    });
    this.slider.addEventListener('input', () => this.#answer());
  }

  /** Holds a muscle, by id. */
  choose(id) {
    this.muscle = this.body.muscles.find((m) => m.id === id);
    this.input.value = this.muscle.label;
    this.#answer();
  }

  #answer() {
    cancelAnimationFrame(this.pending);
    this.pending = requestAnimationFrame(() => {
      const extent = Number(this.slider.value) / 100;
      this.amount.textContent = percent(extent);
      this.slider.setAttribute('aria-valuetext', percent(extent));
      this.#say(this.body.hold({ [this.muscle.id]: extent }), extent);
    });
  }

  #say(tension, extent) {
    const muscles = this.body.muscles;
    const ranked = muscles.map((muscle, i) => ({ muscle, change: tension[i] })).filter(({ muscle }) => muscle.id !== this.muscle.id)
      .sort((a, b) => Math.abs(b.change) - Math.abs(a.change)).slice(0, LISTED);
    if (extent === 0) this.sentence.textContent = `${this.muscle.label} at rest: nothing changes.`;
    else {
      const [first] = ranked;
      this.sentence.textContent = `${this.muscle.label}, held by ${percent(extent)}: most of all ${first.muscle.label.toLowerCase()} ${first.change > 0 ? 'tightens' : 'slackens'}, by ${percent(Math.abs(first.change))} of its maximal force.`;
    }
    this.most.replaceChildren(...ranked.map(({ muscle, change }) => {
      const row = make('li', change > 0 ? 'is-tension' : 'is-slack'), value = make('span', 'sp-strain-value');
      value.textContent = `${change > 0 ? '+' : ''}${percent(change)}`;
      row.append(muscle.label, ' ', value);
      return row;
    }));
  }
}

function make(tag, name, attributes = {}) {
  const element = document.createElement(tag);
  if (name) element.className = name;
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
}

function label(forId, text) {
  const element = make('label', 'sp-strain-label', { for: forId });
  element.textContent = text;
  return element;
}

customElements.define('sp-strain', SpStrain);
