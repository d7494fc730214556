// <sp-body src="/body/anatomy.json">: the body as the page's middle, in 3D or as a flat map, with its layers.

import { say } from '../texts.js';
import { loadAnatomy } from './anatomy.js';
import { known, whatDraws } from './drawing.js';
import { LAYERS, LayerState, SLOTS } from './layers.js';
import { loadMeshes } from './meshes.js';
import { loadOutlines } from './outlines.js';
import { Influence, scaleOf } from './strain.js';
import { Tools } from './tools.js';

/** @typedef {ArrayLike<number> | Record<string, number>} Values in table order, or by id */

/** The held contraction at which the colours of strain reach their ends, as a fraction of fibre length. */
const SCALE_HOLD = 0.1;
/** How long the body may take until the flat map stands in for it, and how long nobody touches that before it goes, ms. */
const SOON = 450, REST = 800;
/** Two taps within this time (ms) and distance (CSS pixels) are one that asks to come nearer, and by how much. */
const TWICE = 350, BESIDE = 24, NEARER = 1.8;

/**
 * Attributes: `src` (the anatomy), `view` (front, back, left, right), `mode` (look, mark), `display` (body, flat), `label`, and
 * `choose` (places, regions, muscles) where one is to be chosen, on a sheet or by its name; `layers` those that come and go on this page: their
 * chips stay, and the ground stays pale; and `folded` where views and search lie behind one button, beside the chips.
 * Events: `pick` {region, muscle, muscles, label, keys}, `choose` {id, muscle, label, searched}, `viewchange` {view}, `layerchange` {name, on}, `displaychange` {display}, `move`
 * whenever the viewer of the body in 3D has moved.
 * `ready` resolves when there is a picture that shows layers and is picked on, be it the flat map that stands in for the body; `drawn` when the picture that
 * was asked for is there; then `data-ready` is set.
 */
export class SpBody extends HTMLElement {
  /** @type {{resolve: (body: SpBody) => void, reject: (problem: Error) => void}} */
  #settleReady;
  /** @type {{resolve: (body: SpBody) => void, reject: (problem: Error) => void}} */
  #settleDrawn;
  /** Which of several wishes for a display was the last. */
  #turn = 0;
  /** When a finger or key last came to the frame, ms of the page's clock. */
  #touched = -Infinity;
  /** Whether what is lit was fitted, and nobody has moved since. */
  #fitted = false;
  /** What was fitted in its place. @type {string[] | undefined} */
  #fits;
  /** @type {{x: number, y: number, at: number} | null} */
  #tapped = null;
  /** The place the keys are at. @type {string | null} */
  #place = null;
  /** @type {Promise<SpBody>} */
  ready = new Promise((resolve, reject) => (this.#settleReady = { resolve, reject }));
  /** @type {Promise<SpBody>} */
  drawn = new Promise((resolve, reject) => (this.#settleDrawn = { resolve, reject }));
  /** @type {Anatomy} there once `ready` */
  anatomy;
  /** @type {LayerState} there once `ready` */
  state;
  /** @type {Tools} */
  tools;
  /** @type {Picture | null} */
  picture = null;
  /** @type {Influence} there once `loadInfluence` is done */
  influence;
  /** @type {() => void} */
  restyle = () => this.picture?.theme();
  /** The muscles that the scale was taken for. */
  scaleKey = '';
  /** @type {Route[]} */
  routes = [];
  /** Whether the muscles show strain. */
  strained = false;
  /** Whether no graphics card draws the body. */
  bySoftware = false;
  /** @type {Float32Array | undefined} strain of each muscle, 1 at the end of the colours */
  shades;
  /** End of the colours of strain. */
  scale = 0.05;

  connectedCallback() {
    if (this.started) return;
    this.started = true;
    this.classList.add('sp-body');
    this.tools = new Tools(this);
    this.tools.wait();
    for (const kind of ['pointerdown', 'pointermove', 'keydown']) {
      this.tools.frame.addEventListener(kind, () => {
        this.#touched = performance.now();
        this.#fitted = false;
      }, true);
    }
    this.#start().then(this.#settleDrawn.resolve, (problem) => {
      this.tools.waited();
      this.tools.tell(say('not-shown'));
      this.dataset.problem = problem.message;
      this.#settleReady.reject(problem);
      this.#settleDrawn.reject(problem);
    });
    this.ready.catch(() => {});
    this.drawn.catch(() => {});
  }

  disconnectedCallback() {
    this.picture?.dispose();
    this.picture = null;
    this.watcher?.disconnect();
    this.themed?.disconnect();
    this.scheme?.removeEventListener('change', this.restyle);
  }

  async #start() {
    if (this.getAttribute('display') !== 'flat') solidParts();
    this.anatomy = await loadAnatomy(this.getAttribute('src') ?? '');
    this.state = new LayerState(this.anatomy);
    await this.#show(this.getAttribute('display') === 'flat' ? 'flat' : 'body');
    this.watcher = new ResizeObserver(() => this.picture?.resize(this.tools.frame.clientWidth, this.tools.frame.clientHeight));
    this.watcher.observe(this.tools.frame);
    this.scheme = window.matchMedia('(prefers-color-scheme: dark)');
    this.scheme.addEventListener('change', this.restyle);
    this.themed = new MutationObserver(this.restyle);
    this.themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.dataset.ready = '';
    return this;
  }

  /**
   * Shows the flat map at once where no graphics card is known to draw, else as soon as the body is late; the body takes its place when it has been drawn,
   * and nobody's finger is on the map.
   * @param {'body' | 'flat'} display
   */
  async #show(display) {
    const turn = ++this.#turn;
    let standsIn = display === 'body' && !this.picture && known() !== 'card';
    if (standsIn) await this.#standIn(turn);
    const solid = display === 'body' ? this.#solid() : Promise.reject(new Error('the flat map was asked for'));
    const drawn = await Promise.race([solid.then(() => true, () => true), new Promise((resolve) => setTimeout(resolve, SOON))]);
    if (!drawn && !this.picture) {
      await this.#standIn(turn);
      standsIn = true;
    }
    const make = await solid.catch((problem) => {
      if (display === 'body') this.dataset.withoutWebgl = problem.message;
      return this.picture?.display === 'flat' ? null : this.#flat();
    });
    while (standsIn && performance.now() - this.#touched < REST && turn === this.#turn) await new Promise((resolve) => setTimeout(resolve, REST / 4));
    if (turn !== this.#turn) return;
    try {
      if (make) this.#put(make);
    } catch (problem) {
      this.dataset.withoutWebgl = /** @type {Error} */ (problem).message;
      this.#put(await this.#flat());
    }
    if (this.#fitted) this.fit(this.#fits);
    this.tools.tell('');
  }

  /**
   * The flat map until the body comes, painted before anything is begun that holds the page up.
   * @param {number} turn
   */
  async #standIn(turn) {
    const flat = await this.#flat();
    if (turn !== this.#turn) return;
    this.#put(flat);
    this.tools.tell(say('drawing-now'));
    await painted();
  }

  /** @param {() => Picture} make */
  #put(make) {
    const { view } = this; // the new picture reports its own first view while it is being set up
    this.picture?.dispose();
    this.tools.frame.replaceChildren();
    const picture = this.picture = make();
    this.dataset.display = picture.display;
    picture.resize(this.tools.frame.clientWidth, this.tools.frame.clientHeight);
    picture.go(view, false);
    this.noteView(view);
    picture.mode(this.mode);
    picture.refresh();
    if (this.strained) picture.strain(1);
    if (this.routes.length) picture.routes(this.routes);
    this.tools.sync();
    this.#settleReady.resolve(this);
  }

  /** @returns {Promise<() => Picture>} */
  async #solid() {
    const parts = solidParts();
    const by = await whatDraws();
    if (by === 'none') throw new Error('this browser draws nothing in three dimensions');
    this.bySoftware = by === 'software';
    const [{ Picture3d }, body] = await parts;
    return () => new Picture3d(this, body);
  }

  /** @returns {Promise<() => Picture>} */
  async #flat() {
    const [{ FlatMap }, outlines] = await Promise.all([import('./flat-map.js'), loadOutlines()]);
    return () => new FlatMap(this, outlines);
  }

  /** The pain regions: [{code, name, side, view, label}], for lists beside the body. */
  get regions() {
    return this.anatomy.regions.map(({ code, name, side, view, label }) => ({ code, name, side, view, label }));
  }

  /** The named muscles in table order: [{id, name, side, label}]. */
  get muscles() {
    return this.anatomy.muscles.map(({ id, name, side, label }) => ({ id, name, side, label }));
  }

  /** Whether the body speaks of somebody: then its own colours step back, and the layers' are read on a pale ground. */
  get speaks() {
    return this.strained || this.mode === 'mark' || this.state.used || this.comeAndGo.length > 0;
  }

  /** The layers that come and go on this page. */
  get comeAndGo() {
    return (this.getAttribute('layers') ?? '').split(' ').filter(Boolean);
  }

  get view() {
    return /** @type {View} */ (this.getAttribute('view') ?? 'front');
  }

  get mode() {
    return this.getAttribute('mode') === 'mark' ? 'mark' : 'look';
  }

  /**
   * Turns the body.
   * @param {View} view
   */
  setView(view) {
    if (!['front', 'back', 'left', 'right'].includes(view)) throw new RangeError(`No view is called "${view}".`);
    this.#fitted = false;
    this.picture?.go(view, true);
    this.noteView(view);
  }

  /**
   * Comes as near as shows all that is lit.
   * @param {string[]} [ids] codes of regions and ids of muscles to show in its place
   */
  fit(ids) {
    this.#fitted = true;
    this.#fits = ids;
    this.picture?.fit(ids ?? this.state.lit);
  }

  /**
   * Is seen from where another body is seen, from now on, drawn as that one is, with its layers on and off.
   * @param {SpBody} other
   */
  follow(other) {
    /** @param {string} name @param {(detail: any) => void} act */
    const on = (name, act) => other.addEventListener(name, (event) => {
      if (this.isConnected && this.picture) act(/** @type {CustomEvent} */ (event).detail);
    });
    const stand = () => other.picture?.where && this.picture?.stands?.(other.picture.where);
    on('move', stand);
    on('viewchange', ({ view }) => (this.picture?.stands ? stand() : this.setView(view)));
    on('layerchange', ({ name, on: shown }) => this.showLayer(name, shown));
    on('displaychange', ({ display }) => this.setDisplay(display).then(stand));
    this.drawn.then(stand, () => {});
  }

  /** Called by the picture in 3D whenever the viewer has moved. */
  moved() {
    this.#tell('move', {});
  }

  /** Shows all of the body again. */
  whole() {
    this.#fitted = false;
    this.picture?.whole();
  }

  /**
   * Comes nearer to the place that is picked, or to the middle.
   * @param {number} factor less than 1 goes farther
   */
  nearer(factor) {
    this.#fitted = false;
    const picked = [...this.state?.highlighted ?? []].find((id) => this.anatomy.regionIndex.has(id));
    this.picture?.zoomBy(factor, (factor > 1 && picked && this.project(picked)) || undefined);
  }

  /**
   * Called by the picture at every tap: the second of two comes nearer to the finger, and picks nothing.
   * @param {MouseEvent} tap
   */
  cameNearer({ clientX: x, clientY: y, timeStamp: at }) {
    const before = this.#tapped;
    const twice = before !== null && at - before.at < TWICE && Math.hypot(x - before.x, y - before.y) < BESIDE;
    this.#tapped = twice ? null : { x, y, at };
    if (twice) this.picture?.zoomBy(NEARER, { x, y });
    return twice;
  }

  /**
   * Called by the picture: arrows go from place to place, Space and Enter pick.
   * @param {KeyboardEvent} event
   */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || !this.picture) return;
    const way = WAYS[event.key];
    if (way) {
      event.preventDefault();
      const places = this.picture.places(), here = places.find(({ code }) => code === this.#place);
      const box = this.tools.frame.getBoundingClientRect();
      const next = here ? beside(places, here, way) : nearestTo(places, { x: box.x + box.width / 2, y: box.y + box.height / 3 });
      if (next) this.#stand(next.code);
    } else if ((event.key === ' ' || event.key === 'Enter') && this.#place) {
      event.preventDefault();
      const region = this.anatomy.regions[/** @type {number} */ (this.anatomy.regionIndex.get(this.#place))];
      this.picked({ region: region.code, muscle: null, muscles: [], point: region.at, keys: true });
    }
  }

  /** @param {string} code */
  #stand(code) {
    this.#place = code;
    this.highlight([code]);
    this.picture?.stand?.(code);
    this.tools.tell(this.anatomy.regions[/** @type {number} */ (this.anatomy.regionIndex.get(code))].label);
  }

  /**
   * Called by the picture when the viewer has moved.
   * @param {View} view
   */
  noteView(view) {
    if (this.getAttribute('view') === view) return;
    this.setAttribute('view', view);
    this.tools.sync();
    this.#tell('viewchange', { view });
  }

  /**
   * In mark mode picking is for marking regions, and the pointer says so.
   * @param {'look' | 'mark'} mode
   */
  setMode(mode) {
    this.setAttribute('mode', mode === 'mark' ? 'mark' : 'look');
    this.picture?.mode(this.mode);
  }

  /** @param {'body' | 'flat'} display in 3D, or as a map of front and back */
  async setDisplay(display) {
    await this.#show(display);
    this.#tell('displaychange', { display: this.dataset.display });
  }

  /**
   * Puts entries on a layer, in place of what was there.
   * @param {LayerName} name
   * @param {LayerEntry[]} entries
   */
  setLayer(name, entries) {
    this.state.set(name, entries);
    this.picture?.refresh();
    this.tools.sync();
  }

  /**
   * Shows or hides a layer.
   * @param {LayerName} name
   * @param {boolean} on
   */
  showLayer(name, on) {
    this.state.show(name, on);
    this.picture?.refresh();
    this.tools.sync();
    this.#tell('layerchange', { name, on });
  }

  /**
   * Marks places as picked.
   * @param {string[]} ids codes of regions, ids of muscles; none clears
   */
  highlight(ids) {
    this.state.highlight(ids);
    this.picture?.refresh();
  }

  /**
   * Fetches the influence matrix (bytes as Influence reads them) from the same server.
   * @param {string} src
   */
  async loadInfluence(src) {
    const response = await fetch(src, { credentials: 'same-origin' });
    if (!response.ok) throw new Error(`The influence matrix could not be loaded from ${src}: ${response.status}`);
    this.influence = new Influence(await response.arrayBuffer(), this.anatomy.muscles.length);
  }

  /**
   * Holds muscles and colours the whole body by what follows.
   * @param {Record<string, number>} held contraction by muscle id, as a fraction of fibre length, 0 to 0.3
   * @returns {Float32Array} extra tension of each muscle as a fraction of its maximal force, in the order of `muscles`
   */
  hold(held) {
    const pairs = Object.entries(held).filter(([, c]) => c > 0).map(([id, c]) => /** @type {[number, number]} */ ([this.anatomy.muscleIndex.get(id), c]));
    // The scale belongs to the muscles that are held, not to how much: so the slider is seen to work.
    const key = pairs.map(([index]) => index).join();
    if (pairs.length && key !== this.scaleKey) {
      this.scaleKey = key;
      this.scale = scaleOf(this.influence.hold(pairs.map(([index]) => /** @type {[number, number]} */ ([index, SCALE_HOLD]))), new Set(pairs.map(([index]) => index)));
    }
    const tension = this.influence.hold(pairs);
    this.showStrain(tension, { scale: this.scale, held: pairs });
    return tension;
  }

  /**
   * Colours the muscles by strain: orange for tension, blue for slack, bone white for none.
   * @param {ArrayLike<number> | null} tension as `hold` returns it; null puts the body's own colours back
   * @param {{scale?: number, held?: [number, number][]}} options `scale` is the tension at the end of the colours
   */
  showStrain(tension, { scale = 0.05, held = [] } = {}) {
    const muscles = this.anatomy.muscles.length;
    const shades = (this.shades ??= new Float32Array(muscles)), marks = new Float32Array(muscles);
    for (let i = 0; i < muscles; i++) shades[i] = tension ? tension[i] / scale : 0;
    for (const [index] of held) marks[index] = 1;
    this.state.fill('muscles', SLOTS.strain, shades);
    if (held.length || !tension) this.state.fill('muscles', SLOTS.held, marks);
    this.strained = Boolean(tension);
    this.picture?.strain(tension ? 1 : 0);
    this.tools.strainLegend(tension ? scale : 0);
  }

  /**
   * Lets routes glow from contraction to place; an empty list clears.
   * @param {Route[]} routes see route-points.js
   */
  setRoutes(routes) {
    this.routes = routes;
    this.picture?.routes(routes);
  }

  /**
   * Shows one moment of a life: what is left out stays as it is. Made to be called at every frame.
   * @param {Partial<Record<'held' | 'pain' | 'strain', Values>> & {scale?: number}} moment `held` and `strain` by muscle, `pain` by region;
   *     `held` and `pain` 0..1, `strain` as a fraction of maximal force with `scale` at the end of its colours
   */
  setState({ held, pain, strain, scale = 0.05 }) {
    const { muscleIndex, regionIndex } = this.anatomy;
    if (held) this.state.fill('muscles', SLOTS.held, inOrder(held, muscleIndex));
    if (pain) this.state.fill('regions', SLOTS.pain, inOrder(pain, regionIndex));
    if (strain) this.showStrain(inOrder(strain, muscleIndex), { scale });
    else this.picture?.refresh();
  }

  /**
   * Client coordinates of a place where a region can be seen and picked, or null where it is turned away.
   * @param {string} region
   */
  project(region) {
    return this.picture?.pointOf(region) ?? null;
  }

  /**
   * Called by the picture: tells the page what was picked.
   * @param {Found} found
   */
  picked(found) {
    const region = this.anatomy.regions.find(({ code }) => code === found.region);
    const label = region?.label ?? '';
    this.#place = found.region;
    this.highlight([found.region]);
    this.tools.tell(label);
    this.tools.finder?.offer({ ...found, label });
    this.#tell('pick', { ...found, label });
  }

  /**
   * Called by the finder: tells the page which place was chosen, and shows it.
   * @param {{id: string, muscle: boolean, label: string, searched?: boolean}} place
   */
  chosen(place) {
    this.ready.then(() => {
      const region = this.anatomy.regions.find(({ code }) => code === place.id);
      if (region && !this.project(region.code)) this.setView(/** @type {View} */ (region.view));
      this.highlight([place.id]);
      this.tools.tell(place.label);
    }, () => {});
    this.#tell('choose', place);
  }

  /**
   * @param {string} name
   * @param {object} detail
   */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}

/** @type {Record<string, [number, number]>} */
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The place that lies next in a direction: not far to the side of it.
 * @param {Place[]} places
 * @param {Place} here
 * @param {[number, number]} way
 */
function beside(places, here, [wx, wy]) {
  const ahead = places.map((place) => {
    const dx = place.x - here.x, dy = place.y - here.y;
    return { place, along: dx * wx + dy * wy, off: Math.abs(dx * wy) + Math.abs(dy * wx) };
  }).filter(({ along, off }) => along > 3 && along > off * 0.5);
  return ahead.sort((a, b) => a.along + 1.5 * a.off - b.along - 1.5 * b.off)[0]?.place;
}

/**
 * @param {Place[]} places
 * @param {{x: number, y: number}} at
 */
function nearestTo(places, at) {
  const away = (/** @type {Place} */ { x, y }) => Math.hypot(x - at.x, y - at.y);
  return [...places].sort((a, b) => away(a) - away(b))[0];
}

/** What a picture in three dimensions is made of, fetched once. */
function solidParts() {
  const parts = Promise.all([import('./picture-3d.js'), loadMeshes()]);
  parts.catch(() => {}); // told where they are waited for
  return parts;
}

/** Resolves once the page shows what it holds; a page that nobody sees is not waited for. */
function painted() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, SOON);
  });
}

/**
 * Values in table order; given by id, 0 where nothing is said.
 * @param {Values} values
 * @param {Map<string, number>} index
 */
function inOrder(values, index) {
  if (ArrayBuffer.isView(values) || Array.isArray(values)) return /** @type {ArrayLike<number>} */ (values);
  const out = new Float32Array(index.size);
  for (const [id, value] of Object.entries(values)) {
    const at = index.get(id);
    if (at === undefined) throw new RangeError(`Nothing on the body is called "${id}".`);
    out[at] = value;
  }
  return out;
}

customElements.define('sp-body', SpBody);
export { LAYERS };
