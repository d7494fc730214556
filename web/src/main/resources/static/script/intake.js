// One question of an intake: what is typed is saved while it is typed, and what could not be saved is said.

import { Autosave, fieldsOf, goesAfter, sendFields } from './autosave.js';
import { the } from './page.js';

const KEPT = 204; // what the program answers once it is saved, and never else
const FAILED = 500, OUTSIDE = [401, 423]; // it may yet be saved: the program did not manage, or somebody has to sign in or unlock first
const CLOSED = [404, 409]; // nothing is taken here any more: a link that was taken back or has run out, an intake that is completed
const form = the('intake', HTMLFormElement);
const saved = the('saved');
let closed = false;

const autosave = new Autosave(
  async (leaving) => {
    const typed = fieldsOf(form);
    typed.set('then', 'save');
    const { status } = await sendFields(form.action, typed, leaving);
    closed = CLOSED.includes(status);
    if (status === KEPT) return 'kept';
    return status >= FAILED || OUTSIDE.includes(status) ? 'later' : 'refused';
  },
  (state) => {
    const { saved: kept, closed: over = '', notSaved = '' } = saved.dataset;
    /** @type {Partial<Record<typeof state, string>>} */
    const texts = { saving: '', kept };
    saved.textContent = texts[state] ?? (closed ? over : notSaved);
  },
);

form.addEventListener('input', () => {
  saved.textContent = '';
  autosave.soon();
});
goesAfter(form, autosave);
