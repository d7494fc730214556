// What is picked, and the route by which the load of a held contraction gets there: glowing on the body, and as steps with shares.

import { body } from './body-page.js';
import { ask, inside, make } from './model-parts.js';
import { the } from './page.js';

const place = the('route');
/** @type {{key: string, stop: AbortController} | null} */
let asked = null;

const share = (value) => `${value < 0 ? '−' : ''}${Math.round(Math.abs(value) * 100)} %`;

/**
 * Asks for the routes from a held muscle to a place and shows them.
 * @param {{from: string, fromName: string, to: string, toName: string, without: string[]}} wanted `to` is muscle:ID or joint:ID
 */
export async function showRoute({ from, fromName, to, toName, without }) {
  const key = [from, to, ...without].join(' ');
  if (asked?.key === key) {
    return;
  }
  asked?.stop.abort();
  const stop = new AbortController();
  asked = { key, stop };
  const { signal } = stop;
  const query = new URLSearchParams({ muscle: from, to, without: without.join() });
  try {
    const told = await ask(`/strain/route?${query}`, signal);
    body.setRoutes(told.routes.map(({ path, share: weakest }) => ({ steps: [{ points: triples(path) }], share: Math.min(1, weakest) })));
    place.replaceChildren(...words(told, fromName, toName));
  } catch {
    if (!signal.aborted) {
      asked = null;
      body.setRoutes([]);
      place.replaceChildren(make('p', { className: 'quiet', text: 'The route could not be had. Pick it again to try once more.' }));
    }
  }
}

export function clearRoute() {
  asked?.stop.abort();
  asked = null;
  place.replaceChildren();
  body.setRoutes([]);
}

const triples = (path) => Array.from({ length: path.length / 3 }, (_, i) => path.slice(3 * i, 3 * i + 3));

function words({ routes, carriers, rest }, fromName, toName) {
  if (routes.length === 0) {
    return [make('p', { text: `No route of its own: what little of ${inside(fromName)} reaches ${inside(toName)} is spread over the whole body.` })];
  }
  const [first] = routes;
  const lead = first.steps.length === 0
    ? `Both are fixed to the same part: ${inside(first.start)}. The load needs no way between them.`
    : `The strongest way from ${inside(fromName)} to ${inside(toName)} goes by ${first.steps.map((step) => inside(step.by)).filter((by, i, all) => by !== all[i - 1]).join(', then ')}.`;
  const parts = [make('p', { text: lead })];
  routes.filter(({ steps }) => steps.length > 0).forEach((route, i, all) => parts.push(section(route, all.length > 1 ? ['Strongest way', 'Second way', 'Third way'][i] : 'The way')));
  parts.push(details(carriers, rest));
  return parts;
}

function section({ start, steps }, title) {
  const list = make('ol', {}, make('li', { className: 'route-place', text: start }));
  for (const step of steps) {
    list.append(make('li', {}, make('span', { text: by(step) }), make('span', { className: 'route-share', text: share(step.share) })),
      make('li', { className: 'route-place', text: step.to }));
  }
  return make('section', { className: 'route' }, make('h3', { text: title }), list);
}

const by = ({ kind, by: name }) => (kind === 'muscle' ? `by ${inside(name)}` : kind === 'fascia' ? `by fascia: ${inside(name)}` : `by ${inside(name)}`);

function details(carriers, rest) {
  const rows = carriers.map(({ name, share: part }) => make('li', {}, make('span', { text: name }), make('span', { className: 'route-share', text: share(part) })));
  rows.push(make('li', {}, make('span', { text: 'Posture control, ground, weight and resting tension' }), make('span', { className: 'route-share', text: share(rest) })));
  return make('details', {},
    make('summary', { text: 'Everything that carries it' }),
    make('p', { className: 'quiet small', text: 'Shares of the whole effect: they add up to 100 % over all parts of the body. Below 0: works against it. By so much the effect would change if that part were softer or stiffer.' }),
    make('div', { className: 'route' }, make('ul', {}, ...rows)));
}
