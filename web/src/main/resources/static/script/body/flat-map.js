// The flat map: the body's own outline from the front and from behind, cut into the pain regions. Needs no WebGL.

import { say } from '../texts.js';
import { LAYERS } from './layers.js';
import { placed } from './placing.js';
import { routePoints } from './route-points.js';
import { clamp } from './vector.js';

/** @typedef {'front' | 'back'} SheetView */

const SVG = 'http://www.w3.org/2000/svg';
/** Side of a cell of the layers' patterns, and width of a band where layers share a place, in the map's centimetres. */
const CELL = 3.2;
const NEAREST = 5;
/** Muscles that are named under a finger. */
const NAMED = 4;
/** Those that fill a place; what is traced is its rim. */
const FILLING = LAYERS.filter((layer) => layer.pattern !== 'outline');

/** @implements {Picture} */
export class FlatMap {
  /** @type {'flat'} */
  display = 'flat';
  strained = false;
  /** How many times larger than whole. */
  near = 1;
  dragged = false;
  /** @type {Route[]} */
  shownRoutes = [];
  /** The place that the keyboard reaches the map by. @type {string} */
  stop = '';

  /**
   * @param {SpBody} host
   * @param {Outlines} outlines from loadOutlines()
   */
  constructor(host, outlines) {
    this.host = host;
    this.outlines = outlines;
    this.root = document.createElement('div');
    this.root.className = 'sp-flat';
    /** @type {Map<string, SVGGElement>} */
    this.shapes = new Map();
    this.sheets = /** @type {SheetView[]} */ (['front', 'back']).map((view) => ({ view, svg: this.#sheet(view, this.outlines[view]) }));
    this.root.append(...this.sheets.map(({ svg }) => svg));
    host.tools.frame.append(this.root);
    this.#listen();
    this.stand(this.outlines[host.view === 'back' ? 'back' : 'front'].regions[0].code, false);
    this.refresh();
  }

  /**
   * @param {SheetView} view
   * @param {Outline} outline
   */
  #sheet(view, outline) {
    const svg = element('svg', { class: 'sp-flat-sheet', viewBox: outline.box.join(' '), role: 'group', 'aria-label': say('sheet', { view }) });
    svg.dataset.view = view;
    const defs = element('defs', {});
    for (const layer of LAYERS) defs.append(pattern(view, layer));
    for (let of = 2; of <= FILLING.length; of++) for (let turn = 0; turn < of; turn++) defs.append(...band(view, outline.box, turn, of));
    svg.append(defs, element('path', { d: outline.outline, class: 'sp-flat-ground' }));
    for (const { code, path } of outline.regions) {
      const region = this.#region(code);
      const group = element('g', { class: 'sp-flat-region', role: 'button', tabindex: '-1' });
      group.dataset.region = region.code;
      group.append(element('path', { d: path, class: 'sp-flat-base' }));
      for (const layer of LAYERS) group.append(element('path', { d: path, class: `sp-flat-layer is-${layer.name}`, fill: layer.pattern === 'outline' ? 'none' : `url(#${view}-${layer.name})` }));
      group.append(element('path', { d: path, class: 'sp-flat-edge' }));
      group.addEventListener('click', (e) => {
        if (this.dragged || this.host.cameNearer(e)) return;
        this.stand(region.code, false);
        this.#pick(region, this.#unit(svg, e));
      });
      this.shapes.set(region.code, group);
      svg.append(group);
    }
    svg.append(element('path', { d: outline.outline, class: 'sp-flat-outline' }), element('g', { class: 'sp-flat-muscles' }), ...captions(view, outline.box));
    return svg;
  }

  /** @param {string} code one of the outlines', and so of the anatomy's */
  #region(code) {
    return this.host.anatomy.regions[/** @type {number} */ (this.host.anatomy.regionIndex.get(code))];
  }

  /**
   * @param {Region} region
   * @param {DOMPoint} at on the sheet
   */
  #pick(region, at) {
    const muscles = nearestMuscles(this.outlines[region.view === 'back' ? 'back' : 'front'], at, this.host.anatomy, region);
    this.host.picked({ region: region.code, muscle: muscles[0] ?? null, muscles, point: region.at });
  }

  /** One stop for the keyboard; the finger drags a sheet that came nearer. */
  #listen() {
    this.root.addEventListener('keydown', (e) => this.host.key(e));
    /** @type {PointerEvent | null} */
    let down = null;
    this.root.addEventListener('pointerdown', (e) => {
      down = e;
      this.dragged = false;
    });
    this.root.addEventListener('pointermove', (e) => {
      const svg = /** @type {Element} */ (e.target).closest('svg');
      if (!down || !e.buttons || !(svg instanceof SVGSVGElement)) return;
      this.dragged ||= Math.hypot(e.clientX - down.clientX, e.clientY - down.clientY) > 5 && this.near > 1;
      if (!this.dragged) return;
      const from = this.#unit(svg, down), to = this.#unit(svg, e);
      this.#see(svg, svg.viewBox.baseVal.x + from.x - to.x, svg.viewBox.baseVal.y + from.y - to.y);
      down = e;
    });
    this.root.addEventListener('pointerup', () => (down = null));
  }

  /**
   * Client coordinates on a sheet, in its centimetres.
   * @param {SVGSVGElement} svg
   * @param {{clientX: number, clientY: number}} at
   */
  #unit(svg, { clientX, clientY }) {
    return new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM()?.inverse());
  }

  /**
   * Shows that part of a sheet whose corner is at x, y.
   * @param {SVGSVGElement} svg
   * @param {number} x
   * @param {number} y
   */
  #see(svg, x, y) {
    const [left, top, width, height] = this.outlines[/** @type {SheetView} */ (svg.dataset.view)].box;
    const w = width / this.near, h = height / this.near;
    svg.setAttribute('viewBox', [clamp(x, left, left + width - w), clamp(y, top, top + height - h), w, h].join(' '));
  }

  /** Shows the layers: regions as filled shapes, muscles as their lines. */
  refresh() {
    const state = this.host.state;
    for (const { view, svg } of this.sheets) {
      const outline = this.outlines[view];
      /** @type {SVGElement[]} */
      const lines = [];
      for (const [layer, entries] of state.entries) {
        if (!state.shown.get(layer)) continue;
        for (const { muscle } of entries) {
          const index = this.host.anatomy.muscleIndex.get(muscle ?? '');
          if (index !== undefined) lines.push(element('path', { d: outline.muscles[index], class: `sp-flat-muscle is-${layer}` }));
        }
      }
      if (this.strained) lines.push(...this.#strainLines(outline));
      for (const { steps, share = 1 } of this.shownRoutes) {
        const points = placed(this.host.anatomy, view, routePoints(this.host.anatomy, steps));
        lines.push(element('path', { d: `M${points.join('L')}`, class: 'sp-flat-route', 'stroke-width': (0.8 + 1.6 * Math.sqrt(share)).toFixed(2) }));
      }
      svg.querySelector('.sp-flat-muscles')?.replaceChildren(...lines);
    }
    for (const [code, group] of this.shapes) {
      const carried = state.at(code);
      const sharing = FILLING.filter(({ name }) => carried.some((c) => c.layer === name)).map(({ name }) => name);
      for (const { name } of LAYERS) {
        const value = Math.max(0, ...carried.filter((c) => c.layer === name).map((c) => c.value));
        const shape = group.querySelector(`.is-${name}`), turn = sharing.indexOf(name);
        shape?.toggleAttribute('hidden', value === 0);
        shape?.setAttribute('opacity', value === 0 ? '0' : String(name === 'pain' ? 0.7 + 0.3 * value : 0.88 + 0.12 * value));
        if (sharing.length > 1 && turn >= 0) shape?.setAttribute('mask', `url(#${bandName(group.ownerSVGElement?.dataset.view, turn, sharing.length)})`);
        else shape?.removeAttribute('mask');
      }
      const region = this.#region(code);
      const said = carried.map(({ layer, label }) => (label ? say('on-layer', { layer, what: label }) : say('layer-here', { layer })));
      group.setAttribute('aria-label', [region.label, ...said].join('; '));
      group.setAttribute('aria-pressed', String(state.highlighted.has(code)));
    }
  }

  /** The muscles whose tension changes enough to be seen, as lines in the colour of their strain. */
  /** @param {Outline} outline */
  #strainLines(outline) {
    const { shades } = this.host;
    if (!shades) return [];
    return outline.muscles.flatMap((d, i) => (Math.abs(shades[i]) < 0.08 ? [] : [element('path', {
      d, class: `sp-flat-muscle ${shades[i] > 0 ? 'is-tension' : 'is-slack'}`, opacity: Math.min(1, Math.abs(shades[i]) ** 0.7).toFixed(2) })]));
  }

  /** @param {Route[]} routes */
  routes(routes) {
    this.shownRoutes = routes;
    this.refresh();
  }

  /** @param {View} wanted */
  go(wanted) {
    const { view: here } = this.#region(this.stop);
    if (here !== (wanted === 'back' ? 'back' : 'front')) this.stand(this.outlines[wanted === 'back' ? 'back' : 'front'].regions[0].code, false);
    for (const { view, svg } of this.sheets) svg.classList.toggle('is-away', view !== (wanted === 'back' ? 'back' : 'front'));
  }

  /**
   * Comes nearer about a place of the window, or about the middle of each sheet.
   * @param {number} factor
   * @param {{x: number, y: number}} [at]
   */
  zoomBy(factor, at) {
    const near = clamp(this.near * factor, 1, NEAREST), by = near / this.near;
    this.near = near;
    this.root.classList.toggle('is-near', near > 1);
    for (const { svg } of this.sheets) {
      const { x, y, width, height } = svg.viewBox.baseVal, box = svg.getBoundingClientRect();
      const inside = at && at.x >= box.left && at.x <= box.right;
      const about = inside ? this.#unit(svg, { clientX: at.x, clientY: at.y }) : new DOMPoint(x + width / 2, y + height / 2);
      this.#see(svg, about.x - (about.x - x) / by, about.y - (about.y - y) / by);
    }
  }

  whole() {
    this.zoomBy(0);
  }

  fit() {
    // The map shows both sides whole: what is lit is seen.
  }

  /** @returns {Place[]} */
  places() {
    return [...this.shapes].flatMap(([code, group]) => {
      const box = group.querySelector('.sp-flat-base')?.getBoundingClientRect();
      return box?.width ? [{ code, x: box.x + box.width / 2, y: box.y + box.height / 2 }] : [];
    });
  }

  /**
   * The keyboard is at a place now.
   * @param {string} code
   */
  stand(code, focus = true) {
    this.shapes.get(this.stop)?.setAttribute('tabindex', '-1');
    this.stop = code;
    this.shapes.get(code)?.setAttribute('tabindex', '0');
    if (focus) this.shapes.get(code)?.focus({ preventScroll: true });
  }

  /**
   * Strain colours the lines of the muscles; see refresh.
   * @param {number} share
   */
  strain(share) {
    this.strained = share > 0;
    this.refresh();
  }

  mode() {
    // The map is for marking already.
  }

  theme() {
    // Colours come from the style sheet.
  }

  /**
   * @param {number} width
   * @param {number} height
   */
  resize(width, height) {
    this.root.classList.toggle('is-narrow', width < height * 0.75);
  }

  /**
   * Client coordinates inside a region's shape, or null where its sheet is turned away.
   * @param {string} code
   */
  pointOf(code) {
    const group = this.shapes.get(code), shape = group?.querySelector('.sp-flat-base');
    if (!(shape instanceof SVGPathElement) || !group?.ownerSVGElement?.getClientRects().length) return null;
    const box = shape.getBBox(), toScreen = shape.getScreenCTM() ?? undefined;
    for (let ring = 0; ring < 12; ring++) {
      for (let turn = 0; turn < 12; turn++) {
        const a = (turn * Math.PI) / 6, r = ring / 24;
        const p = new DOMPoint(box.x + box.width * (0.5 + r * Math.cos(a)), box.y + box.height * (0.5 + r * Math.sin(a)));
        if (!shape.isPointInFill(p)) continue;
        const at = p.matrixTransform(toScreen);
        return { x: Math.round(at.x), y: Math.round(at.y) };
      }
    }
    return null;
  }

  dispose() {
    this.root.remove();
  }
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number>} attributes
 */
function element(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  return node;
}

/**
 * Which side is whose: the front shows the person's right on the left, as someone facing them sees it.
 * @param {SheetView} view
 * @param {number[]} box
 */
function captions(view, [x, y, width]) {
  /** @type {(at: number, anchor: 'start' | 'end', side: string) => SVGElement} */
  const caption = (at, anchor, side) => {
    const node = element('text', { x: at, y: y + 5, class: 'sp-flat-caption', 'text-anchor': anchor });
    node.textContent = say('side', { side });
    return node;
  };
  const sides = view === 'front' ? ['right', 'left'] : ['left', 'right'];
  return [caption(x + 2, 'start', sides[0]), caption(x + width - 2, 'end', sides[1])];
}

/**
 * The pattern of a layer, the same as on its chip.
 * @param {SheetView} view
 * @param {Layer} layer
 */
function pattern(view, layer) {
  const tile = element('pattern', { id: `${view}-${layer.name}`, width: CELL, height: CELL, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)', class: `sp-flat-tile is-${layer.name}` });
  const middle = CELL / 2;
  const ground = (/** @type {number} */ opacity) => tile.append(element('rect', { width: CELL, height: CELL, 'fill-opacity': opacity }));
  const bar = (/** @type {number} */ wide) => element('rect', { x: middle - wide / 2, width: wide, height: CELL });
  /** @type {Record<Pattern, () => void>} */
  const shapes = {
    solid: () => ground(1),
    hatch: () => (ground(0.22), tile.append(bar(1.9))),
    dots: () => (ground(0.22), tile.append(element('circle', { cx: middle, cy: middle, r: 1.3 }))),
    outline: () => ground(0.2),
    cross: () => (ground(0.22), tile.append(bar(1.2), element('rect', { y: middle - 0.6, width: CELL, height: 1.2 }))),
    bars: () => (ground(0.22), tile.append(element('rect', { y: middle - 0.95, width: CELL, height: 1.9 }))),
    rings: () => (ground(0.22), tile.append(element('circle', { cx: middle, cy: middle, r: 0.9, fill: 'none', class: 'is-ring' }))),
  };
  shapes[layer.pattern]();
  return tile;
}

/** @type {(view: string | undefined, turn: number, of: number) => string} */
const bandName = (view, turn, of) => `${view}-band-${turn}-of-${of}`;

/**
 * A place that several layers are on is parted into bands: the mask that leaves one layer its own.
 * @type {(view: SheetView, box: number[], turn: number, of: number) => SVGElement[]}
 */
function band(view, [x, y, width, height], turn, of) {
  const id = bandName(view, turn, of), all = { x, y, width, height };
  const bands = element('pattern', { id: `${id}-cut`, width: CELL * of, height: CELL, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' });
  bands.append(element('rect', { x: turn * CELL, width: CELL, height: CELL, fill: 'white' }));
  const mask = element('mask', { id, maskUnits: 'userSpaceOnUse', ...all });
  mask.append(element('rect', { ...all, fill: `url(#${id}-cut)` }));
  return [bands, mask];
}

/**
 * The muscles whose lines pass nearest to a place of the sheet, those of the region's own half of the body.
 * @type {(outline: Outline, at: DOMPoint, anatomy: Anatomy, region: Region) => string[]}
 */
function nearestMuscles({ muscles }, at, anatomy, { at: skin, side }) {
  const away = muscles.map((path, i) => {
    const { id, side: its, lines } = anatomy.muscles[i];
    if (its !== side && its !== 'midline' && side !== 'midline') return { id, away: Infinity };
    const flat = path.split(/[ML]/).filter(Boolean).map((pair) => pair.split(' ').map(Number));
    // Of two at the same place that which lies nearer to the skin comes first.
    const deep = Math.min(...lines.flatMap(({ points }) => points.map((p) => Math.abs(p[0] - skin[0])))) * 100;
    const past = flat.slice(1).map((end, j) => toSegment(at, flat[j], end));
    return { id, away: Math.min(...past) + 0.5 * deep };
  });
  return away.sort((a, b) => a.away - b.away).slice(0, NAMED).map(({ id }) => id);
}

/** @type {(p: DOMPoint, a: number[], b: number[]) => number} */
function toSegment(p, [ax, ay], [bx, by]) {
  const dx = bx - ax, dy = by - ay, t = clamp(((p.x - ax) * dx + (p.y - ay) * dy) / (dx * dx + dy * dy || 1), 0, 1);
  return Math.hypot(ax + t * dx - p.x, ay + t * dy - p.y);
}
