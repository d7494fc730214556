// Turns each number field of a score into a slider that knows the difference between "0" and "not answered".

import { number } from './numbers.js';
import { all, first } from './page.js';
import { say } from './texts.js';

const NOT_ANSWERED = say('not-answered');

/** @param {HTMLElement} box */
function enhance(box) {
  const field = first(box, 'input[type="number"]', HTMLInputElement);
  const label = first(box, 'label', HTMLLabelElement);
  const shown = first(box, 'output');
  const range = document.createElement('input');
  Object.assign(range, { type: 'range', min: '0', max: '10', step: '0.5', id: `${field.id}-slider` });
  range.setAttribute('aria-describedby', field.getAttribute('aria-describedby') ?? '');
  if (field.getAttribute('aria-invalid') === 'true') {
    range.setAttribute('aria-invalid', 'true');
  }
  const clear = document.createElement('button');
  Object.assign(clear, { type: 'button', className: 'plain clear', textContent: say('clear') });
  clear.setAttribute('aria-label', say('clear-place', { place: label.firstChild?.textContent?.trim() ?? '' }));
  label.htmlFor = range.id;
  field.type = 'hidden';
  field.before(range);
  first(box, '.value').append(clear);

  function show() {
    const answered = field.value !== '';
    box.dataset.answered = String(answered);
    const said = answered ? number(Number(field.value)) : shown.dataset.unanswered ?? NOT_ANSWERED;
    shown.textContent = said;
    range.setAttribute('aria-valuetext', said);
    clear.hidden = !answered;
  }

  function answer() {
    if (field.value !== range.value) {
      field.value = range.value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
    show();
  }

  range.value = field.value === '' ? '0' : field.value;
  range.addEventListener('input', answer);
  range.addEventListener('pointerup', answer);
  range.addEventListener('keydown', (event) => {
    // An unanswered slider stands at 0, where these keys move nothing and so tell nothing: they answer 0, at once.
    if (field.value === '' && [' ', 'Home', 'ArrowLeft', 'ArrowDown', 'PageDown'].includes(event.key)) {
      answer();
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      clear.click();
    }
  });
  clear.addEventListener('click', () => {
    field.value = '';
    range.value = '0';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    show();
    range.focus();
  });
  show();
}

all('[data-slider]').forEach(enhance);
document.getElementById('problems')?.focus();
