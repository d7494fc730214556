// How the viewer moves round the body: drag, pinch, wheel, keys, and the four views.

import { clamp } from './vector.js';

/**
 * Directions of the four views, radians about the upright axis: 0 looks at the front.
 * @type {Record<View, number>}
 */
export const VIEWS = { front: 0, right: -Math.PI / 2, back: Math.PI, left: Math.PI / 2 };
/** @typedef {{yaw: number, tilt: number, zoom: number, shift: number[]}} Stand where the viewer stands */

const TILT = 1.1, NEAREST = 6, GLIDE = 320;
/** What is lit is brought so near, and no nearer: the body about it is to be known; and so much of it is shown on each side, metres. */
const FITTED = 2.4, ABOUT = 0.16;

export class Orbit {
  /** @type {Map<number, number[]>} where each finger is, by its id */
  #pointers = new Map();
  #glide = 0;

  /** Where the first finger or the mouse went down; null while none is. @type {number[] | null} */
  began = null;

  /**
   * @param {Stage} stage drawn on after every move
   * @param {{low: Vector, high: Vector}} bounds of the body
   * @param {() => void} changed told of every move
   */
  constructor(stage, bounds, changed) {
    this.stage = stage;
    this.changed = changed;
    this.home = [0, 1, 2].map((c) => (bounds.low[c] + bounds.high[c]) / 2);
    this.tall = bounds.high[1] - bounds.low[1];
    this.broad = bounds.high[2] - bounds.low[2];
    this.yaw = 0;
    this.tilt = 0.04;
    this.zoom = 1;
    this.shift = [0, 0];
    this.moved = false;
    this.stop = new AbortController();
    this.#listen(stage.canvas);
    this.apply();
  }

  /** Places the camera. */
  apply() {
    const camera = this.stage.camera, half = Math.tan((camera.fov * Math.PI) / 360);
    const far = this.#seen / 2 / half / this.zoom;
    const reach = (this.tall / 2) * (1 - 1 / this.zoom) + 0.02;
    this.shift[1] = clamp(this.shift[1], -reach, reach);
    const sideways = (this.broad / 2) * (1 - 1 / this.zoom) + 0.001;
    this.shift[0] = clamp(this.shift[0], -sideways, sideways);
    const c = Math.cos(this.yaw), s = Math.sin(this.yaw), t = Math.cos(this.tilt);
    const target = [this.home[0] - s * this.shift[0], this.home[1] + this.shift[1], this.home[2] - c * this.shift[0]];
    camera.position.set(target[0] + c * t * far, target[1] + Math.sin(this.tilt) * far, target[2] - s * t * far);
    camera.lookAt(target[0], target[1], target[2]);
    camera.updateMatrixWorld();
    this.stage.grain((2 * far * half) / Math.max(1, this.stage.canvas.clientHeight));
    this.stage.draw();
    this.changed();
  }

  /** The view nearest to where the viewer stands. */
  get view() {
    const turn = (/** @type {number} */ a) => Math.abs(Math.atan2(Math.sin(a), Math.cos(a)));
    return /** @type {View[]} */ (Object.keys(VIEWS)).reduce((a, b) => (turn(VIEWS[b] - this.yaw) < turn(VIEWS[a] - this.yaw) ? b : a));
  }

  /**
   * Goes to a view, gliding unless motion is unwelcome.
   * @param {View} view
   * @param {boolean} glide
   */
  go(view, glide = true) {
    const turn = Math.atan2(Math.sin(VIEWS[view] - this.yaw), Math.cos(VIEWS[view] - this.yaw));
    this.#to({ yaw: this.yaw + turn, tilt: 0.04, zoom: 1, shift: [0, 0] }, glide);
  }

  /** @type {(by: number) => void} */
  turn(by) {
    this.yaw += by;
    this.apply();
  }

  /** @type {(by: number) => void} */
  lean(by) {
    if (this.zoom > 1.05) this.shift[1] += by * 0.4;
    else this.tilt = clamp(this.tilt + by, -TILT, TILT);
    this.apply();
  }

  /**
   * Comes nearer, or goes farther, about a place of the window: what is seen there stays there.
   * @param {number} factor
   * @param {{x: number, y: number}} [at] client coordinates; the middle where they are left out
   */
  zoomBy(factor, at) {
    const before = this.zoom, box = this.stage.canvas.getBoundingClientRect();
    this.zoom = clamp(this.zoom * factor, 1, NEAREST);
    if (at) {
      const metres = this.#seen * (1 / before - 1 / this.zoom) / box.height;
      this.shift[0] += (at.x - box.left - box.width / 2) * metres;
      this.shift[1] -= (at.y - box.top - box.height / 2) * metres;
    }
    this.#near();
    this.apply();
  }

  /**
   * Comes as near as shows all of some points, with room about them.
   * @param {Vector[]} points metres
   */
  fit(points) {
    if (!points.length) return;
    const c = Math.cos(this.yaw), s = Math.sin(this.yaw);
    const across = points.map((p) => -s * (p[0] - this.home[0]) - c * (p[2] - this.home[2])), up = points.map((p) => p[1] - this.home[1]);
    const [left, right, low, high] = [Math.min(...across), Math.max(...across), Math.min(...up), Math.max(...up)];
    const need = this.#seen / 2, about = 2 * ABOUT;
    const zoom = Math.min((2 * need) / (high - low + about), (2 * need * this.stage.camera.aspect) / (right - left + about));
    this.#to({ yaw: this.yaw, tilt: this.tilt, zoom: clamp(zoom, 1, FITTED), shift: [(left + right) / 2, (low + high) / 2] }, true);
  }

  /** All of the body, from where the viewer stands. */
  whole() {
    this.#to({ yaw: this.yaw, tilt: this.tilt, zoom: 1, shift: [0, 0] }, true);
  }

  /** @returns {Stand} */
  get where() {
    return { yaw: this.yaw, tilt: this.tilt, zoom: this.zoom, shift: [...this.shift] };
  }

  /**
   * Stands where somebody else stands, at once.
   * @param {Stand} where
   */
  stand({ yaw, tilt, zoom, shift }) {
    cancelAnimationFrame(this.#glide);
    Object.assign(this, { yaw, tilt, zoom, shift: [...shift] });
    this.#near();
    this.apply();
  }

  /** How much is seen from top to bottom of the frame where nobody came nearer, metres. */
  get #seen() {
    return 2 * Math.max(this.tall * 0.53, (this.broad * 0.62) / this.stage.camera.aspect);
  }

  #near() {
    this.stage.canvas.classList.toggle('is-near', this.zoom > 1.05);
  }

  /**
   * @param {Stand} goal
   * @param {boolean} glide
   */
  #to(goal, glide) {
    cancelAnimationFrame(this.#glide);
    const still = !glide || !this.stage.shown || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const from = { yaw: this.yaw, tilt: this.tilt, zoom: this.zoom, shift: [...this.shift] }, began = performance.now();
    const step = (/** @type {number} */ now) => {
      const t = still ? 1 : clamp((now - began) / GLIDE, 0, 1), e = t * t * (3 - 2 * t);
      for (const key of /** @type {const} */ (['yaw', 'tilt', 'zoom'])) this[key] = from[key] + (goal[key] - from[key]) * e;
      this.shift = from.shift.map((v, i) => v + (goal.shift[i] - v) * e);
      this.apply();
      if (t < 1) this.#glide = requestAnimationFrame(step);
      else this.#near();
    };
    step(began);
  }

  /** @type {(canvas: HTMLCanvasElement) => void} */
  #listen(canvas) {
    /** @type {<K extends keyof HTMLElementEventMap>(name: K, act: (e: HTMLElementEventMap[K]) => void, options?: AddEventListenerOptions) => void} */
    const on = (name, act, options = {}) => canvas.addEventListener(name, act, { ...options, signal: this.stop.signal });
    on('pointerdown', (e) => {
      cancelAnimationFrame(this.#glide);
      this.#pointers.set(e.pointerId, [e.clientX, e.clientY]);
      canvas.setPointerCapture(e.pointerId);
      if (this.#pointers.size === 1) this.moved = false;
      this.began = [e.clientX, e.clientY];
    });
    on('pointermove', (e) => this.#drag(e));
    for (const end of /** @type {const} */ (['pointerup', 'pointercancel'])) on(end, (e) => this.#pointers.delete(e.pointerId));
    on('wheel', (e) => {
      if (!e.ctrlKey && !e.metaKey && document.activeElement !== canvas) return;
      e.preventDefault();
      this.zoomBy(Math.exp(-e.deltaY * 0.0016));
    }, { passive: false });
    on('touchmove', (e) => {
      if (e.touches.length > 1) e.preventDefault();
    }, { passive: false });
    on('keydown', (e) => this.#key(e));
  }

  /** @type {(e: PointerEvent) => void} */
  #drag(e) {
    const last = this.#pointers.get(e.pointerId);
    if (!last) return;
    const now = [e.clientX, e.clientY], dx = now[0] - last[0], dy = now[1] - last[1];
    if (this.#pointers.size === 2) {
      const [[, other]] = [...this.#pointers].filter(([id]) => id !== e.pointerId);
      const before = Math.hypot(last[0] - other[0], last[1] - other[1]), after = Math.hypot(now[0] - other[0], now[1] - other[1]);
      this.moved = true;
      this.#pan(dx / 2, dy / 2);
      this.zoomBy(after / Math.max(1, before));
    } else if (this.moved || (this.began && Math.hypot(now[0] - this.began[0], now[1] - this.began[1]) > 5)) {
      this.moved = true;
      if (e.shiftKey || e.buttons === 4) this.#pan(dx, dy);
      else {
        this.yaw -= (dx * 0.0085) / Math.sqrt(this.zoom);
        if (this.zoom > 1.05) this.#pan(0, dy);
        else this.tilt = clamp(this.tilt + dy * 0.005, -TILT, TILT);
      }
      this.apply();
    }
    this.#pointers.set(e.pointerId, now);
  }

  /** @type {(dx: number, dy: number) => void} */
  #pan(dx, dy) {
    const metres = this.#seen / this.zoom / this.stage.canvas.clientHeight;
    this.shift[0] -= dx * metres;
    this.shift[1] += dy * metres;
  }

  /** @type {(e: KeyboardEvent) => void} */
  #key(e) {
    /** @type {Record<string, () => void>} */
    const acts = {
      ArrowLeft: () => this.turn(0.15), ArrowRight: () => this.turn(-0.15), ArrowUp: () => this.lean(0.1), ArrowDown: () => this.lean(-0.1),
      '+': () => this.zoomBy(1.2), '=': () => this.zoomBy(1.2), '-': () => this.zoomBy(1 / 1.2),
      1: () => this.go('front'), 2: () => this.go('back'), 3: () => this.go('left'), 4: () => this.go('right'),
    };
    if (!acts[e.key] || e.ctrlKey || e.metaKey || e.altKey || (/^Arrow/.test(e.key) && !e.shiftKey)) return;
    e.preventDefault();
    acts[e.key]();
  }

  dispose() {
    cancelAnimationFrame(this.#glide);
    this.stop.abort();
  }
}
