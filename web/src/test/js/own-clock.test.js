// Days by the clock of the device on which somebody answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { localDay, onOwnClock } from '../../main/resources/static/script/own-clock.js';

test('localDay_lateInTheEvening_isTheDayOfThisClock_notOfUtc', () => {
  assert.equal(localDay(new Date(2026, 10, 5, 23, 59)), '2026-11-05');
  assert.equal(localDay(new Date(2027, 0, 1, 0, 1)), '2027-01-01');
});

test('onOwnClock_onTheFirstOfAMonth_letsTheTwoDaysBeforeBeChosen', () => {
  const offset = /** @type {HTMLInputElement} */ ({ value: '' }), day = /** @type {HTMLInputElement} */ ({ min: '', max: '', value: '' });
  const now = new Date(2026, 2, 1, 9);
  onOwnClock(offset, day, now);
  assert.deepEqual([day.min, day.max, day.value], ['2026-02-27', '2026-03-01', '']);
  assert.equal(Number(offset.value) + now.getTimezoneOffset(), 0);
});
