// A chosen file is read into the field, so that it is seen before it is sent.

import { the } from './page.js';

const chooser = the('file', HTMLInputElement);
const table = the('table', HTMLTextAreaElement);

the('file-field').hidden = false;
chooser.addEventListener('change', async () => {
  const [file] = chooser.files ?? [];
  if (file) {
    table.value = await file.text();
    table.focus();
  }
});
