// Marking pain: pick a place on the body or in the list, say how much, undo, save. Nothing counts as saved until the
// server has answered.

import { body, bodyReady } from './body-page.js';

const form = document.getElementById('pain-form');
const fields = new Map([...form.querySelectorAll('.region-row input')].map((field) => [field.id, field]));
const names = new Map([...form.querySelectorAll('.region-row label')].map((label) => [label.htmlFor, label.textContent]));
const undo = document.getElementById('undo');
const state = document.getElementById('save-state');
const howMuch = document.getElementById('how-much');
const howMuchPlace = document.getElementById('how-much-place');
const scale = howMuch.querySelector('.scale');
const marked = document.getElementById('marked');
const list = marked.querySelector('ul');
const before = new Map([...fields].map(([code, field]) => [code, field.value]));
const steps = [];
let current = null;

function score(code) {
  const value = Number(fields.get(code).value);
  return Number.isFinite(value) ? Math.min(10, Math.max(0, value)) : 0;
}

function set(code, value) {
  const field = fields.get(code);
  if (field.value === value) {
    return;
  }
  field.value = value;
  note(code);
}

function note(code) {
  const value = fields.get(code).value;
  if (before.get(code) !== value) {
    steps.push([code, before.get(code)]);
    before.set(code, value);
    state.textContent = 'Not saved yet';
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
    region: code, value: score(code) / 10, label: `pain ${fields.get(code).value}`,
  }))), () => {});
  showScale();
}

function row(code) {
  const item = document.createElement('li');
  const name = document.createElement('span');
  name.className = 'name';
  name.textContent = names.get(code);
  const value = document.createElement('span');
  value.className = 'score';
  value.textContent = fields.get(code).value;
  const change = document.createElement('button');
  change.type = 'button';
  change.textContent = 'Change';
  change.setAttribute('aria-label', `Change ${names.get(code)}`);
  change.addEventListener('click', () => choose(code, true));
  const clear = document.createElement('button');
  clear.type = 'button';
  clear.textContent = 'Clear';
  clear.setAttribute('aria-label', `Clear ${names.get(code)}`);
  clear.addEventListener('click', () => {
    set(code, '');
    undo.focus();
  });
  item.classList.toggle('lit', code === current);
  item.append(name, value, change, clear);
  return item;
}

function choose(code, focus) {
  current = code;
  howMuch.hidden = false;
  howMuchPlace.textContent = `${names.get(code)}: how much?`;
  document.querySelectorAll('.region-row').forEach((each) => each.classList.toggle('lit', each.dataset.region === code));
  bodyReady.then(() => body.highlight([code]), () => {});
  show();
  if (focus) {
    (scale.querySelector('[aria-pressed="true"]') ?? scale.firstElementChild).focus();
  }
}

function showScale() {
  for (const button of scale.children) {
    button.setAttribute('aria-pressed', String(current !== null && fields.get(current).value === button.value));
  }
}

for (let value = 0; value <= 10; value++) {
  const button = document.createElement('button');
  button.type = 'button';
  button.value = String(value);
  button.textContent = String(value);
  button.addEventListener('click', () => set(current, value === 0 ? '' : String(value)));
  scale.append(button);
}

for (const [code, field] of fields) {
  field.addEventListener('change', () => note(code));
  field.addEventListener('focus', () => bodyReady.then(() => body.highlight([code]), () => {}));
}
body.addEventListener('pick', (event) => {
  if (fields.has(event.detail.region)) {
    choose(event.detail.region, false);
  }
});
undo.addEventListener('click', () => {
  const [code, value] = steps.pop();
  fields.get(code).value = value;
  before.set(code, value);
  state.textContent = steps.length === 0 ? '' : 'Not saved yet';
  state.classList.toggle('unsaved', steps.length > 0);
  show();
});
form.addEventListener('submit', () => {
  steps.length = 0;
  state.textContent = 'Saving …';
});
addEventListener('beforeunload', (event) => {
  if (steps.length > 0) {
    event.preventDefault();
  }
});
document.getElementById('problems')?.focus();
show();
