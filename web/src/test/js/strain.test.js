// The product that every movement of a slider shows, and what is told of it.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Influence, roundUp, scaleOf } from '../../main/resources/static/script/body/strain.js';
import { ranked, turns } from '../../main/resources/static/script/hold-answers.js';

/** Rows as the server sends them: little-endian 32-bit floats (BodyControllerTest holds the other end). */
function bytesOf(rows) {
  const flat = rows.flat(), bytes = new ArrayBuffer(4 * flat.length), view = new DataView(bytes);
  flat.forEach((value, i) => view.setFloat32(4 * i, value, true));
  return bytes;
}

/** Numbers between -1 and 1, the same each time (mulberry32, Tommy Ettinger 2017, public domain). */
function numbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return 2 * (((t ^ (t >>> 14)) >>> 0) / 2 ** 32) - 1;
  };
}

const near = (a, b, scale = 1) => Math.abs(a - b) <= 1e-6 * scale + 1e-12; // 32-bit floats: 24 binary digits

test('hold_oneMuscle_isItsColumnTimesTheContraction', () => {
  const influence = new Influence(bytesOf([[1, 2, 3], [4, 5, 6], [7, 8, 9]]), 3);
  assert.deepEqual([...influence.hold([[1, 0.5]])], [1, 2.5, 4]);
  assert.deepEqual([...influence.hold([])], [0, 0, 0]);
});

test('hold_many_isTheSumOfEachAlone_andProportional', () => {
  const next = numbers(1);
  for (let round = 0; round < 50; round++) {
    const count = 1 + Math.floor(8 * Math.abs(next())), rows = 1 + Math.floor(8 * Math.abs(next()));
    const influence = new Influence(bytesOf(Array.from({ length: rows }, () => Array.from({ length: count }, next))), count, rows);
    const held = Array.from({ length: count }, (_, by) => [by, 0.3 * Math.abs(next())]);
    const together = [...influence.hold(held)];
    const alone = held.map((one) => [...influence.hold([one])]);
    together.forEach((value, row) => {
      assert.ok(near(value, alone.reduce((sum, each) => sum + each[row], 0), count));
      assert.ok(near(influence.of(row, held), value, count));
    });
    const twice = [...influence.hold(held.map(([by, contraction]) => [by, 2 * contraction]))];
    twice.forEach((value, row) => assert.ok(near(value, 2 * together[row], 2 * count)));
  }
});

test('influence_ofTheWrongSize_isRefusedWithBothSizes', () => {
  assert.throws(() => new Influence(new ArrayBuffer(12), 2), { name: 'RangeError', message: /12 bytes.*2 muscles and 2 answers need 16/ });
});

test('roundUp_isTheNextOf1And2And5', () => {
  for (const [value, expected] of [[0.03, 0.05], [0.05, 0.05], [0.051, 0.1], [1, 1], [1.1, 2], [700, 1000]]) {
    assert.ok(near(roundUp(value), expected, expected), `${value} gave ${roundUp(value)}`);
  }
});

test('scaleOf_isTheThirdGreatest_heldOnesLeftOut', () => {
  assert.equal(scaleOf([9, 0.4, -0.3, 0.15, 0.1], new Set([0])), 0.2);
  assert.equal(scaleOf([9], new Set([0])), 1e-6);
});

test('turns_haveTheWholeAngleAndTheGreatestAxis', () => {
  const [first, second] = turns([0.3, -0.4, 0, 0, 0, 0.1]);
  assert.ok(near(first.size, 0.5));
  assert.equal(first.axis, 'turning');
  assert.deepEqual(second, { size: 0.1, axis: 'bending' });
});

test('ranked_leavesOutWhatIsHeldAndWhatDoesNothing_strongestFirst', () => {
  const rows = ranked([{ id: 'a' }, { id: 'b' }, { id: 'c' }, { id: 'd' }], [0.1, -0.5, 0, 9], new Set(['d']));
  assert.deepEqual(rows.map(({ id, value }) => [id, value]), [['b', -0.5], ['a', 0.1]]);
});
