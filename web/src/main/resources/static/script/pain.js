// Marking pain: pick a place on the body or in the list, say how much, undo, save. Nothing counts as saved until the
// server has answered.

import { body, bodyReady, onPick } from './body-page.js';
import { Marks } from './marks.js';
import { first, the } from './page.js';
import { say } from './texts.js';

const form = the('pain-form', HTMLFormElement);
const undo = the('undo', HTMLButtonElement);
const state = the('save-state');
const marked = the('marked');
/** @type {[code: string, before: string][]} */
const steps = [];

const marks = new Marks(form, {
  list: first(marked, 'ul'),
  show(codes) {
    undo.disabled = steps.length === 0;
    marked.hidden = codes.length === 0;
    bodyReady.then(() => body.setLayer('pain', codes.map((code) => ({
      region: code, value: marks.score(code) / 10, label: say('pain-of', { score: Number(marks.field(code).value) }),
    }))), () => {});
  },
  light: (code) => bodyReady.then(() => body.highlight([code]), () => {}),
  changed(code, before) {
    steps.push([code, before]);
    state.textContent = say('not-saved-yet');
    state.classList.add('unsaved');
  },
});

onPick(({ region, keys }) => {
  if (marks.has(region)) {
    marks.choose(region, keys ?? false);
  }
});
undo.addEventListener('click', () => {
  const step = steps.pop();
  if (!step) {
    return;
  }
  marks.putBack(...step);
  state.textContent = steps.length === 0 ? '' : say('not-saved-yet');
  state.classList.toggle('unsaved', steps.length > 0);
});
form.addEventListener('submit', () => {
  steps.length = 0;
  state.textContent = say('saving');
});
addEventListener('beforeunload', (event) => {
  if (steps.length > 0) {
    event.preventDefault();
  }
});
document.getElementById('problems')?.focus();
marks.show();
