// Fetches the trace's answer, shows it beside the body with the way to the pain, offers one place after another to feel, and asks anew at each finding.

import { body, bodyReady, onChoose, onPick } from './body-page.js';
import { all, first, the } from './page.js';
import { say } from './texts.js';
import { changeOf } from './trace-change.js';

/** @type {LayerName[]} */
let layersBefore = [];
let asked = 0;
/** Share of the pain that was accounted for by the answer before. @type {number | null} */
let explained = null;
/** Places to feel that were passed over. @type {Set<string>} */
const skipped = new Set();
/** The muscles of the place that is to be felt now. @type {string[]} */
let toFeel = [];

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
  const open = all('details[open][data-fold]', HTMLDetailsElement, the('answer')).map(({ dataset }) => dataset.fold);
  the('verdict').replaceChildren(first(answer, '.trace-said'));
  the('answer').replaceChildren(answer);
  the('answer').setAttribute('aria-busy', 'false');
  for (const fold of all('details[data-fold]', HTMLDetailsElement, answer)) {
    fold.open ||= open.includes(fold.dataset.fold);
  }
  for (const item of all('[data-item]', HTMLElement, answer)) {
    tie(item);
  }
  for (const button of all('[data-feel]', HTMLButtonElement, answer)) {
    button.addEventListener('click', () => feel(button.dataset.feel ?? '', true));
  }
  for (const button of all('[data-name="skip"]', HTMLButtonElement, answer)) {
    button.hidden = all('[data-name="feel"]', HTMLElement, answer).length < 2;
    button.addEventListener('click', () => {
      skipped.add(button.closest('li')?.dataset.places ?? '');
      nextToFeel();
      the('next-title').focus({ preventScroll: true });
    });
  }
  first(answer, '[data-put-away]').addEventListener('click', () => {
    nextToFeel();
    the('next-title').focus({ preventScroll: true });
  });
  nextToFeel();
  bodyReady.then(() => {
    /** @type {Partial<Record<LayerName, LayerEntry[]>>} */
    const layers = JSON.parse(answer.dataset.layers ?? '{}');
    const now = /** @type {LayerName[]} */ (Object.keys(layers));
    for (const layer of new Set([...layersBefore, ...now])) {
      body.setLayer(layer, layers[layer] ?? []);
    }
    if (!layersBefore.length) {
      body.fit(hurting());
    }
    layersBefore = now;
    rest();
  }, () => {});
}

/** What the body is shown for: where it hurts, what may hold and what was felt, and not all that was ever told. */
function hurting() {
  const near = /** @type {LayerName[]} */ (['pain', 'traced', 'found']).flatMap((name) => body.state.entries.get(name) ?? []);
  return near.map(({ region, muscle }) => region ?? muscle ?? '');
}

/** The first place that was not passed over; from the start again where all were. */
function nextToFeel() {
  const places = all('[data-name="feel"]').map(({ dataset }) => dataset.places ?? '');
  if (places.every((place) => skipped.has(place))) {
    skipped.clear();
  }
  feel(places.find((place) => !skipped.has(place)) ?? '');
}

/**
 * Shows one place to feel, and puts a chosen one away.
 * @param {string} which its muscles, blank-separated
 * @param {boolean} [come] whether the keyboard goes there
 */
function feel(which, come = false) {
  the('chosen').hidden = true;
  for (const place of all('[data-name="feel"]')) {
    place.hidden = place.dataset.places !== which;
  }
  the('next').hidden = which === '';
  toFeel = which.split(' ').filter(Boolean);
  rest();
  if (come) {
    the('next-title').focus();
  }
}

/** Nothing is pointed at: the place to feel is outlined, and the way from the first place to the pain glows. */
function rest() {
  light(toFeel, all('[data-glow]')[0]?.dataset.glow);
}

/**
 * @param {string[]} places muscles and regions
 * @param {string | undefined} glow
 */
function light(places, glow) {
  /** @type {Required<Route>[]} */
  const routes = JSON.parse(glow ?? '[]');
  bodyReady.then(() => {
    body.highlight(places);
    body.setRoutes(routes.map(({ steps, share }) => ({ steps, share: Math.min(1, share) })));
  }, () => {});
}

/**
 * An item and its place on the body are lit together; pressed, the body comes near to it.
 * @param {HTMLElement} item
 */
function tie(item) {
  const places = (item.dataset.places ?? '').split(' ').filter(Boolean);
  const on = () => {
    item.classList.add('lit');
    light(places, item.dataset.glow ?? '[]');
  };
  const off = () => {
    item.classList.remove('lit');
    rest();
  };
  item.addEventListener('pointerenter', on);
  item.addEventListener('pointerleave', off);
  item.addEventListener('focusin', on);
  item.addEventListener('focusout', off);
  item.addEventListener('click', ({ target }) => {
    if (target instanceof Element && !target.closest('button, summary, select')) {
      bodyReady.then(() => body.fit(places), () => {});
    }
  });
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
  const inList = form.closest('.felt') !== null;
  const what = { place: placeOf(form), grade: button.textContent ?? '' };
  form.querySelector('.notice')?.remove();
  try {
    const before = explained ?? 0;
    await ask(form.action, { method: 'POST', body: sent });
    explained = shareNow();
    the('changed').textContent = changeOf(say, what, before, explained);
    const again = all(`.felt [data-found="${CSS.escape(found)}"] button[name="${button.name}"][aria-pressed="true"]`)[0];
    (inList && again ? again : the('next-title')).focus({ preventScroll: true });
  } catch {
    the('answer').setAttribute('aria-busy', 'false');
    delete form.dataset.sent;
    form.append(sorry(say('finding-not-kept')));
  }
}

/** @param {HTMLFormElement} form */
function placeOf(form) {
  const joint = form.querySelector('select');
  return joint ? joint.selectedOptions[0]?.textContent ?? '' : first(form, '.place-name').textContent ?? '';
}

function shareNow() {
  return Number(first(the('answer'), '.trace-answer').dataset.explained);
}

// Without a pain map there is nothing to trace.
const [place] = all('[data-from]');
if (place) {
  ask(place.dataset.from ?? '').then(() => (explained = shareNow()), () => the('verdict').replaceChildren(sorry(say('no-trace'))));
  place.addEventListener('submit', (event) => {
    const { target: form, submitter } = /** @type {SubmitEvent} */ (event);
    if (form instanceof HTMLFormElement && form.matches('.palpate') && submitter instanceof HTMLButtonElement) {
      event.preventDefault();
      event.stopPropagation();
      find(form, submitter);
    }
  });
  onPick(({ region, muscle, muscles }) => {
    const picked = [region, muscle, ...muscles];
    const items = all('[data-item]', HTMLElement, place).filter((item) => item.offsetParent !== null);
    const [met] = items.filter((item) => (item.dataset.places ?? '').split(' ').some((id) => picked.includes(id)));
    for (const item of items) {
      item.classList.toggle('lit', item === met);
    }
    met?.scrollIntoView({ block: 'nearest' });
  });
  // Without scripts a muscle is searched for on a page of its own; here by the body's own search, or picked.
  onChoose(({ id, label }) => {
    feel('');
    the('next').hidden = false;
    the('chosen').hidden = false;
    the('chosen-name').textContent = label;
    first(the('chosen'), '[name="muscle"]', HTMLInputElement).value = id;
    toFeel = [id];
    rest();
    the('chosen-name').focus({ preventScroll: true });
  });
}
