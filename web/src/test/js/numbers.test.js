// Numbers as the page's language writes them; the expected ones are those of the Unicode locale data (CLDR).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { change, degrees, number, percent, wholePercent } from '../../main/resources/static/script/numbers.js';

/** @param {string} lang */
function speak(lang) {
  globalThis.document = /** @type {any} */ ({ documentElement: { lang } });
}

test('percent_keepsAsManyPlacesAsItNeeds', () => {
  speak('en-GB');
  assert.deepEqual([0.123, 0.0123, 0.00123, 0.000123, -0.05, 0, -0.0000001].map(percent), ['12%', '1.2%', '0.12%', '0.012%', '−5%', '0%', '0%']);
});

test('change_hasItsSign_wherever_itIsNotNothing', () => {
  speak('en-GB');
  assert.deepEqual([0.05, -0.012, 0].map(change), ['+5%', '−1.2%', '0%']);
});

test('wholePercent_hasNoPlaces', () => {
  speak('en-GB');
  assert.deepEqual([1, 0.256, -0.034].map(wholePercent), ['100%', '26%', '−3%']);
});

test('number_hasOnePlaceAtMost', () => {
  speak('en-GB');
  assert.deepEqual([7, 7.25, -1.5, 1234].map(number), ['7', '7.3', '−1.5', '1,234']);
});

test('degrees_haveTwoFigures_whicheverWayItTurns', () => {
  speak('en-GB');
  assert.deepEqual([Math.PI / 6, -0.00207, 0].map(degrees), ['30°', '0.12°', '0°']);
});

test('numbers_areThoseOfThePagesLanguage', () => {
  speak('de');
  assert.deepEqual([percent(0.0123), number(7.5), degrees(0.00207)], ['1,2\u00a0%', '7,5', '0,12°']);
  speak('');
  assert.equal(number(7.5), '7.5');
});
