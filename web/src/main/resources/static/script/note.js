// The note of a session: saved as it is typed, each sentence shown as drafted, changed or left out, and signed with a passkey where one is at hand.
// Without scripts the same form is saved and signed by its buttons.

import { Autosave, fieldsOf, goesAfter, sendFields } from './autosave.js';
import { all, first, the } from './page.js';
import { known, send, shown } from './passkeys.js';
import { say } from './texts.js';

const CHANGED = 409;

const form = document.getElementById('note-form');
if (form instanceof HTMLFormElement) {
  write(form);
}

/** @param {HTMLFormElement} note */
function write(note) {
  const stale = the('note-stale');
  const version = first(note, '[name=version]', HTMLInputElement);
  note.classList.add('is-live');

  /** What was typed; never how somebody shows who they are. */
  function typed() {
    const fields = fieldsOf(note);
    for (const secret of ['factor', 'passkey', 'username']) fields.delete(secret);
    return fields;
  }

  const autosave = new Autosave(
    async (leaving) => {
      const answer = await sendFields(note.dataset.draft ?? '', typed(), leaving);
      if (!answer.ok && answer.status !== CHANGED) return 'later';
      const kept = await answer.json();
      if (answer.ok) {
        version.value = kept.version;
        return 'kept';
      }
      stale.dataset.version = kept.version;
      return 'held';
    },
    (state) => {
      stale.hidden = state !== 'held';
      /** @type {Partial<Record<typeof state, string>>} */
      const texts = { saving: say('saving'), kept: say('all-saved') };
      the('note-state').textContent = texts[state] ?? say('not-saved-yet');
    },
  );

  for (const line of all('.note-line', HTMLElement, note)) {
    const field = first(line, 'textarea', HTMLTextAreaElement);
    const show = () => {
      line.classList.toggle('is-left-out', field.value.trim() === '');
      line.classList.toggle('is-changed', field.value.trim() !== '' && field.value.trim() !== line.dataset.drafted);
    };
    field.addEventListener('input', show);
    first(line, '.note-back', HTMLButtonElement).addEventListener('click', () => {
      field.value = line.dataset.drafted ?? '';
      show();
      autosave.soon();
    });
  }

  note.addEventListener('input', (event) => {
    if (event.target instanceof HTMLTextAreaElement) autosave.soon();
  });
  the('note-mine').addEventListener('click', () => {
    version.value = stale.dataset.version ?? version.value;
    autosave.now();
  });

  goesAfter(note, autosave);

  const use = document.getElementById('passkey-use');
  if (use && known()) {
    the('passkey').hidden = false;
    use.addEventListener('click', async () => {
      await autosave.settle();
      send(note, the('passkey-said'), shown, say('passkey-not-shown'));
    });
  }
}
