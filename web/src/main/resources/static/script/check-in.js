// A check-in, one question a screen: where it hurts, beginning with the map of last time, then a tap for each answer. Without
// scripts it is one long form. Nothing moves while a finger is down: an answer goes on when the finger has left.

import { dress, light, onPlace } from './flat-body.js';
import { Marks } from './marks.js';
import { onOwnClock } from './own-clock.js';
import { all, first, the } from './page.js';

const form = /** @type {HTMLFormElement} */ (the('asks').closest('form'));
const steps = all('[data-step]').filter((step) => !step.closest('.more'));
const where = first(form, '[data-step="where"]', HTMLFieldSetElement);
/** Whether there is a map of last time. */
const begins = form.querySelector('input[value="still"]') !== null;
const words = the('worse', HTMLTextAreaElement);
const flags = all('input[name="redFlag"]', HTMLInputElement, form);
const dots = the('dots');
const on = the('ask-on', HTMLButtonElement);
const last = steps.length - 1;
let at = 0, marked = 0;

const marks = new Marks(form, {
  list: the('marked-list'),
  show(codes) {
    marked = codes.length;
    dress((code, shape) => {
      shape.toggleAttribute('data-pain', codes.includes(code));
      shape.setAttribute('fill-opacity', codes.includes(code) ? String(0.55 + 0.045 * marks.score(code)) : '1');
    });
  },
  light,
  changed() {
    answer('marked');
    show(at, false);
  },
});

const begun = [...marks.before];

/** @param {string} value of "where" */
function answer(value) {
  const radio = form.querySelector(`input[name="where"][value="${value}"]`);
  if (radio instanceof HTMLInputElement) radio.checked = true;
}

/** @param {string} value of "where" */
function isSaid(value) {
  return form.querySelector(`input[name="where"][value="${value}"]:checked`) !== null;
}

/** @param {boolean} marking */
function mark(marking) {
  where.classList.toggle('is-marking', marking);
  the('how-much').hidden = !marking;
  the('tap-hint').hidden = !marking;
  the('turns').hidden = !marking;
  first(where, '.regions').hidden = !marking;
  first(where, '.where-choices').hidden = marking && begins;
  show(at, false);
}

/** @param {HTMLElement} step */
function answered(step) {
  return step.querySelector('input:checked') !== null;
}

/**
 * Shows one question.
 * @param {number} index
 */
function show(index, focus = true) {
  at = index;
  steps.forEach((step, i) => (step.hidden = i !== index));
  [...dots.children].forEach((dot, i) => dot.classList.toggle('is-now', i === index));
  const step = steps[index], asksWhere = step === where;
  the('ask-back').hidden = index === first0() && !(begins && where.classList.contains('is-marking'));
  the('ask-skip').hidden = !asksWhere || answered(where);
  on.hidden = index === last || !answered(step) || (asksWhere && marked === 0 && !begins && !isSaid('nowhere'));
  if (focus) {
    step.focus({ preventScroll: true });
    if (step.getBoundingClientRect().top < 0) step.scrollIntoView();
  }
}

/** The first question that is asked: where it hurts is asked of today alone. */
function first0() {
  return where.disabled ? 1 : 0;
}

function next() {
  if (at < last) show(at + 1);
}

for (const step of steps) {
  dots.append(document.createElement('li'));
  for (const radio of all('input[type="radio"]', HTMLInputElement, step)) {
    radio.addEventListener('click', (event) => {
      if (step === where && radio.value === 'marked') {
        mark(true);
      } else if (event.detail > 0 && step !== steps[last]) {
        next();
      } else {
        show(at, false);
      }
    });
  }
}

onPlace((code) => {
  if (where.classList.contains('is-marking')) marks.choose(code, false);
});

the('ask-back').addEventListener('click', () => {
  if (steps[at] === where) {
    for (const [code, value] of begun) marks.putBack(code, value);
    for (const radio of all('input[name="where"]', HTMLInputElement, where)) radio.checked = false;
    mark(false);
  } else {
    show(Math.max(first0(), at - 1));
  }
});
the('ask-skip').addEventListener('click', next);
on.addEventListener('click', () => {
  if (steps[at] === where && isSaid('marked') && marked === 0) answer('nowhere'); // all of last time's marks were cleared
  next();
});

the('no').addEventListener('click', () => {
  words.value = '';
  for (const flag of flags) flag.checked = false;
  form.requestSubmit(first(the('done'), 'button', HTMLButtonElement));
});
the('yes').addEventListener('click', () => {
  worse(true);
  words.focus();
});

/** @param {boolean} said */
function worse(said) {
  the('is-worse').hidden = said;
  the('worse-words').hidden = !said;
  the('done').hidden = !said;
}

form.addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || target instanceof HTMLTextAreaElement) return;
  if (event.key === 'Enter' && target instanceof HTMLInputElement) {
    event.preventDefault();
    if (target.type === 'radio' && answered(steps[at])) next();
  } else if (/^[0-9]$/.test(event.key) && !(target instanceof HTMLInputElement && target.type !== 'radio')) {
    const radio = steps[at].querySelector(`:scope > .eleven input[value="${event.key}"]`);
    if (radio instanceof HTMLInputElement) {
      radio.checked = true;
      next();
    }
  }
});

const day = document.getElementById('day'), offset = document.getElementById('offset');
if (offset instanceof HTMLInputElement && day instanceof HTMLInputElement) onOwnClock(offset, day); // the page may be of days ago

/** Whether it is of a day that has been. */
function isPast() {
  return day instanceof HTMLInputElement && day.value !== '' && day.value !== day.max;
}

day?.addEventListener('change', () => {
  where.disabled = isPast();
  show(first0(), false);
});

dots.hidden = the('ways').hidden = the('is-worse').hidden = false;
worse(words.value !== '' || flags.some((flag) => flag.checked));
where.disabled = isPast();
marks.show();
mark(!begins || isSaid('marked'));
const refused = steps.findIndex((step) => step.querySelector('.problem:not([hidden])'));
show(refused >= 0 ? refused : first0(), false);
document.getElementById('problems')?.focus();
