// The hour of an appointment on the device's own clock, where that is another than the practice's.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { ownHour } from '../../main/resources/static/script/own-time.js';

const WINTER = '2026-12-03T09:00:00Z';
const SUMMER = '2027-07-01T08:00:00Z';

test('ownHour_inTheZoneOfThePractice_isNotSaid', () => {
  assert.equal(ownHour(WINTER, 60, 'en-GB', 'Europe/Berlin'), '');
  assert.equal(ownHour(SUMMER, 120, 'en-GB', 'Europe/Berlin'), '');
  assert.equal(ownHour(WINTER, 0, 'en-GB', 'UTC'), '');
});

test('ownHour_whereAnotherClockShowsTheSame_isNotSaid', () => {
  assert.equal(ownHour(WINTER, 60, 'en-GB', 'Europe/Paris'), '');
});

test('ownHour_elsewhere_isSaidInThePagesLanguage_ofThatDay', () => {
  assert.match(ownHour(WINTER, 60, 'en-GB', 'America/New_York'), /Thursday.*3 December.*04:00/);
  assert.match(ownHour(SUMMER, 120, 'de', 'Asia/Kolkata'), /Donnerstag.*1\. Juli.*13:30/);
  assert.match(ownHour(WINTER, 60, 'fr', 'Pacific/Auckland'), /jeudi 3 décembre.*22:00/);
});
