// What is picked, and the route by which the load of a held contraction gets there: glowing on the body, and as steps with shares.

import { body } from './body-page.js';
import { ask, inside, make } from './model-parts.js';
import { wholePercent } from './numbers.js';
import { the } from './page.js';
import { say } from './texts.js';

const place = the('route');
const WAYS = ['first', 'second', 'third'];
/** @type {{key: string, stop: AbortController} | null} */
let asked = null;

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
    const told = /** @type {RouteTold} */ (await ask(`/strain/route?${query}`, signal));
    body.setRoutes(told.routes.map(({ path, share }) => ({ steps: [{ points: triples(path) }], share: Math.min(1, share) })));
    place.replaceChildren(...parts(told, inside(fromName), inside(toName)));
  } catch {
    if (!signal.aborted) {
      asked = null;
      body.setRoutes([]);
      place.replaceChildren(make('p', { className: 'quiet', text: say('no-route-had') }));
    }
  }
}

export function clearRoute() {
  asked?.stop.abort();
  asked = null;
  place.replaceChildren();
  body.setRoutes([]);
}

/** @param {number[]} path x, y, z in turn */
const triples = (path) => Array.from({ length: path.length / 3 }, (_, i) => path.slice(3 * i, 3 * i + 3));

/**
 * @param {RouteTold} told
 * @param {string} from
 * @param {string} to
 */
function parts({ routes, carriers, rest }, from, to) {
  if (routes.length === 0) {
    return [make('p', { text: say('no-route', { from, to }) })];
  }
  const ways = routes.filter(({ steps }) => steps.length > 0);
  return [
    make('p', { text: lead(routes[0], from, to) }),
    ...ways.map((way, i) => section(way, say('way', { way: ways.length > 1 ? WAYS[i] : 'only' }))),
    details(carriers, rest),
  ];
}

/**
 * @param {Way} way the strongest
 * @param {string} from
 * @param {string} to
 */
function lead({ start, steps }, from, to) {
  if (steps.length === 0) {
    return say('same-part', { part: inside(start) });
  }
  const by = steps.map((step) => inside(step.by)).filter((name, i, all) => name !== all[i - 1]);
  return say('strongest-way', { from, to, by: by.reduce((before, next) => say('then', { before, next })) });
}

/**
 * @param {Way} way
 * @param {string} title
 */
function section({ start, steps }, title) {
  const list = make('ol', {}, make('li', { className: 'route-place', text: start }));
  for (const { kind, by, to, share } of steps) {
    list.append(shared(say('by', { kind, name: inside(by) }), share), make('li', { className: 'route-place', text: to }));
  }
  return make('section', { className: 'route' }, make('h3', { text: title }), list);
}

/**
 * @param {RouteTold['carriers']} carriers
 * @param {number} rest
 */
function details(carriers, rest) {
  const rows = carriers.map(({ name, share }) => shared(name, share));
  return make('details', {},
    make('summary', { text: say('all-carriers') }),
    make('p', { className: 'quiet small', text: say('shares', { all: wholePercent(1) }) }),
    make('div', { className: 'route' }, make('ul', {}, ...rows, shared(say('other-carriers'), rest))));
}

/**
 * @param {string} name
 * @param {number} share of the whole effect
 */
const shared = (name, share) => make('li', {}, make('span', { text: name }), make('span', { className: 'route-share', text: wholePercent(share) }));
