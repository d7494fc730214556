import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstToCompare, layersAt, nearest, stepped } from '../../main/resources/static/script/story-days.js';

/** @type {import('../../main/resources/static/script/story-days.js').Stop[]} */
const stops = [
  { x: 10, said: '2014: Car accident', item: 'e', changes: true },
  { x: 40, said: 'Pain marked', item: 'm', changes: true },
  { x: 60, said: 'Check-in', item: 'c', changes: false },
  { x: 60, said: 'Check-in', item: 'c', changes: false },
  { x: 80, said: 'Session 1', item: 's', changes: true },
  { x: 100, said: 'Today', item: '', changes: true },
];
const days = {
  told: [{ region: 'X205', from: 0 }],
  pain: [{ region: 'X205', from: 1, until: 4 }, { region: 'X101', from: 4 }],
  found: [{ muscle: 'psoas_major_left', from: 4 }],
};

test('layers hold from their entry until the next map, and later ones are empty', () => {
  assert.deepEqual(layersAt(days, 0), { told: [days.told[0]], pain: [], found: [] });
  assert.deepEqual(layersAt(days, 3).pain, [days.pain[0]]);
  assert.deepEqual(layersAt(days, 4).pain, [days.pain[1]]);
  assert.deepEqual(layersAt(days, 5), { told: [days.told[0]], pain: [days.pain[1]], found: [days.found[0]] });
});

test('a finger means the nearest entry, and the last of those at one place', () => {
  assert.equal(nearest(stops, -5), 0);
  assert.equal(nearest(stops, 26), 1);
  assert.equal(nearest(stops, 61), 3);
  assert.equal(nearest(stops, 200), 5);
});

test('keys go from entry to entry, to the ends, and on to where the body changes', () => {
  assert.equal(stepped(stops, 1, 'ArrowRight'), 2);
  assert.equal(stepped(stops, 0, 'ArrowLeft'), 0);
  assert.equal(stepped(stops, 5, 'ArrowUp'), 5);
  assert.equal(stepped(stops, 4, 'Home'), 0);
  assert.equal(stepped(stops, 0, 'End'), 5);
  assert.equal(stepped(stops, 1, 'PageUp'), 4);
  assert.equal(stepped(stops, 4, 'PageDown'), 1);
  assert.equal(stepped(stops, 4, 'x'), null);
});

test('now is compared with where marking or treatment began', () => {
  assert.equal(firstToCompare(stops, days), 1);
  assert.equal(firstToCompare(stops, { told: days.told }), 0);
});
