// An address that is shown once is copied by a button, where the browser lets a page do so.

import { all } from './page.js';

const [button] = all('#copy-address', HTMLButtonElement);
const [address] = all('#address', HTMLElement);
const [said] = all('#address-copied', HTMLElement);

if (button && address && said && 'clipboard' in navigator) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(address.textContent ?? '');
    said.textContent = said.dataset.said ?? '';
  });
}
