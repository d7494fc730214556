// Lets a check-in be opened and answered without a network, where the browser can. Where it cannot, nothing is sent into the void.

import { tellWorker } from './door-tell.js';
import { the } from './page.js';

const form = the('check-in', HTMLFormElement);
const link = new URL(form.action).pathname.replace(/\/check-in$/, '');

async function keep() {
  await navigator.serviceWorker.register(new URL('./door-worker.js', import.meta.url), { scope: '/link/', type: 'module' });
  const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name)).filter(({ origin }) => origin === location.origin);
  await tellWorker({ keep: [link, `${link}/waiting`], files: [...new Set([...files.map(({ pathname }) => pathname), '/script/door-waiting.js'])] });
  form.dataset.offline = 'kept';
}

if ('serviceWorker' in navigator) keep().catch(() => {}); // a browser that keeps nothing: then it is answered with a network alone
form.addEventListener('submit', (event) => {
  const lost = !navigator.onLine && form.dataset.offline !== 'kept';
  the('no-network').hidden = !lost;
  if (lost) event.preventDefault();
});
