// Where touch is welcome: pick a place on the body or in the list, say how it is there, save.

import { the } from './page.js';
import { askOnBody } from './touch-body.js';

const form = the('touch-form', HTMLFormElement);
let unsaved = false;

askOnBody(form, () => (unsaved = true));
form.addEventListener('submit', () => (unsaved = false));
addEventListener('beforeunload', (event) => {
  if (unsaved) event.preventDefault();
});
