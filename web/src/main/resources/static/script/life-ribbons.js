// The ribbons under the time line: contraction, strain, pain and stress over the years, and what happened when.

import { draw, make } from './model-parts.js';
import { the } from './page.js';
import { say } from './texts.js';

/** @typedef {import('./life-course.js').Course} Course */
/** @typedef {Course['sums'][number]} Sums */
/** @typedef {{name: string, layers: {height: (sums: Sums) => number, look: string}[], most?: number}} Ribbon */

const WIDTH = 1000;
const HEIGHT = 40;
/**
 * From the bottom up: what is stacked in each ribbon.
 * @type {Ribbon[]}
 */
const RIBBONS = [
  { name: 'contraction', layers: [{ height: ({ held }) => held, look: 'ribbon-held' }, { height: ({ guarding }) => guarding, look: 'ribbon-guard' }] },
  { name: 'strain', layers: [{ height: ({ normal }) => normal, look: 'ribbon-normal' }, { height: ({ load, normal }) => load - normal, look: 'ribbon-felt' }] },
  { name: 'pain', layers: [{ height: ({ pain }) => pain, look: 'ribbon-pain' }], most: 10 },
  { name: 'arousal', layers: [{ height: ({ arousal }) => arousal, look: 'ribbon-arousal' }], most: 1 },
];
const MARKS = { event: 'mark-told', release: 'mark-release', arousal: 'mark-arousal' };

/** @type {(ribbon: Ribbon, sums: Sums) => number} */
const total = ({ layers }, sums) => layers.reduce((all, { height }) => all + height(sums), 0);

export class Ribbons {
  /** @param {Story} story */
  constructor(story) {
    this.story = story;
    this.place = the('ribbons');
  }

  /**
   * @param {Course} course what is played
   * @param {Course} whole the course with every release
   * @param {Set<string>} without ids of releases that are left out
   */
  show(course, whole, without) {
    const ribbons = RIBBONS.filter(({ name }) => name !== 'arousal' || whole.sums.some(({ arousal }) => arousal > 0));
    this.place.replaceChildren(this.#marks(without), ...ribbons.map((ribbon) => this.#ribbon(ribbon, course, whole)), this.#years());
  }

  /** @param {number} age years */
  #x(age) {
    return (age - this.story.from) / (this.story.to - this.story.from);
  }

  /**
   * @param {Ribbon} ribbon
   * @param {Course} course
   * @param {Course} whole
   */
  #ribbon(ribbon, course, whole) {
    const most = ribbon.most ?? Math.max(1e-9, ...[course, whole].flatMap(({ sums }) => sums.map((sum) => total(ribbon, sum))));
    const y = (/** @type {number} */ value) => HEIGHT - (value / most) * (HEIGHT - 2);
    /** @type {(of: Course, heights: number[]) => string[]} */
    const line = (of, heights) => heights.map((value, i) => `${(this.#x(of.ages[i]) * WIDTH).toFixed(1)} ${y(value).toFixed(2)}`);
    const picture = draw('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none' });
    let below = course.sums.map(() => 0);
    for (const { height, look } of ribbon.layers) {
      const above = course.sums.map((sum, i) => below[i] + Math.max(0, height(sum)));
      picture.append(draw('path', { class: look, d: `M${line(course, above).join('L')}L${line(course, below).reverse().join('L')}Z` }));
      below = above;
    }
    // From where the two part.
    const parts = whole.sums.findIndex((sum, i) => Math.abs(total(ribbon, sum) - total(ribbon, course.sums[i])) > most / 1000);
    if (parts > 0) {
      const heights = whole.sums.map((sum) => total(ribbon, sum));
      picture.append(draw('path', { class: 'ribbon-before', d: `M${line(whole, heights).slice(parts - 1).join('L')}` }));
    }
    return make('div', { className: 'ribbon' }, picture, make('span', { className: 'ribbon-name', text: say('ribbon', { ribbon: ribbon.name }) }));
  }

  /** @param {Set<string>} without */
  #marks(without) {
    const row = make('div', { className: 'ribbon is-marks' }, draw('svg', { viewBox: '0 0 1 1' }));
    row.style.position = 'relative';
    for (const { id, kind, age } of this.story.rows) {
      const mark = make('span', { className: `${MARKS[kind]}${without.has(id) ? ' is-off' : ''}` });
      mark.style.left = `${this.#x(age) * 100}%`;
      row.append(mark);
    }
    return row;
  }

  #years() {
    const { from, to, birth } = this.story;
    const row = make('div', { className: 'years' });
    const span = to - from;
    const room = this.place.clientWidth < 500 ? 5 : 10;
    const step = [1, 2, 5, 10, 20, 50].find((size) => span / size <= room) ?? 100;
    for (let year = Math.ceil((from + birth) / step) * step; year <= to + birth; year += step) {
      const x = this.#x(year - birth);
      if (x > 0.015 && x < 0.985) {
        const label = make('span', { text: String(year) });
        label.style.left = `${x * 100}%`;
        row.append(label);
      }
    }
    return row;
  }
}
