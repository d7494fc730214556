// The course of a life as the server sends it: moment after moment, and what lies between two moments in proportion.

/** Held contraction from which a muscle is said to be held, share of fibre length. */
export const NOTED = 0.005;
/** Pain from which a place is said to hurt, 0 to 10. */
export const HURTS = 0.5;

/**
 * @typedef {{age: number, arousal: number, capacity: number, held: Float32Array, guarding: Float32Array, load: Float32Array, adaptation: Float32Array,
 *     pain: Float32Array}} Moment
 */

export class Course {
  /**
   * @param {ArrayBuffer} bytes 32-bit floats; a moment is age, arousal, capacity, then held, guarding, load and adaptation of each
   *     muscle, then pain of each region
   * @param {number} muscles
   * @param {number} regions
   */
  constructor(bytes, muscles, regions) {
    this.muscles = muscles;
    this.regions = regions;
    this.width = 3 + 4 * muscles + regions;
    this.values = new Float32Array(bytes);
    this.count = this.values.length / this.width;
    if (!Number.isInteger(this.count) || this.count < 2) {
      throw new RangeError(`A course of ${this.values.length} numbers has no whole number of moments of ${this.width}.`);
    }
    this.ages = Array.from({ length: this.count }, (_, i) => this.values[i * this.width]);
    this.between = new Float32Array(this.width);
    this.sums = Array.from({ length: this.count }, (_, i) => sums(this.moment(i)));
  }

  /**
   * One moment.
   * @param {number} i
   */
  moment(i) {
    return this.#parts(this.values.subarray(i * this.width, (i + 1) * this.width));
  }

  /**
   * Place of an age among the moments, with its fraction.
   * @param {number} age years
   */
  place(age) {
    let low = 0;
    let high = this.count - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.ages[middle] <= age) {
        low = middle;
      } else {
        high = middle;
      }
    }
    const span = this.ages[high] - this.ages[low];
    return low + (span > 0 ? Math.min(1, Math.max(0, (age - this.ages[low]) / span)) : 0);
  }

  /**
   * The moment at a place; the same arrays each time.
   * @param {number} place as `place` gives it
   */
  at(place) {
    const first = Math.min(this.count - 2, Math.floor(place));
    const share = place - first;
    const from = first * this.width;
    for (let k = 0; k < this.width; k++) {
      const a = this.values[from + k];
      this.between[k] = a + share * (this.values[from + this.width + k] - a);
    }
    return this.#parts(this.between);
  }

  /**
   * @param {Float32Array} all
   * @returns {Moment}
   */
  #parts(all) {
    const part = (/** @type {number} */ k, size = this.muscles) => all.subarray(3 + k * this.muscles, 3 + k * this.muscles + size);
    return { age: all[0], arousal: all[1], capacity: all[2], held: part(0), guarding: part(1), load: part(2), adaptation: part(3), pain: part(4, this.regions) };
  }
}

/**
 * Places of the greatest values, the greatest first.
 * @param {Float32Array | number[]} values
 * @param {number} count at most so many
 * @param {number} least and none below this
 */
export function greatest(values, count, least) {
  /** @type {number[]} */
  const order = [];
  for (let i = 0; i < values.length; i++) {
    if (values[i] >= least) {
      order.push(i);
    }
  }
  return order.sort((a, b) => values[b] - values[a]).slice(0, count);
}

/**
 * What the ribbons show of a moment: sums over all muscles, and the pain of the place that hurts most.
 * @param {Moment} moment
 */
function sums({ arousal, held, guarding, load, adaptation, pain }) {
  const total = { arousal, held: 0, guarding: 0, load: 0, normal: 0, pain: 0 };
  for (let m = 0; m < held.length; m++) {
    total.held += held[m];
    total.guarding += guarding[m];
    total.load += load[m];
    total.normal += Math.min(load[m], adaptation[m]);
  }
  for (const value of pain) {
    total.pain = Math.max(total.pain, value);
  }
  return total;
}
