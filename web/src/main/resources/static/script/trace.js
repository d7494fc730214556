// Fetches the trace's answer, puts it into the page, lights places on the body and in the list together, and asks anew at each finding.

import { body, bodyReady, onChoose, tieList } from './body-page.js';
import { all, first, the } from './page.js';
import { say } from './texts.js';

/** @type {LayerName[]} */
let layersBefore = [];
let asked = 0;

/**
 * @param {string} address
 * @param {RequestInit} options
 */
async function ask(address, options = {}) {
  const turn = ++asked;
  the('answer').setAttribute('aria-busy', 'true');
  const response = await fetch(address, { headers: { Accept: 'text/html' }, ...options });
  const answer = response.ok ? new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('.trace-answer') : null;
  if (!(answer instanceof HTMLElement)) {
    throw new Error(`status ${response.status}`);
  }
  if (turn === asked) {
    show(answer);
  }
}

/** @param {HTMLElement} answer */
function show(answer) {
  const place = the('answer');
  place.replaceChildren(answer);
  place.setAttribute('aria-busy', 'false');
  the('said').textContent = first(answer, '.sentence').textContent;
  bodyReady.then(() => {
    /** @type {Partial<Record<LayerName, LayerEntry[]>>} */
    const layers = JSON.parse(answer.dataset.layers ?? '{}');
    const now = /** @type {LayerName[]} */ (Object.keys(layers));
    for (const layer of new Set([...layersBefore, ...now])) {
      body.setLayer(layer, layers[layer] ?? []);
    }
    if (!layersBefore.length) {
      body.fit();
    }
    layersBefore = now;
    body.setRoutes([]);
  }, () => {});
  tieList(all('li[data-places]', HTMLElement, answer));
  for (const way of all('[data-glow] details:has(.ways)', HTMLDetailsElement, answer)) {
    way.addEventListener('toggle', () => glow(way));
  }
}

/**
 * The way to the pain glows on the body while it is told.
 * @param {HTMLDetailsElement} way
 */
function glow(way) {
  /** @type {Required<Route>[]} */
  const routes = way.open ? JSON.parse(/** @type {HTMLElement | null} */ (way.closest('[data-glow]'))?.dataset.glow ?? '[]') : [];
  bodyReady.then(() => body.setRoutes(routes.map(({ steps, share }) => ({ steps, share: Math.min(1, share) }))), () => {});
}

/** @param {string} words */
function sorry(words) {
  const text = document.createElement('p');
  text.className = 'notice';
  text.textContent = words;
  return text;
}

/**
 * A finding is sent at once, and the answer that counts it comes back.
 * @param {HTMLFormElement} form
 * @param {HTMLButtonElement} button
 */
async function find(form, button) {
  const sent = new URLSearchParams(/** @type {[string, string][]} */ ([...new FormData(form, button)]));
  const found = sent.get('muscle') ?? `joint:${sent.get('joint')}`;
  form.querySelector('.notice')?.remove();
  try {
    await ask(form.action, { method: 'POST', body: sent });
    all(`.felt [data-found="${CSS.escape(found)}"] button[name="${button.name}"][aria-pressed="true"]`)[0]?.focus({ preventScroll: true });
  } catch {
    the('answer').setAttribute('aria-busy', 'false');
    delete form.dataset.sent;
    form.append(sorry(say('finding-not-kept')));
  }
}

// Without a pain map there is nothing to trace.
const [place] = all('[data-from]');
if (place) {
  ask(place.dataset.from ?? '').catch(() => place.replaceChildren(sorry(say('no-trace'))));
  first(document, '.form-side').addEventListener('submit', (event) => {
    const { target: form, submitter } = /** @type {SubmitEvent} */ (event);
    if (form instanceof HTMLFormElement && form.matches('.palpate') && submitter instanceof HTMLButtonElement) {
      event.preventDefault();
      event.stopPropagation();
      find(form, submitter);
    }
  });
  // Without scripts a muscle is searched for on a page of its own; here by the body's own search.
  onChoose(({ id, label }) => {
    the('any-muscle', HTMLInputElement).value = id;
    the('any-muscle-name').textContent = label;
    the('any-grades', HTMLFieldSetElement).disabled = false;
  });
}
