// Fetches the trace's answer, puts it into the page, lights places on the body and in the list together, and asks anew at each finding.

import { body, bodyReady, tieList } from './body-page.js';

const place = document.getElementById('answer');
const said = document.getElementById('said');
let layersBefore = [];
let asked = 0;

async function ask(address, options = {}) {
  const turn = ++asked;
  place.setAttribute('aria-busy', 'true');
  const response = await fetch(address, { headers: { Accept: 'text/html' }, ...options });
  const answer = response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('.trace-answer') : null;
  if (!answer) {
    throw new Error(`status ${response.status}`);
  }
  if (turn === asked) {
    show(answer);
  }
}

function show(answer) {
  place.replaceChildren(answer);
  place.setAttribute('aria-busy', 'false');
  said.textContent = answer.querySelector('.sentence').textContent;
  bodyReady.then(() => {
    const layers = JSON.parse(answer.dataset.layers);
    for (const layer of new Set([...layersBefore, ...Object.keys(layers)])) {
      body.setLayer(layer, layers[layer] ?? []);
    }
    layersBefore = Object.keys(layers);
    body.setRoutes([]);
  }, () => {});
  tieList(answer.querySelectorAll('li[data-places]'));
  for (const way of answer.querySelectorAll('[data-glow] details:has(.ways)')) {
    way.addEventListener('toggle', () => glow(way));
  }
}

/** The way to the pain glows on the body while it is told. */
function glow(way) {
  const routes = way.open ? JSON.parse(way.closest('[data-glow]').dataset.glow) : [];
  bodyReady.then(() => body.setRoutes(routes.map(({ steps, share }) => ({ steps, share: Math.min(1, share) }))), () => {});
}

function sorry(words) {
  const text = document.createElement('p');
  text.className = 'notice';
  text.textContent = words;
  return text;
}

/** A finding is sent at once, and the answer that counts it comes back. */
async function find(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  const found = body.get('muscle') ?? `joint:${body.get('joint')}`;
  form.querySelector('.notice')?.remove();
  try {
    await ask(form.action, { method: 'POST', body });
    place.querySelector(`.felt [data-found="${CSS.escape(found)}"] button[name="${button.name}"][aria-pressed="true"]`)?.focus({ preventScroll: true });
  } catch {
    place.setAttribute('aria-busy', 'false');
    delete form.dataset.sent;
    form.append(sorry('This finding could not be kept. Choose it again to try once more.'));
  }
}

if (place) {
  ask(place.dataset.from).catch(() => place.replaceChildren(sorry('The trace could not be had. Nothing was lost; reload the page to try again.')));
  document.querySelector('.form-side').addEventListener('submit', (event) => {
    if (event.target.matches('.palpate') && event.submitter) {
      event.preventDefault();
      event.stopPropagation();
      find(event.target, event.submitter);
    }
  });
  body?.addEventListener('pick', ({ detail }) => {
    if (detail.muscle) {
      document.getElementById('any-muscle').value = detail.muscle;
    }
  });
}
