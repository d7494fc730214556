// The list of what answers most: muscles by their change of tension, joints by how far they turn.

import { draw, make } from './model-parts.js';
import { change, degrees } from './numbers.js';
import { the } from './page.js';
import { say } from './texts.js';

const SHORT = 8;
const LONG = 30;
const WIDTH = 72;
/** @type {Axis[]} about x, y and z */
const AXES = ['sideways', 'turning', 'bending'];

/**
 * How far each joint turns and mostly how.
 * @param {ArrayLike<number>} rotation about x, y, z in turn, rad
 */
export function turns(rotation) {
  return Array.from({ length: rotation.length / 3 }, (_, joint) => {
    const about = [0, 1, 2].map((axis) => rotation[3 * joint + axis]);
    const axis = about.reduce((best, value, i) => (Math.abs(value) > Math.abs(about[best]) ? i : best), 0);
    return { size: Math.hypot(...about), axis: AXES[axis] };
  });
}

/**
 * The rows of the list, the strongest first.
 * @param {Listed[]} names
 * @param {ArrayLike<number | {size: number, axis: Axis}>} values in the order of the names
 * @param {Set<string>} leftOut ids
 * @returns {Answering[]}
 */
export function ranked(names, values, leftOut) {
  return names.map((name, i) => answering(name, values[i]))
    .filter(({ id, value }) => !leftOut.has(id) && value !== 0)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value));
}

/**
 * @param {Listed} name
 * @param {number | {size: number, axis: Axis}} value
 * @returns {Answering}
 */
const answering = (name, value) => (typeof value === 'number' ? { ...name, value } : { ...name, value: value.size, axis: value.axis });

export class Answers {
  /** @param {(kind: What['kind'], id: string) => void} onpick */
  constructor(onpick) {
    this.list = the('answers');
    this.unit = the('answers-unit');
    this.more = the('more');
    this.showMore = this.more.textContent;
    this.long = false;
    /** @type {Row[]} */
    this.rows = [];
    /** @type {Parameters<Answers['show']>} */
    this.last = ['muscle', [], null];
    this.list.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      if (button) {
        onpick(/** @type {What['kind']} */ (button.dataset.kind), button.dataset.id ?? '');
      }
    });
    this.more.addEventListener('click', () => {
      this.long = !this.long;
      this.more.textContent = this.long ? say('show-fewer') : this.showMore;
      this.more.setAttribute('aria-expanded', String(this.long));
      this.show(...this.last);
    });
  }

  /**
   * @param {What['kind']} kind
   * @param {Answering[]} rows the strongest first
   * @param {string | null} picked id of what is picked
   */
  show(kind, rows, picked) {
    this.last = [kind, rows, picked];
    this.unit.textContent = rows.length === 0 ? say('nothing-answers')
      : kind === 'muscle' ? say('changes-of-tension') : say('turns-of-joints');
    const shown = rows.slice(0, this.long ? LONG : SHORT);
    // What was picked on the body stays in the list even where it answers little.
    const pickedRow = rows.find((row) => row.id === picked);
    if (pickedRow && !shown.includes(pickedRow)) {
      shown.push(pickedRow);
    }
    const most = Math.abs(rows[0]?.value ?? 0) || 1;
    while (this.rows.length < shown.length) {
      this.rows.push(new Row());
    }
    shown.forEach((row, i) => this.rows[i].show(kind, row, row.value / most, row.id === picked));
    const wanted = this.rows.slice(0, shown.length).map((row) => row.item);
    if (this.list.children.length !== wanted.length) {
      this.list.replaceChildren(...wanted);
    }
    this.more.hidden = rows.length <= SHORT;
  }
}

/** One row, kept and rewritten at every frame. */
class Row {
  constructor() {
    this.name = make('span');
    this.bar = draw('rect', { y: 1, height: 10, rx: 2 });
    this.number = make('span', { className: 'number' });
    const picture = draw('svg', { class: 'meter', viewBox: `0 0 ${WIDTH} 12`, width: WIDTH, 'aria-hidden': 'true' }, this.bar);
    this.axis = draw('line', { class: 'meter-axis', x1: WIDTH / 2, x2: WIDTH / 2, y1: 0, y2: 12 });
    picture.append(this.axis);
    this.button = make('button', { type: 'button', className: 'answer' }, this.name, picture, this.number);
    this.item = make('li', {}, this.button);
  }

  /**
   * @param {What['kind']} kind
   * @param {Answering} row
   * @param {number} share of the greatest
   * @param {boolean} picked
   */
  show(kind, row, share, picked) {
    const { button } = this;
    if (button.dataset.id !== row.id) {
      button.dataset.id = row.id;
      button.dataset.kind = kind;
      this.name.textContent = row.label;
    }
    button.setAttribute('aria-pressed', String(picked));
    const joint = kind === 'joint';
    const whole = joint ? WIDTH : WIDTH / 2;
    const length = Math.max(1, Math.abs(share) * whole);
    this.bar.setAttribute('class', joint ? 'is-turn' : row.value > 0 ? 'is-tension' : 'is-slack');
    this.bar.setAttribute('x', String(joint ? 0 : row.value > 0 ? WIDTH / 2 : WIDTH / 2 - length));
    this.bar.setAttribute('width', String(length));
    this.axis.toggleAttribute('hidden', joint);
    this.number.textContent = joint ? degrees(row.value) : change(row.value);
    if (row.axis) {
      this.number.append(' ', make('span', { className: 'word small', text: say('axis', { axis: row.axis }) }));
    }
  }
}
