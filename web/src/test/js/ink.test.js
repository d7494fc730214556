import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HEIGHT, WIDTH, extend, path, point, read, written } from '../../main/resources/static/script/ink.js';

test('a stroke that leaves the field stays at its edge, in whole units', () => {
  assert.deepEqual(point(-0.2, 1.5), [0, HEIGHT]);
  assert.deepEqual(point(0.5, 0.5), [WIDTH / 2, HEIGHT / 2]);
});

test('a place that says nothing new is left out', () => {
  /** @type {[number, number][]} */
  const stroke = [];
  extend(stroke, [10, 10]);
  extend(stroke, [11, 11]);
  extend(stroke, [20, 10]);
  assert.deepEqual(stroke, [[10, 10], [20, 10]]);
});

test('what is written is read again, and drawn', () => {
  /** @type {[number, number][][]} */
  const strokes = [[[1, 2], [30, 40]], [[5, 6]]];
  assert.equal(written(strokes), '1,2 30,40;5,6');
  assert.deepEqual(read(written(strokes)), strokes);
  assert.deepEqual(read(''), []);
  assert.equal(path(strokes), 'M1 2L30 40M5 6h0');
});
