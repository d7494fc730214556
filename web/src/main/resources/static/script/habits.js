// A key is learnt: what is pressed in a field is its name, from a keyboard or a pedal.

import { all } from './page.js';

const LEAVES = ['Tab', 'Escape', 'Shift', 'Control', 'Alt', 'Meta'];
const EMPTIES = ['Delete', 'Backspace'];

for (const field of all('.key-mark', HTMLInputElement)) {
  field.addEventListener('keydown', (event) => {
    if (LEAVES.includes(event.key) || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    event.preventDefault();
    field.value = EMPTIES.includes(event.key) ? '' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  });
}
