// The ribbons under the time line: contraction, strain, pain and stress over the years, and what happened when.

import { draw, make } from './model-parts.js';
import { the } from './page.js';

/** @typedef {import('./life-course.js').Course} Course */

const WIDTH = 1000;
const HEIGHT = 40;
/** From the bottom up: what is stacked in each ribbon. */
const RIBBONS = [
  { name: 'Contraction: held, and pale what only guards', layers: [['held', 'ribbon-held'], ['guarding', 'ribbon-guard']] },
  { name: 'Strain: grey what feels normal, orange what is felt', layers: [['normal', 'ribbon-normal'], [(sum) => sum.load - sum.normal, 'ribbon-felt']] },
  { name: 'Pain where it hurts most', layers: [['pain', 'ribbon-pain']], most: 10 },
  { name: 'Stress, tension and anxiety', layers: [['arousal', 'ribbon-arousal']], most: 1 },
];
const MARKS = { event: 'mark-told', release: 'mark-release', arousal: 'mark-arousal' };

const read = (what, sum) => (typeof what === 'function' ? what(sum) : sum[what]);
const total = (ribbon, sum) => ribbon.layers.reduce((all, [what]) => all + read(what, sum), 0);

export class Ribbons {
  /** @param {{from: number, to: number, birth: number, rows: {id: string, kind: string, age: number}[]}} story */
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
    const ribbons = RIBBONS.filter(({ layers: [[what]] }) => what !== 'arousal' || whole.sums.some((sum) => sum.arousal > 0));
    this.place.replaceChildren(this.#marks(without), ...ribbons.map((ribbon) => this.#ribbon(ribbon, course, whole)), this.#years());
  }

  #x(age) {
    return (age - this.story.from) / (this.story.to - this.story.from);
  }

  #ribbon(ribbon, course, whole) {
    const most = ribbon.most ?? Math.max(1e-9, ...[course, whole].flatMap(({ sums }) => sums.map((sum) => total(ribbon, sum))));
    const y = (value) => HEIGHT - (value / most) * (HEIGHT - 2);
    const line = (of, heights) => heights.map((value, i) => `${(this.#x(of.ages[i]) * WIDTH).toFixed(1)} ${y(value).toFixed(2)}`);
    const picture = draw('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'none' });
    let below = course.sums.map(() => 0);
    for (const [what, name] of ribbon.layers) {
      const above = course.sums.map((sum, i) => below[i] + Math.max(0, read(what, sum)));
      picture.append(draw('path', { class: name, d: `M${line(course, above).join('L')}L${line(course, below).reverse().join('L')}Z` }));
      below = above;
    }
    // From where the two part.
    const parts = whole.sums.findIndex((sum, i) => Math.abs(total(ribbon, sum) - total(ribbon, course.sums[i])) > most / 1000);
    if (parts > 0) {
      const heights = whole.sums.map((sum) => total(ribbon, sum));
      picture.append(draw('path', { class: 'ribbon-before', d: `M${line(whole, heights).slice(parts - 1).join('L')}` }));
    }
    return make('div', { className: 'ribbon' }, picture, make('span', { className: 'ribbon-name', text: ribbon.name }));
  }

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
