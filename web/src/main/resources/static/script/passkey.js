// The sign-in page, where somebody uses a passkey: what the device shows goes where the page's form goes.

import { the } from './page.js';
import { known, send, shown } from './passkeys.js';
import { say } from './texts.js';

const use = document.getElementById('passkey-use');
if (use && known()) {
  const form = the('door', HTMLFormElement);
  the('passkey').hidden = false;
  use.addEventListener('click', () => send(form, the('passkey-said'), async () => {
    const told = await shown();
    form.action = '/sign-in/passkey';
    form.reset(); // a password that was typed meanwhile stays here
    return told;
  }, say('passkey-not-shown')));
}
