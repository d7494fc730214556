// Where touch is welcome: pick a place on the body or in the list, say how it is there, save.

import { body, bodyReady, onPick } from './body-page.js';
import { all, first, the } from './page.js';

const form = the('touch-form', HTMLFormElement);
const ask = the('how-much');
const place = the('how-much-place');
const fields = new Map(all('.touch-row select', HTMLSelectElement, form).map((field) => [field.id, field]));
const buttons = all('.touch-scale button', HTMLButtonElement, ask);
let unsaved = false;
let current = '';

function show() {
  const guarded = [...fields].filter(([, field]) => field.value === 'NEVER' || field.value === 'ASK');
  bodyReady.then(() => body.setLayer('guarded', guarded.map(([code, field]) => {
    const never = field.value === 'NEVER';
    return { region: code, value: never ? 1 : 0.5, label: (never ? ask.dataset.never : ask.dataset.ask) ?? '' };
  })), () => {});
  for (const button of buttons) {
    button.setAttribute('aria-pressed', String(current !== '' && fields.get(current)?.value === button.value));
  }
}

/** @param {string} code */
function choose(code) {
  current = code;
  ask.classList.remove('is-waiting');
  place.textContent = first(form, `label[for="${code}"]`).textContent;
  bodyReady.then(() => body.highlight([code]), () => {});
  show();
}

onPick(({ region, keys }) => {
  if (fields.has(region)) {
    choose(region);
    if (keys) buttons[0].focus();
  }
});
for (const [code, field] of fields) {
  field.addEventListener('focus', () => choose(code));
  field.addEventListener('change', () => {
    unsaved = true;
    show();
  });
}
for (const button of buttons) {
  button.addEventListener('click', () => {
    const field = fields.get(current);
    if (field) {
      field.value = button.value;
      unsaved = true;
      show();
    }
  });
}
form.addEventListener('submit', () => (unsaved = false));
addEventListener('beforeunload', (event) => {
  if (unsaved) event.preventDefault();
});
