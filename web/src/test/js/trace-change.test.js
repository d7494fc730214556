import assert from 'node:assert/strict';
import { test } from 'node:test';

globalThis.document = /** @type {any} */ ({ documentElement: { lang: 'en' } });
const { changeOf } = await import('../../main/resources/static/script/trace-change.js');

const felt = { place: 'Rhomboids, left', grade: 'Clear' };
/** @type {(key: string, values: Record<string, string>) => string} */
const say = (key, { before = '', now = '' }) => [key, before, now].filter(Boolean).join(' ');

test('a share that moved is told before and now, in whole per cent', () => {
  assert.equal(changeOf(say, felt, 0.7449, 0.81), 'share-changed 74% 81%');
});

test('a share that moved by less than a per cent stays', () => {
  assert.equal(changeOf(say, felt, 0.741, 0.744), 'share-stays 74%');
});

test('a place that comes or goes is told as such, and unknown as unknown', () => {
  assert.equal(changeOf(say, felt, 0, 0.6), 'now-stands-out 60%');
  assert.equal(changeOf(say, felt, 0.6, 0), 'now-unknown');
  assert.equal(changeOf(say, felt, 0, 0), 'still-unknown');
});
