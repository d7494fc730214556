// The life player: play, drag, keys; the body, the lists and the sentence follow the play head.

import { roundUp } from './body/strain.js';
import { body, bodyReady } from './body-page.js';
import { Course, greatest } from './life-course.js';
import { compared, Now, sentence } from './life-now.js';
import { Ribbons } from './life-ribbons.js';
import { eachFrame } from './model-parts.js';
import { all, first, the as $, told } from './page.js';
import { say } from './texts.js';

/** @typedef {import('./life-course.js').Moment} Moment */

const page = $('life');
/** @type {Story} */
const story = told(page.dataset.story);
const slider = $('at', HTMLInputElement);
/** Moments a second while playing: what follows an event is looked at closely, quiet years pass quickly. */
const PACE = 12;
/** Contraction at which the pattern of the layer is full, share of fibre length. */
const FULL = 0.1;
/** Muscles that may carry more than the colours can show. */
const RANK = 20;
/** Years by which the arrow keys, and Page up and Page down, move. */
const STEP = 0.1;
const LEAP = 1;

const playLabel = $('play').textContent;
const ribbons = new Ribbons(story);
/** @type {Map<string, Course>} by what is left out */
const courses = new Map();
const calm = matchMedia('(prefers-reduced-motion: reduce)');
/** @type {Now} */
let now;
/** @type {Course} */
let course;
let scale = 0.05;
let playing = 0;

const without = () => new Set(all('.switch input:not(:checked)', HTMLInputElement).map((box) => box.value));
const shown = () => /** @type {Colouring} */ (first(document, 'input[name="shown"]:checked', HTMLInputElement).value);

/** @param {number} age */
function said(age) {
  const years = Math.floor(age + 1e-6);
  return story.birth ? say('year-and-age', { year: String(Math.floor(age + story.birth + 1e-6)), years }) : say('age', { years });
}

/**
 * @param {Set<string>} left ids of what is left out
 * @returns {Promise<Course>}
 */
async function fetched(left) {
  const key = [...left].sort().join();
  const there = courses.get(key);
  if (there) {
    return there;
  }
  $('loading').hidden = false;
  try {
    const response = await fetch(`${page.dataset.course}${new URLSearchParams({ without: key })}`, { credentials: 'same-origin' });
    if (!response.ok) {
      throw new Error(`The course could not be loaded: ${response.status}`);
    }
    const came = new Course(await response.arrayBuffer(), body.muscles.length, body.regions.length);
    courses.set(key, came);
    return came;
  } finally {
    $('loading').hidden = true;
  }
}

async function take() {
  const left = without();
  const [taken, whole] = [await fetched(left), await fetched(new Set())];
  course = taken;
  $('compare').hidden = left.size === 0;
  $('compared').textContent = left.size === 0 ? '' : compared(course, whole, left);
  scale = scaleOf(whole);
  ribbons.show(course, whole, left);
  show();
}

/**
 * End of the colours of strain: what the muscle of a certain rank carries when it carries most, so that far effects are seen too.
 * @param {Course} whole
 */
function scaleOf(whole) {
  const most = whole.sums.map((_, i) => {
    const { load } = whole.moment(i);
    return load[greatest(load, RANK, 0)[RANK - 1]];
  });
  return roundUp(Math.max(0.001, ...most));
}

/** @typedef {'load' | 'adaptation' | 'felt'} Colouring */
/** @type {Record<Colouring, (moment: Moment) => Float32Array>} */
const colours = {
  load: ({ load }) => load,
  adaptation: ({ load, adaptation }) => load.map((value, m) => Math.min(value, adaptation[m])),
  felt: ({ load, adaptation }) => load.map((value, m) => Math.max(0, value - adaptation[m])),
};

const show = eachFrame(() => {
  const moment = course.at(course.place(Number(slider.value)));
  body.setState({
    held: moment.held.map((value, m) => Math.min(1, (value + moment.guarding[m]) / FULL)),
    pain: moment.pain.map((value) => value / 10),
    strain: colours[shown()](moment),
    scale,
  });
  $('when').textContent = said(moment.age);
  slider.setAttribute('aria-valuetext', said(moment.age));
  $('sentence').textContent = story.rows.length ? sentence(moment, said(moment.age)) : say('nothing-told');
  now.show(moment);
  for (const item of all('.happenings > li')) {
    item.classList.toggle('ahead', happening(item).age > moment.age + 1e-6);
  }
});

/**
 * What happened, for its item in the list.
 * @param {HTMLElement} item
 */
const happening = (item) => /** @type {Happening} */ (story.rows.find(({ id }) => id === item.dataset.id));

/** @param {number} age */
function goTo(age) {
  slider.value = String(Math.min(story.to, Math.max(story.from, age)));
  show();
}

function stop() {
  cancelAnimationFrame(playing);
  playing = 0;
  $('play').textContent = playLabel;
}

/** Plays on from the play head, or from the start where it stands at the end. */
function play() {
  let place = course.place(Number(slider.value));
  if (place >= course.count - 1.01) {
    place = 0;
  }
  let before = performance.now();
  $('play').textContent = say('pause');
  // Where motion is unwelcome the years pass in single steps, not in a glide.
  const grain = calm.matches ? 4 : 0;
  const step = (/** @type {number} */ time) => {
    place = Math.min(course.count - 1, place + ((time - before) / 1000) * PACE);
    before = time;
    const at = grain ? Math.floor(place / grain) * grain : place;
    const low = Math.min(course.count - 2, Math.floor(at));
    goTo(course.ages[low] + (at - low) * (course.ages[low + 1] - course.ages[low]));
    if (place >= course.count - 1) {
      goTo(story.to);
      stop();
    } else {
      playing = requestAnimationFrame(step);
    }
  };
  playing = requestAnimationFrame(step);
}

const toggle = () => (playing ? stop() : play());

/** @param {KeyboardEvent} event */
function keys(event) {
  /** @type {Record<string, number>} years */
  const moves = { ArrowRight: STEP, ArrowUp: STEP, ArrowLeft: -STEP, ArrowDown: -STEP, PageUp: LEAP, PageDown: -LEAP };
  if (event.key === ' ') {
    toggle();
  } else if (event.key in moves) {
    stop();
    goTo(Number(slider.value) + moves[event.key]);
  } else {
    return;
  }
  event.preventDefault();
}

/**
 * @param {HTMLElement} item
 * @param {boolean} on
 */
function light(item, on) {
  item.classList.toggle('lit', on);
  const { places } = happening(item);
  body.highlight(on ? places.split(' ').filter(Boolean) : now.also);
}

function listen() {
  $('play').addEventListener('click', toggle);
  slider.addEventListener('input', () => {
    stop();
    show();
  });
  slider.addEventListener('keydown', keys);
  document.addEventListener('keydown', (event) => {
    if (event.key === ' ' && event.target === document.body) {
      event.preventDefault();
      toggle();
    }
  });
  for (const item of all('.happenings > li')) {
    first(item, '.happening').addEventListener('click', () => {
      stop();
      goTo(happening(item).age);
    });
    item.addEventListener('pointerenter', () => light(item, true));
    item.addEventListener('pointerleave', () => light(item, false));
    item.addEventListener('focusin', () => light(item, true));
    item.addEventListener('focusout', () => light(item, false));
  }
  const failed = () => ($('sentence').textContent = say('no-course'));
  all('.switch input').forEach((box) => box.addEventListener('change', () => take().catch(failed)));
  all('input[name="shown"]').forEach((radio) => radio.addEventListener('change', show));
  let width = innerWidth;
  addEventListener('resize', () => {
    if (innerWidth !== width) {
      width = innerWidth;
      const whole = courses.get('');
      whole && ribbons.show(course, whole, without());
    }
  });
  return failed;
}

bodyReady.then(async () => {
  now = new Now();
  Object.assign(slider, { min: String(story.from), max: String(story.to), value: String(story.from) });
  const failed = listen();
  try {
    await take();
    page.dataset.ready = '';
  } catch {
    failed();
  }
});
