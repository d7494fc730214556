// Run by ./check with node --test.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isLocal, LocalSpeech } from '../../main/resources/static/script/local-speech.js';

/** A browser's recognition that answers as told. */
function recognitionOf(answer) {
  return class {
    static asked = [];

    static made = [];

    static async available(options) {
      this.asked.push(options);
      return answer();
    }

    constructor() {
      this.started = 0;
      this.constructor.made.push(this);
    }

    start() {
      this.started++;
    }

    stop() {
      this.onend();
    }
  };
}

test('isLocal_whereTheLanguageLiesOnTheDevice_andNowhereElse', async () => {
  const there = recognitionOf(() => 'available');
  assert.equal(await isLocal(there, 'en'), true);
  assert.deepEqual(there.asked, [{ langs: ['en'], processLocally: true }]);
  for (const answer of ['downloadable', 'downloading', 'unavailable']) {
    assert.equal(await isLocal(recognitionOf(() => answer), 'en'), false, answer);
  }
});

test('isLocal_whereNobodyAnswers_isNot', async () => {
  assert.equal(await isLocal(undefined, 'en'), false);
  assert.equal(await isLocal(class {}, 'en'), false);
  assert.equal(await isLocal(recognitionOf(() => Promise.reject(new Error('not allowed'))), 'en'), false);
});

test('speech_startsOnlyWhenAsked_onTheDevice_andHandsOverWhatWasSaid', () => {
  const recognition = recognitionOf(() => 'available');
  const heard = [], told = [];
  const speech = new LocalSpeech(recognition, 'en', (words) => heard.push(words), (listening) => told.push(listening));
  assert.equal(recognition.made.length, 0);
  speech.toggle();
  const [made] = recognition.made;
  assert.equal(made.processLocally, true);
  assert.equal(made.started, 1);
  made.onresult({ resultIndex: 1, results: [[{ transcript: 'before' }], [{ transcript: ' the wheel ' }]] });
  speech.toggle();
  assert.deepEqual(heard, ['the wheel']);
  assert.deepEqual(told, [true, false]);
});
