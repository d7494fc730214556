// What held contractions do to the whole body: one product with the influence matrix per frame.

export class Influence {
  /**
   * @param {ArrayBuffer} bytes little-endian 32-bit floats, row by row: extra tension of the row's muscle, as a fraction of its
   *     maximal force, per unit contraction of the column's muscle
   * @param {number} count muscles
   * @param {number} rows answers: the muscles, or three rotations of each joint (rad) in the joints' twin of the matrix
   */
  constructor(bytes, count, rows = count) {
    if (bytes.byteLength !== 4 * count * rows) {
      throw new RangeError(`The influence matrix has ${bytes.byteLength} bytes; ${count} muscles and ${rows} answers need ${4 * count * rows}.`);
    }
    this.count = count;
    this.matrix = new Float32Array(bytes);
    this.answer = new Float32Array(rows);
  }

  /**
   * One answer alone; see hold.
   * @param {number} row
   * @param {Iterable<[number, number]>} held
   */
  of(row, held) {
    let sum = 0;
    for (const [by, contraction] of held) sum += this.matrix[row * this.count + by] * contraction;
    return sum;
  }

  /**
   * Extra tension of every muscle, as a fraction of its maximal force.
   * @param {Iterable<[number, number]>} held muscle index and contraction (fraction of fibre length)
   * @returns {Float32Array} the same array each time
   */
  hold(held) {
    const { matrix, count, answer } = this;
    answer.fill(0);
    for (const [by, contraction] of held) {
      for (let of = 0, at = by; of < answer.length; of++, at += count) answer[of] += matrix[at] * contraction;
    }
    return answer;
  }
}

/**
 * A round number (1, 2 or 5 times a power of ten) at or above `value`.
 * @param {number} value more than 0
 */
export function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5].map((m) => m * power).find((v) => v >= value * 0.999) ?? 10 * power;
}

/**
 * The end of the colour scale for a pattern: the held muscles themselves stand outside it.
 * @param {Iterable<number>} values
 * @param {Set<number>} heldIndices
 */
export function scaleOf(values, heldIndices) {
  const others = [...values].map(Math.abs).filter((_, i) => !heldIndices.has(i)).sort((a, b) => b - a);
  return roundUp(Math.max(1e-6, others[2] ?? others[0] ?? 0));
}
