// The 3D picture of the body inside <sp-body>.

import { say } from '../texts.js';
import { Orbit } from './orbit.js';
import { Glow } from './route.js';
import { Picker } from './picking.js';
import { Stage } from './stage.js';

/** How much of what lies under the skin is hidden in mark mode, 0 to 1. */
const MARKING_VEIL = 0.72;

/** @implements {Picture} */
export class Picture3d {
  /** @type {'body'} */
  display = 'body';

  /**
   * @param {SpBody} host
   * @param {PackedBody} body from loadMeshes()
   */
  constructor(host, body) {
    this.host = host;
    const canvas = document.createElement('canvas');
    canvas.tabIndex = 0;
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-label', say('keys', { body: host.getAttribute('label') ?? '' }));
    host.tools.frame.append(canvas);
    this.stage = new Stage(canvas, body, host.state, host.bySoftware);
    this.orbit = new Orbit(this.stage, boundsOf(body.skin.positions), () => {
      this.picker?.moved();
      host.noteView(this.orbit?.view ?? host.view);
      host.moved();
    });
    this.picker = new Picker(this.stage, host.anatomy);
    this.glow = new Glow(this.stage, host.anatomy);
    canvas.addEventListener('click', (e) => {
      if (this.orbit.moved || host.cameNearer(e)) return;
      const found = this.picker.at(e.clientX, e.clientY);
      if (found) host.picked(found);
    });
    canvas.addEventListener('keydown', (e) => host.key(e));
  }

  /**
   * @param {View} view
   * @param {boolean} glide
   */
  go(view, glide) {
    this.orbit.go(view, glide);
  }

  /**
   * @param {number} factor
   * @param {{x: number, y: number}} [at]
   */
  zoomBy(factor, at) {
    this.orbit.zoomBy(factor, at);
  }

  whole() {
    this.orbit.whole();
  }

  /** Where the viewer stands. */
  get where() {
    return this.orbit.where;
  }

  /** @param {import('./orbit.js').Stand} where */
  stands(where) {
    this.orbit.stand(where);
  }

  /** @param {Iterable<string>} ids */
  fit(ids) {
    const { regions, regionIndex, muscleIndex } = this.host.anatomy;
    this.orbit.fit([...ids].flatMap((id) => {
      const region = regionIndex.get(id), muscle = muscleIndex.get(id);
      return region !== undefined ? [regions[region].at] : muscle !== undefined ? this.stage.body.runs[muscle].flat() : [];
    }));
  }

  /** @returns {Place[]} */
  places() {
    const { view } = this.orbit, box = this.stage.canvas.getBoundingClientRect();
    const faced = this.host.anatomy.regions.filter((region) => (view === 'front' || view === 'back' ? region.view === view : region.side === view));
    return faced.map(({ code, at }) => ({ code, ...this.stage.project(at) })).filter(({ x, y }) => x > box.left && x < box.right && y > box.top && y < box.bottom);
  }


  refresh() {
    const { state, mode } = this.host;
    this.stage.uniforms.uVeil.value = mode === 'mark' && !state.muscleHighlighted ? MARKING_VEIL : 0;
    this.stage.uniforms.uPale.value = this.host.speaks ? 1 : 0;
    this.stage.refresh();
  }

  /**
   * How much the muscles are coloured by strain.
   * @param {number} share 0 or 1
   */
  strain(share) {
    this.stage.uniforms.uStrain.value = share;
    this.refresh();
  }

  /** In mark mode the skin is drawn nearly whole, a calm figure to mark on, but for a muscle that is looked at. */
  mode() {
    this.refresh();
  }

  /** @param {Route[]} routes */
  routes(routes) {
    this.glow.show(routes);
  }

  theme() {
    this.stage.theme();
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  resize(width, height) {
    if (!width || !height) return;
    this.stage.resize(width, height);
    this.orbit.apply();
  }

  /** @param {string} region */
  pointOf(region) {
    return this.picker.visiblePoint(region);
  }

  dispose() {
    this.glow.dispose();
    this.orbit.dispose();
    this.stage.dispose();
  }
}

/** @param {ArrayLike<number>} positions */
function boundsOf(positions) {
  const low = [Infinity, Infinity, Infinity], high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i++) {
    low[i % 3] = Math.min(low[i % 3], positions[i]);
    high[i % 3] = Math.max(high[i % 3], positions[i]);
  }
  return { low, high };
}
