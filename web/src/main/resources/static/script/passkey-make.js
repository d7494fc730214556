// The page on which a device makes a passkey, once the password was typed.

import { the } from './page.js';
import { made, send } from './passkeys.js';
import { say } from './texts.js';

const make = document.getElementById('passkey-make');
if (make) {
  const form = the('passkey-add', HTMLFormElement);
  make.addEventListener('click', () =>
    send(form, the('passkey-said'), () => made(form.dataset.make ?? ''), say('passkey-not-made')));
}
