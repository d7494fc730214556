// Marking pain: pick a place on the body or in the list, say how much, undo, save. Nothing counts as saved until the
// server has answered.

import { body, bodyReady, onPick } from './body-page.js';
import { number } from './numbers.js';
import { all, first, the } from './page.js';
import { say } from './texts.js';

const form = the('pain-form', HTMLFormElement);
const fields = new Map(all('.region-row input', HTMLInputElement, form).map((field) => [field.id, field]));
const names = new Map(all('.region-row label', HTMLLabelElement, form).map((label) => [label.htmlFor, label.textContent ?? '']));
const undo = the('undo', HTMLButtonElement);
const state = the('save-state');
const howMuch = the('how-much');
const howMuchPlace = the('how-much-place');
const scale = first(howMuch, '.scale');
const marked = the('marked');
const list = first(marked, 'ul');
const before = new Map([...fields].map(([code, field]) => [code, field.value]));
/** @type {[code: string, before: string][]} */
const steps = [];
/** @type {string | null} */
let current = null;

/** @param {string} code */
function fieldOf(code) {
  return /** @type {HTMLInputElement} */ (fields.get(code));
}

/** @param {string} code */
function score(code) {
  const value = Number(fieldOf(code).value);
  return Number.isFinite(value) ? Math.min(10, Math.max(0, value)) : 0;
}

/**
 * @param {string} code
 * @param {string} value
 */
function set(code, value) {
  const field = fieldOf(code);
  if (field.value === value) {
    return;
  }
  field.value = value;
  note(code);
}

/** @param {string} code */
function note(code) {
  const { value } = fieldOf(code);
  if (before.get(code) !== value) {
    steps.push([code, before.get(code) ?? '']);
    before.set(code, value);
    state.textContent = say('not-saved-yet');
    state.classList.add('unsaved');
    show();
  }
}

function show() {
  undo.disabled = steps.length === 0;
  const codes = [...fields.keys()].filter((code) => score(code) > 0);
  marked.hidden = codes.length === 0;
  list.replaceChildren(...codes.map(row));
  bodyReady.then(() => body.setLayer('pain', codes.map((code) => ({
    region: code, value: score(code) / 10, label: say('pain-of', { score: Number(fieldOf(code).value) }),
  }))), () => {});
  showScale();
}

/** @param {string} code */
function row(code) {
  const item = document.createElement('li');
  const name = document.createElement('span');
  name.className = 'name';
  name.textContent = names.get(code) ?? '';
  const value = document.createElement('span');
  value.className = 'score';
  value.textContent = number(Number(fieldOf(code).value));
  const change = document.createElement('button');
  change.type = 'button';
  change.textContent = say('change');
  change.setAttribute('aria-label', say('change-place', { place: names.get(code) ?? '' }));
  change.addEventListener('click', () => choose(code, true));
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.textContent = say('clear');
  clear.setAttribute('aria-label', say('clear-place', { place: names.get(code) ?? '' }));
  clear.addEventListener('click', () => {
    set(code, '');
    undo.focus();
  });
  item.classList.toggle('lit', code === current);
  item.append(name, value, change, clear);
  return item;
}

/**
 * @param {string} code
 * @param {boolean} focus
 */
function choose(code, focus) {
  current = code;
  howMuch.classList.remove('is-waiting');
  howMuchPlace.textContent = say('how-much', { place: names.get(code) ?? '' });
  all('.region-row').forEach((each) => each.classList.toggle('lit', each.dataset.region === code));
  bodyReady.then(() => body.highlight([code]), () => {});
  show();
  if (focus) {
    const buttons = all('button', HTMLButtonElement, scale);
    (buttons.find((button) => button.getAttribute('aria-pressed') === 'true') ?? buttons[0])?.focus();
  }
}

function showScale() {
  for (const button of all('button', HTMLButtonElement, scale)) {
    button.setAttribute('aria-pressed', String(current !== null && fieldOf(current).value === button.value));
  }
}

for (let value = 0; value <= 10; value++) {
  const button = document.createElement('button');
  button.type = 'button';
  button.value = String(value);
  button.textContent = number(value);
  button.addEventListener('click', () => current !== null && set(current, value === 0 ? '' : String(value)));
  scale.append(button);
}

for (const [code, field] of fields) {
  field.addEventListener('change', () => note(code));
  field.addEventListener('focus', () => bodyReady.then(() => body.highlight([code]), () => {}));
}
onPick(({ region, keys }) => {
  if (fields.has(region)) {
    choose(region, keys ?? false);
  }
});
undo.addEventListener('click', () => {
  const step = steps.pop();
  if (!step) {
    return;
  }
  const [code, value] = step;
  fieldOf(code).value = value;
  before.set(code, value);
  state.textContent = steps.length === 0 ? '' : say('not-saved-yet');
  state.classList.toggle('unsaved', steps.length > 0);
  show();
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
show();
