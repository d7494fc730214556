// The page that says that an answer waits on this device: asks again and again whether it could be sent, and shows then what the record answered.

import { tellWorker } from './door-tell.js';
import { the } from './page.js';

/** Between two tries while the page is open, ms. */
const EVERY = 10000;
const link = location.pathname.replace(/\/(?:check-in|waiting)$/, '');

async function ask() {
  const standing = await tellWorker({ send: link });
  if (standing === 'sent') location.replace(`${link}/check-in`);
  the('waits').hidden = standing === 'refused';
  the('refused').hidden = standing !== 'refused';
}

the('again').addEventListener('click', async () => {
  await tellWorker({ drop: link });
  location.replace(link);
});
addEventListener('online', ask);
setInterval(ask, EVERY);
ask();
