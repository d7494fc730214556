// What the body does at the play head, in words and as two short lists tied to the body.

import { percent } from './body/strain.js';
import { body, onPick } from './body-page.js';
import { greatest, HURTS, NOTED } from './life-course.js';
import { count, draw, inside, make } from './model-parts.js';
import { the } from './page.js';

const LISTED = 4;
const score = (value) => String(Math.round(value * 10) / 10);

export const worst = (pain) => greatest(pain, 1, HURTS).map((i) => ({ place: body.regions[i], pain: pain[i] }))[0];

/** One sentence on a moment. */
export function sentence(moment, when) {
  const held = greatest(moment.held, Infinity, NOTED);
  const hurts = worst(moment.pain);
  const injured = moment.guarding.some((value) => value > NOTED);
  if (held.length === 0) {
    return `${when}: the model expects nothing held and no pain.`;
  }
  const first = held[0];
  const who = `${when}: the model expects ${count(held.length, 'muscle')} held, most of all ${inside(body.muscles[first].label)}, by ${percent(moment.held[first])} of fibre length.`;
  if (!hurts) {
    return `${who} The body takes the strain for normal: nothing hurts.`;
  }
  const where = `${inside(hurts.place.label)} (${score(hurts.pain)} of 10)`;
  return injured
    ? `${who} The injury is fresh; it hurts most in ${where}.`
    : `${who} The strain is more than the body takes for normal: it hurts most in ${where}.`;
}

/** What the model expects at the end with every release, and without those that are left out. */
export function compared(course, whole, without) {
  const end = (of) => of.moment(of.count - 1);
  const said = (moment) => {
    const hurts = worst(moment.pain);
    return hurts ? `pain of up to ${score(hurts.pain)} of 10, in ${inside(hurts.place.label)}` : 'no pain to speak of';
  };
  const which = without.size === 1 ? 'Without this release' : `Without these ${without.size} releases`;
  return `${which} the model expects ${said(end(course))} at the end; with every release, ${said(end(whole))}.`;
}

export class Now {
  constructor() {
    this.held = the('held-most');
    this.hurts = the('hurts-most');
    this.capacity = the('capacity');
    /** @type {string | null} */
    this.picked = null;
    /** @type {string[]} */
    this.also = [];
    for (const list of [this.held, this.hurts]) {
      list.addEventListener('click', (event) => {
        const button = event.target instanceof Element ? event.target.closest('button') : null;
        if (button) {
          this.pick(!button.dataset.id || this.picked === button.dataset.id ? [] : [button.dataset.id]);
        }
      });
    }
    onPick(({ muscle, region }) => this.pick(muscle ? [muscle, region] : [region]));
  }

  pick(ids) {
    this.picked = ids[0] ?? null;
    this.also = ids;
    body.highlight(ids);
    if (this.moment) {
      this.show(this.moment);
    }
  }

  show(moment) {
    this.moment = moment;
    this.#list(this.held, body.muscles.map(({ id, label }) => ({ id, label })), moment.held, NOTED, 0.12, 'is-held', percent, 'Nothing is held.');
    this.#list(this.hurts, body.regions.map(({ code, label }) => ({ id: code, label })), moment.pain, HURTS, 10, 'is-pain', score, 'Nothing hurts.');
    this.capacity.textContent = `The body takes up to ${percent(moment.capacity)} of a muscle’s maximal force for normal, once it has adapted.`;
  }

  #list(list, names, values, least, most, colour, said, none) {
    const shown = greatest(values, LISTED, least);
    const picked = names.findIndex(({ id }) => this.also.includes(id));
    if (picked >= 0 && !shown.includes(picked)) {
      shown.push(picked);
    }
    const key = shown.join();
    if (list.dataset.key !== key || shown.length === 0) {
      list.dataset.key = key;
      list.replaceChildren(...shown.map((i) => row(names[i], colour)));
      if (shown.length === 0) {
        list.append(make('li', { className: 'answers-none', text: none }));
      }
    }
    shown.forEach((i, k) => {
      const button = list.children[k].firstChild;
      button.setAttribute('aria-pressed', String(this.also.includes(names[i].id) ?? false));
      button.querySelector('rect').setAttribute('width', Math.min(48, (48 * values[i]) / most));
      button.querySelector('.number').textContent = said(values[i]);
    });
  }
}

function row({ id, label }, colour) {
  const bar = draw('svg', { class: 'meter', viewBox: '0 0 48 12', width: 48, 'aria-hidden': 'true' }, draw('rect', { class: colour, x: 0, y: 1, height: 10, rx: 2 }));
  const button = make('button', { type: 'button', className: 'answer' }, make('span', { text: label }), bar, make('span', { className: 'number' }));
  button.dataset.id = id;
  return make('li', {}, button);
}
