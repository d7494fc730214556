// The plan before a session: kept as it is chosen, with places of one's own from the body or its search.

import { Autosave, fieldsOf, goesAfter, sendFields } from './autosave.js';
import { onChoose, tieList } from './body-page.js';
import { all, first, the } from './page.js';

const CHANGED = 409;

const form = the('plan-form', HTMLFormElement);
const own = the('own-places');
tieList(all('#planned li'));
const [state] = all('#plan-state');
if (state) choose(state);

/** @param {HTMLElement} told where it is said what is kept */
function choose(told) {
  const version = first(form, '[name=version]', HTMLInputElement);
  let key = '';
  const autosave = new Autosave(
    async (leaving) => {
      const fields = fieldsOf(form);
      fields.set('key', key ||= crypto.randomUUID()); // by which it is kept once however often it is sent
      const answer = await sendFields(form.dataset.draft ?? '', fields, leaving);
      if (answer.status === CHANGED) return 'held';
      if (!answer.ok) return 'later';
      version.value = (await answer.json()).version;
      return 'kept';
    },
    (now) => {
      const { kept, stale, notKept = '' } = told.dataset;
      /** @type {Partial<Record<typeof now, string>>} */
      const texts = { saving: '', kept, held: stale };
      told.textContent = texts[now] ?? notKept;
    },
  );

  function changed() {
    key = '';
    autosave.soon();
  }

  onChoose(({ id, label }) => {
    if (all('[name=own]', HTMLInputElement, own).some((field) => field.value === id)) return;
    const row = /** @type {DocumentFragment} */ (the('own-place', HTMLTemplateElement).content.cloneNode(true));
    first(row, 'span').textContent = label;
    first(row, 'input', HTMLInputElement).value = id;
    own.append(row);
    changed();
  });
  own.addEventListener('click', (event) => {
    const remove = event.target instanceof HTMLElement ? event.target.closest('[data-remove]') : null;
    if (remove) {
      remove.closest('li')?.remove();
      changed();
    }
  });
  form.addEventListener('input', changed);
  goesAfter(form, autosave);
}
