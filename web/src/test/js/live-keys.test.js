// Run by ./check with node --test.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markOf } from '../../main/resources/static/script/live-keys.js';

const KEYS = { PageDown: 'SOFTENING', b: 'TEARS', Enter: 'STOP' };
const pressed = (key, more = {}) => ({ key, repeat: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

test('markOf_aLearntKey_isItsMark_whateverTheCase', () => {
  assert.equal(markOf(pressed('PageDown'), false, KEYS), 'SOFTENING');
  assert.equal(markOf(pressed('B'), false, KEYS), 'TEARS');
  assert.equal(markOf(pressed('Enter'), false, KEYS), 'STOP');
});

test('markOf_anyOtherKey_isNone', () => {
  for (const key of ['a', 'PageUp', 'toString', 'constructor']) {
    assert.equal(markOf(pressed(key), false, KEYS), null, key);
  }
});

test('markOf_whileTyping_orHeldDown_orWithAModifier_isNone', () => {
  assert.equal(markOf(pressed('PageDown'), true, KEYS), null);
  for (const more of [{ repeat: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
    assert.equal(markOf(pressed('PageDown', more), false, KEYS), null, JSON.stringify(more));
  }
});
