import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fill } from '../../main/resources/static/script/message.js';

globalThis.document = /** @type {any} */ ({ documentElement: { lang: 'en' } });
const MARKS = '{waiting, plural, =0 {All saved} one {# mark is} other {# marks are}} of {name}';

test('fill: a plural takes the exact number, the rule of the language, or other', () => {
  assert.equal(fill(MARKS, { waiting: 0, name: 'Ana' }), 'All saved of Ana');
  assert.equal(fill(MARKS, { waiting: 1, name: 'Ana' }), '1 mark is of Ana');
  assert.equal(fill(MARKS, { waiting: 12, name: 'Ana' }), '12 marks are of Ana');
  assert.equal(fill(MARKS, { waiting: 12000, name: 'Ana' }), '12,000 marks are of Ana');
});

test('fill: a choice may hold arguments and choices', () => {
  const text = '{side, select, left {{name}, {n, plural, one {one} other {#}}} other {{name}}}';
  assert.equal(fill(text, { side: 'left', name: 'Hip', n: 3 }), 'Hip, 3');
  assert.equal(fill(text, { side: 'midline', name: 'Hip', n: 3 }), 'Hip');
});

test('fill: what is given is not read as a text', () => {
  assert.equal(fill('Not kept: {problem}', { problem: '{waiting} #' }), 'Not kept: {waiting} #');
});

test('fill: an argument that is not given is an error', () => {
  assert.throws(() => fill(MARKS, { waiting: 1 }), RangeError);
});

const MESSAGES = new URL('../../../../words/src/main/resources/org/stillpoint/words/', import.meta.url);
const FILES = readdirSync(MESSAGES).filter((name) => /script_[a-z]{2}\.properties$/.test(name));

test('fill: every text of the scripts can be filled in, with each of its choices', () => {
  assert.ok(FILES.length >= 4, FILES.join());
  for (const file of FILES) {
    const lines = readFileSync(new URL(file, MESSAGES), 'utf8').split('\n').filter((line) => line.includes(' = '));
    for (const line of lines) {
      const text = line.slice(line.indexOf(' = ') + 3);
      const names = [...text.matchAll(/\{(\w+)(?=[,}])/g)].map(([, name]) => name);
      // The words before a bracket: among them are all choices.
      for (const choice of [0, 1, 2, 'other', ...[...text.matchAll(/(\w+) \{/g)].map(([, word]) => word)]) {
        const said = fill(text, Object.fromEntries(names.map((name) => [name, choice])));
        assert.ok(said.trim() !== '' && !/[{}#]/.test(said), `${file}: ${line} said "${said}"`);
      }
    }
  }
});
