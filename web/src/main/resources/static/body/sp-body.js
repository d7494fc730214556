// <sp-body src="/body/anatomy.json">: the body as the page's middle, in 3D or as a flat map, with its layers.

import { loadAnatomy } from './anatomy.js';
import { bodyOf, outlinesOf } from './build.js';
import { LAYERS, LayerState } from './layers.js';
import { Tools } from './tools.js';

/**
 * Attributes: `src` (the anatomy), `view` (front, back, left, right), `mode` (look, mark), `display` (body, flat), `label`.
 * Events: `pick` {region, muscle, bone, label}, `viewchange` {view}, `layerchange` {name, on}, `displaychange` {display}.
 * `ready` resolves when the body has been drawn once; then `data-ready` is set.
 */
class SpBody extends HTMLElement {
  #settle;
  ready = new Promise((resolve, reject) => (this.#settle = { resolve, reject }));

  connectedCallback() {
    if (this.started) return;
    this.started = true;
    this.classList.add('sp-body');
    this.tools = new Tools(this);
    this.#start().then(this.#settle.resolve, (problem) => {
      this.tools.say('The body could not be shown. Reload the page to try again; the lists beside it still work.');
      this.dataset.problem = problem.message;
      this.#settle.reject(problem);
    });
    this.ready.catch(() => {});
  }

  disconnectedCallback() {
    this.picture?.dispose();
    this.picture = null;
    this.watcher?.disconnect();
    this.themed?.disconnect();
    this.scheme?.removeEventListener('change', this.restyle);
  }

  async #start() {
    this.anatomy = await loadAnatomy(this.getAttribute('src'));
    this.state = new LayerState(this.anatomy);
    await this.#show(this.getAttribute('display') === 'flat' ? 'flat' : 'body');
    this.watcher = new ResizeObserver(() => this.picture?.resize(this.tools.frame.clientWidth, this.tools.frame.clientHeight));
    this.watcher.observe(this.tools.frame);
    this.restyle = () => this.picture?.theme();
    this.scheme = window.matchMedia('(prefers-color-scheme: dark)');
    this.scheme.addEventListener('change', this.restyle);
    this.themed = new MutationObserver(this.restyle);
    this.themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    this.dataset.ready = '';
    return this;
  }

  async #show(display) {
    const make = display === 'flat' ? () => this.#flat() : () => this.#solid().catch((problem) => this.#insteadOf(problem));
    this.picture?.dispose();
    this.picture = null;
    this.tools.frame.replaceChildren();
    this.picture = await make();
    this.dataset.display = this.picture.display;
    this.picture.resize(this.tools.frame.clientWidth, this.tools.frame.clientHeight);
    this.picture.go(this.view, false);
    this.picture.refresh();
    this.tools.sync();
  }

  async #solid() {
    const [{ Picture3d }, body] = await Promise.all([import('./picture-3d.js'), bodyOf(this.anatomy)]);
    return new Picture3d(this, body);
  }

  /** Without WebGL the flat map serves; what went wrong is kept for whoever looks for it. */
  #insteadOf(problem) {
    this.dataset.withoutWebgl = problem.message;
    this.tools.frame.replaceChildren();
    return this.#flat();
  }

  async #flat() {
    const [{ FlatMap }, outlines] = await Promise.all([import('./flat-map.js'), outlinesOf(this.anatomy)]);
    return new FlatMap(this, outlines);
  }

  /** The pain regions: [{code, name, side, view, label}], for lists beside the body. */
  get regions() {
    return this.anatomy.regions.map(({ code, name, side, view, label }) => ({ code, name, side, view, label }));
  }

  get view() {
    return this.getAttribute('view') ?? 'front';
  }

  get mode() {
    return this.getAttribute('mode') === 'mark' ? 'mark' : 'look';
  }

  /** Turns the body to front, back, left or right. */
  setView(view) {
    if (!['front', 'back', 'left', 'right'].includes(view)) throw new RangeError(`No view is called "${view}".`);
    this.picture?.go(view, true);
    this.noteView(view);
  }

  /** Called by the picture when the viewer has moved. */
  noteView(view) {
    if (this.getAttribute('view') === view) return;
    this.setAttribute('view', view);
    this.tools.sync();
    this.#tell('viewchange', { view });
  }

  /** `look` or `mark`: in mark mode picking is for marking regions, and the pointer says so. */
  setMode(mode) {
    this.setAttribute('mode', mode === 'mark' ? 'mark' : 'look');
  }

  /** `body` (3D) or `flat` (front and back map). */
  async setDisplay(display) {
    await this.#show(display);
    this.#tell('displaychange', { display: this.dataset.display });
  }

  /** Puts entries [{region | muscle, value 0..1, label}] on a layer, in place of what was there. */
  setLayer(name, entries) {
    this.state.set(name, entries);
    this.picture?.refresh();
    this.tools.sync();
  }

  /** Shows or hides a layer. */
  showLayer(name, on) {
    this.state.show(name, on);
    this.picture?.refresh();
    this.tools.sync();
    this.#tell('layerchange', { name, on });
  }

  /** Marks regions (codes) or muscles (ids) as picked; an empty list clears. */
  highlight(ids) {
    this.state.highlight(ids);
    this.picture?.refresh();
  }

  /** Client coordinates of a place where `region` can be seen and picked, or null where it is turned away. */
  project(region) {
    return this.picture.pointOf(region);
  }

  /** Called by the picture: tells the page what was picked. */
  picked(found) {
    const region = this.anatomy.regions[this.anatomy.regionIndex.get(found.region)];
    const muscle = this.anatomy.muscles[this.anatomy.muscleIndex.get(found.muscle)];
    this.tools.say(region.label);
    this.#tell('pick', { ...found, label: region.label, muscleName: muscle ? muscle.name : null });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }
}

customElements.define('sp-body', SpBody);
export { LAYERS };
