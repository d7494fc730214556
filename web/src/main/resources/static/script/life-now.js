// What the body does at the play head, in words and as two short lists tied to the body.

import { body, onPick } from './body-page.js';
import { greatest, HURTS, NOTED } from './life-course.js';
import { draw, inside, make } from './model-parts.js';
import { number, percent } from './numbers.js';
import { first, the } from './page.js';
import { say } from './texts.js';

/** @typedef {import('./life-course.js').Course} Course */
/** @typedef {import('./life-course.js').Moment} Moment */
/** @typedef {{names: Listed[], values: Float32Array, least: number, most: number, colour: string, said: (value: number) => string, none: string}} Shown */

const LISTED = 4;

/** @param {Float32Array} pain of each region, 0 to 10 */
const worst = (pain) => greatest(pain, 1, HURTS).map((i) => ({ place: body.regions[i], pain: pain[i] }))[0];

/**
 * One sentence on a moment.
 * @param {Moment} moment
 * @param {string} when
 */
export function sentence(moment, when) {
  const held = greatest(moment.held, Infinity, NOTED);
  const hurts = worst(moment.pain);
  const injured = moment.guarding.some((value) => value > NOTED);
  if (held.length === 0) {
    return say('none-held', { when });
  }
  const [most] = held;
  const who = { when, muscles: held.length, most: inside(body.muscles[most].label), extent: percent(moment.held[most]) };
  if (!hurts) {
    return say('held-as-normal', who);
  }
  const where = { place: inside(hurts.place.label), score: number(hurts.pain) };
  return injured ? say('held-and-injured', { ...who, ...where }) : say('held-and-hurting', { ...who, ...where });
}

/**
 * What the model expects at the end with every release, and without those that are left out.
 * @param {Course} course
 * @param {Course} whole
 * @param {Set<string>} without
 */
export function compared(course, whole, without) {
  const end = (/** @type {Course} */ of) => worst(of.moment(of.count - 1).pain);
  const [left, all] = [end(course), end(whole)];
  return say('compared', {
    releases: without.size,
    without: left ? 'pain' : 'none',
    score: number(left?.pain ?? 0),
    place: inside(left?.place.label ?? ''),
    every: all ? 'pain' : 'none',
    scoreWithEvery: number(all?.pain ?? 0),
    placeWithEvery: inside(all?.place.label ?? ''),
  });
}

export class Now {
  constructor() {
    this.held = the('held-most');
    this.hurts = the('hurts-most');
    this.capacity = the('capacity');
    /** @type {Moment | null} */
    this.moment = null;
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

  /** @param {string[]} ids of a muscle, a region, or both */
  pick(ids) {
    this.picked = ids[0] ?? null;
    this.also = ids;
    body.highlight(ids);
    if (this.moment) {
      this.show(this.moment);
    }
  }

  /** @param {Moment} moment */
  show(moment) {
    this.moment = moment;
    this.#list(this.held, {
      names: body.muscles, values: moment.held, least: NOTED, most: 0.12, colour: 'is-held', said: percent, none: say('nothing-is-held'),
    });
    this.#list(this.hurts, {
      names: body.regions.map(({ code, label }) => ({ id: code, label })), values: moment.pain, least: HURTS, most: 10, colour: 'is-pain', said: number, none: say('nothing-hurts'),
    });
    this.capacity.textContent = say('capacity', { capacity: percent(moment.capacity) });
  }

  /**
   * @param {HTMLElement} list
   * @param {Shown} shown
   */
  #list(list, { names, values, least, most, colour, said, none }) {
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
      const button = first(list.children[k], 'button');
      button.setAttribute('aria-pressed', String(this.also.includes(names[i].id)));
      first(button, 'rect', SVGElement).setAttribute('width', String(Math.min(48, (48 * values[i]) / most)));
      first(button, '.number').textContent = said(values[i]);
    });
  }
}

/**
 * @param {Listed} what
 * @param {string} colour
 */
function row({ id, label }, colour) {
  const bar = draw('svg', { class: 'meter', viewBox: '0 0 48 12', width: 48, 'aria-hidden': 'true' }, draw('rect', { class: colour, x: 0, y: 1, height: 10, rx: 2 }));
  const button = make('button', { type: 'button', className: 'answer' }, make('span', { text: label }), bar, make('span', { className: 'number' }));
  button.dataset.id = id;
  return make('li', {}, button);
}
