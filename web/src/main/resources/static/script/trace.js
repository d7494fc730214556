// Fetches the trace's answer, puts it into the page, and lights places on the body and in the list together.

import { body, bodyReady, tieList } from './body-page.js';

const place = document.getElementById('answer');

async function ask() {
  const response = await fetch(place.dataset.from, { headers: { Accept: 'text/html' } });
  if (!response.ok || response.redirected) {
    throw new Error(`status ${response.status}`);
  }
  const answer = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('.trace-answer');
  place.replaceChildren(answer);
  place.setAttribute('aria-busy', 'false');
  bodyReady.then(() => {
    for (const [layer, entries] of Object.entries(JSON.parse(answer.dataset.layers))) {
      body.setLayer(layer, entries);
    }
  }, () => {});
  tieList(answer.querySelectorAll('li[data-places]'));
}

if (place) {
  ask().catch(() => {
    const sorry = document.createElement('p');
    sorry.className = 'notice';
    sorry.textContent = 'The trace could not be had. Nothing was lost; reload the page to try again.';
    place.replaceChildren(sorry);
    place.setAttribute('aria-busy', 'false');
  });
}
