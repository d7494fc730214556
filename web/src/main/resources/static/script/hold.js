// Hold a muscle: one product of the influence matrix a frame while a slider moves, the exact answer when it rests.

import { Influence } from './body/strain.js';
import { body, bodyReady, onChoose, onPick } from './body-page.js';
import { Answers, ranked, turns } from './hold-answers.js';
import { Held } from './hold-held.js';
import { clearRoute, showRoute } from './hold-route.js';
import { ask, atRest, eachFrame, inside } from './model-parts.js';
import { degrees, percent } from './numbers.js';
import { all, first, the as $, told } from './page.js';
import { say } from './texts.js';

const page = $('hold');
const linearTo = Number(page.dataset.linearTo); // share of fibre length up to which the answer is in proportion
const REST = 250; // ms without a movement before the exact answer is asked for
const FIRST = ['psoas_major_right', '0.05']; // what is held when the page opens, so that there is something to see
const START = 0.05; // contraction of a muscle that is newly held, fibre lengths

/** @type {Listed[]} */
const joints = told(page.dataset.joints).map((/** @type {{id: string, name: string}} */ { id, name }) => ({ id, label: name }));
const held = new Held(Number(page.dataset.greatest), () => moved());
const answers = new Answers((kind, id) => pick(picked?.id === id ? null : { kind, id }));
/** @type {What['kind']} */
let listed = 'muscle';
/** @type {What | null} */
let picked = null;
/** @type {string | null} */
let from = null; // the held muscle whose route is shown; null: the one that matters most
/** @type {Influence} */
let turning; // the joints' twin of the influence matrix
/** @type {{tension: Float32Array, rotation: Float32Array}} */
let now = { tension: new Float32Array(), rotation: new Float32Array() };
/** @type {AbortController | null} */
let asked = null;

/** @param {string} id */
const isMuscle = (id) => body.anatomy.muscleIndex.has(id);
/** @param {string} id of a muscle */
const muscleAt = (id) => /** @type {number} */ (body.anatomy.muscleIndex.get(id));
/** @param {What} what */
const nameOf = ({ kind, id }) => (kind === 'muscle' ? body.muscles[muscleAt(id)] : joints.find((joint) => joint.id === id))?.label ?? id;
/** @param {Answering} row of a muscle */
const direction = ({ value }) => (value > 0 ? 'tightens' : 'slackens');
const without = () => all('input[name="grade"]:not(:checked)', HTMLInputElement).map((box) => box.value);

/** The answer in proportion: what every movement of a slider shows at once. */
const answer = eachFrame(() => {
  const extents = held.extents;
  const tension = body.hold(extents);
  const pairs = Object.entries(extents).map(([id, extent]) => /** @type {[number, number]} */ ([muscleAt(id), extent]));
  now = { tension, rotation: turning.hold(pairs) };
  show();
});

const settle = atRest(async () => {
  const extents = Object.entries(held.extents).filter(([, extent]) => extent > 0);
  asked?.abort();
  if (extents.length === 0) {
    return;
  }
  asked = new AbortController();
  const { signal } = asked;
  const query = new URLSearchParams(extents.map(([id, extent]) => ['hold', `${id}=${extent}`]));
  query.set('without', without().join());
  try {
    const exact = /** @type {ExactAnswer} */ (await ask(`/strain/hold?${query}`, signal));
    if (!signal.aborted) {
      take(exact, extents);
    }
  } catch {
    if (!signal.aborted) {
      $('exactness').textContent = say('no-exact-answer', { bound: percent(linearTo) });
    }
  }
}, REST);

/**
 * @param {ExactAnswer} exact
 * @param {[string, number][]} extents
 */
function take(exact, extents) {
  const tension = Float32Array.from(exact.tension);
  const pairs = extents.map(([id, extent]) => /** @type {[number, number]} */ ([muscleAt(id), extent]));
  const off = body.influence.hold(pairs).reduce((most, value, i) => Math.max(most, Math.abs(value - tension[i])), 0);
  now = { tension, rotation: Float32Array.from(exact.rotation) };
  body.showStrain(tension, { scale: body.scale, held: pairs });
  const { slack } = exact;
  const workedOut = exact.shapeFollows ? say('worked-out-anew', { slack }) : say('worked-out-exactly', { slack });
  $('exactness').textContent = `${workedOut} ${off < 5e-5 ? say('proportion-same') : say('proportion-off', { change: percent(off) })}`;
  page.dataset.exact = String(exact.shapeFollows);
  show();
}

function moved() {
  asked?.abort();
  delete page.dataset.exact;
  $('exactness').textContent = held.ids.length === 0 ? '' : Object.values(held.extents).some((extent) => extent > linearTo)
    ? say('approximate', { bound: percent(linearTo) }) : say('in-proportion');
  answer();
  settle();
  remember();
}

function show() {
  const ids = held.ids.filter((id) => held.extents[id] > 0);
  const leftOut = new Set(held.ids);
  const muscles = ids.length ? ranked(body.muscles, now.tension, leftOut) : [];
  const turned = ids.length ? ranked(joints, turns(now.rotation), leftOut) : [];
  answers.show(listed, listed === 'muscle' ? muscles : turned, picked?.kind === listed ? picked.id : null);
  held.own((id) => now.tension[muscleAt(id)]);
  $('sentence').textContent = sentence(ids, muscles);
  showPicked(ids, muscles, turned);
}

/**
 * @param {string[]} ids of what is held by more than 0
 * @param {Answering[]} muscles the strongest first
 */
function sentence(ids, [most]) {
  if (held.ids.length === 0) {
    return say('nothing-held');
  }
  if (ids.length === 0 || !most) {
    return say('at-rest');
  }
  const answered = { most: inside(most.label), direction: direction(most), change: percent(Math.abs(most.value)) };
  return ids.length === 1
    ? say('one-held', { muscle: nameOf({ kind: 'muscle', id: ids[0] }), extent: percent(held.extents[ids[0]]), ...answered })
    : say('several-held', { muscles: ids.length, ...answered });
}

/**
 * @param {string[]} ids of what is held by more than 0
 * @param {Answering[]} muscles
 * @param {Answering[]} turned
 */
function showPicked(ids, muscles, turned) {
  const what = picked;
  $('picked').hidden = what === null;
  if (what === null) {
    return;
  }
  const isHeld = held.has(what.id);
  const row = (what.kind === 'muscle' ? muscles : turned).find(({ id }) => id === what.id);
  $('picked-title').textContent = nameOf(what);
  $('picked-change').textContent = isHeld ? say('this-is-held')
    : !row ? say('not-reached')
      : row.axis ? say('turns', { angle: degrees(row.value), axis: row.axis })
        : say('tension-changes', { direction: direction(row), change: percent(Math.abs(row.value)) });
  $('hold-picked').hidden = what.kind !== 'muscle' || isHeld;
  const sources = ids.filter((id) => id !== what.id);
  if (sources.length === 0 || isHeld) {
    $('picked-from').hidden = true;
    clearRoute();
    return;
  }
  const source = from !== null && sources.includes(from) ? from : strongest(sources, what);
  chooseFrom(sources, source);
  showRoute({
    from: source,
    fromName: nameOf({ kind: 'muscle', id: source }),
    to: `${what.kind}:${what.id}`,
    toName: nameOf(what),
    without: without(),
  });
}

/**
 * The held muscle that moves what is picked most.
 * @param {string[]} sources
 * @param {What} what
 */
function strongest(sources, { kind, id: of }) {
  const size = (/** @type {string} */ id) => {
    /** @type {[number, number][]} */
    const pair = [[muscleAt(id), held.extents[id]]];
    if (kind === 'muscle') {
      return Math.abs(body.influence.of(muscleAt(of), pair));
    }
    const joint = joints.findIndex(({ id: each }) => each === of);
    return Math.hypot(...[0, 1, 2].map((axis) => turning.of(3 * joint + axis, pair)));
  };
  return sources.reduce((best, id) => (size(id) > size(best) ? id : best));
}

/**
 * @param {string[]} sources
 * @param {string} source
 */
function chooseFrom(sources, source) {
  const group = $('picked-from');
  group.hidden = sources.length < 2;
  const key = sources.join();
  if (group.dataset.key !== key) {
    group.dataset.key = key;
    group.replaceChildren(...sources.map((id) => {
      const button = document.createElement('button');
      Object.assign(button, { type: 'button', textContent: say('from', { muscle: inside(nameOf({ kind: 'muscle', id })) }) });
      button.dataset.id = id;
      button.addEventListener('click', () => {
        from = id;
        show();
      });
      return button;
    }));
  }
  for (const button of all('button', HTMLButtonElement, group)) {
    button.setAttribute('aria-pressed', String(button.dataset.id === source));
  }
}

/** @param {What | null} what */
function pick(what) {
  picked = what;
  from = null;
  if (picked && picked.kind !== listed) {
    listed = picked.kind;
    first(document, `input[name="listed"][value="${listed}"]`, HTMLInputElement).checked = true;
  }
  body.highlight(picked?.kind === 'muscle' ? [picked.id] : []);
  if (!picked) {
    clearRoute();
  }
  show();
  if (picked) {
    $('picked').scrollIntoView({ block: 'nearest' });
  }
}

/** @param {Listed} muscle */
function hold(muscle, extent = START) {
  held.add(muscle, extent);
  moved();
}

/** What is held stands in the address, so that it can be shown to someone else; it tells nothing about any person. */
function remember() {
  const address = new URL(location.href);
  address.searchParams.delete('hold');
  for (const [id, extent] of Object.entries(held.extents)) {
    address.searchParams.append('hold', `${id}=${extent}`);
  }
  history.replaceState(null, '', address);
}

/** What the address asks to be held; what it asks that cannot be is said, and left out. */
function asAddressed() {
  const wanted = new URLSearchParams(location.search).getAll('hold').map((one) => one.split('='));
  const extentFits = (/** @type {string} */ extent) => Number(extent) > 0 && Number(extent) * 100 <= held.greatest;
  const named = wanted.filter(([id, extent]) => isMuscle(id) && extentFits(extent));
  const unknown = wanted.map(([id]) => id).filter((id) => !isMuscle(id));
  const outside = wanted.filter(([id, extent]) => isMuscle(id) && !extentFits(extent)).map(([id]) => body.muscles[muscleAt(id)].label);
  const problems = [
    ...unknown.map((id) => (id === '' ? say('no-nameless-muscle') : say('no-muscle-called', { id: id.slice(0, 60) }))),
    ...outside.map((muscle) => say('extent-outside', { muscle, greatest: percent(held.greatest / 100) })),
    ...(wanted.length && !named.length ? [say('held-instead', { muscle: body.muscles[muscleAt(FIRST[0])].label })] : []),
  ];
  $('find-problem').textContent = say('in-address', { problems: problems.join(' ') });
  $('find-problem').hidden = !problems.length;
  return named.length ? named : [FIRST];
}

async function load() {
  $('loading').hidden = false;
  const query = new URLSearchParams({ without: without().join() });
  try {
    const [, rotations] = await Promise.all([body.loadInfluence(`/body/influence.bin?${query}`), fetch(`/body/joints.bin?${query}`)]);
    turning = new Influence(await rotations.arrayBuffer(), body.muscles.length, 3 * joints.length);
  } finally {
    $('loading').hidden = true;
  }
}

const unavailable = () => ($('sentence').textContent = say('no-influence'));

bodyReady.then(async () => {
  await load();
  for (const [id, extent] of asAddressed()) {
    held.add(body.muscles[muscleAt(id)], Number(extent));
  }
  moved();
  onChoose(({ id, searched }) => {
    $('find-problem').hidden = true;
    if (!searched) {
      pick({ kind: 'muscle', id });
      return;
    }
    hold(body.muscles[muscleAt(id)]);
    $(`hold-${id}`).focus();
  });
  $('let-go').addEventListener('click', () => {
    held.clear();
    pick(null);
    moved();
  });
  $('unpick').addEventListener('click', () => pick(null));
  $('hold-picked').addEventListener('click', () => picked && hold(body.muscles[muscleAt(picked.id)]));
  onPick(({ muscle }) => muscle && pick({ kind: 'muscle', id: muscle }));
  all('input[name="listed"]', HTMLInputElement).forEach((radio) => radio.addEventListener('change', () => {
    listed = /** @type {What['kind']} */ (radio.value);
    show();
  }));
  all('input[name="grade"]').forEach((box) => box.addEventListener('change', async () => {
    clearRoute();
    await load();
    moved();
  }));
  page.dataset.ready = '';
}).catch(unavailable);
