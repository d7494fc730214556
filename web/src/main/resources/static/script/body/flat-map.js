// The flat map: the body's own outline from the front and from behind, cut into the pain regions. Needs no WebGL.

import { LAYERS } from './layers.js';
import { placed } from './outline.js';
import { routePoints } from './route-points.js';

const SVG = 'http://www.w3.org/2000/svg';

export class FlatMap {
  display = 'flat';

  /** @param {object} outlines from outlinesOf(host.anatomy) */
  constructor(host, outlines) {
    this.host = host;
    this.outlines = outlines;
    this.root = document.createElement('div');
    this.root.className = 'sp-flat';
    this.shapes = new Map();
    this.sheets = ['front', 'back'].map((view) => this.#sheet(view, this.outlines[view]));
    this.root.append(...this.sheets);
    host.tools.frame.append(this.root);
    this.refresh();
  }

  #sheet(view, outline) {
    const svg = element('svg', { class: 'sp-flat-sheet', viewBox: outline.box.join(' '), role: 'group', 'aria-label': view === 'front' ? 'Front of the body' : 'Back of the body' });
    svg.dataset.view = view;
    const defs = element('defs', {});
    for (const layer of LAYERS) defs.append(pattern(view, layer));
    svg.append(defs, element('path', { d: outline.outline, class: 'sp-flat-ground' }));
    for (const { code, path } of outline.regions) {
      const region = this.host.anatomy.regions[this.host.anatomy.regionIndex.get(code)];
      const group = element('g', { class: 'sp-flat-region', role: 'button', tabindex: '0' });
      group.dataset.region = region.code;
      group.append(element('path', { d: path, class: 'sp-flat-base' }));
      for (const layer of LAYERS) group.append(element('path', { d: path, class: `sp-flat-layer is-${layer.name}`, fill: layer.pattern === 'outline' ? 'none' : `url(#${view}-${layer.name})` }));
      group.append(element('path', { d: path, class: 'sp-flat-edge' }));
      group.addEventListener('click', () => this.#pick(region));
      group.addEventListener('keydown', (e) => {
        if (e.key !== 'Enter' && e.key !== ' ') return;
        e.preventDefault();
        this.#pick(region);
      });
      this.shapes.set(region.code, group);
      svg.append(group);
    }
    svg.append(element('path', { d: outline.outline, class: 'sp-flat-outline' }), element('g', { class: 'sp-flat-muscles' }), ...captions(view, outline.box));
    return svg;
  }

  #pick(region) {
    this.host.picked({ region: region.code, muscle: null, bone: null, point: region.at });
  }

  /** Shows the layers: regions as filled shapes, muscles as their lines. */
  refresh() {
    const state = this.host.state;
    for (const sheet of this.sheets) {
      const outline = this.outlines[sheet.dataset.view], lines = [];
      for (const [layer, entries] of state.entries) {
        if (!state.shown.get(layer)) continue;
        for (const entry of entries.filter((e) => e.muscle !== undefined)) {
          lines.push(element('path', { d: outline.muscles[this.host.anatomy.muscleIndex.get(entry.muscle)], class: `sp-flat-muscle is-${layer}` }));
        }
      }
      if (this.strained) lines.push(...this.#strainLines(outline));
      for (const { steps, share = 1 } of this.shownRoutes ?? []) {
        const points = placed(this.host.anatomy, sheet.dataset.view, routePoints(this.host.anatomy, steps));
        lines.push(element('path', { d: `M${points.join('L')}`, class: 'sp-flat-route', 'stroke-width': (0.8 + 1.6 * Math.sqrt(share)).toFixed(2) }));
      }
      sheet.querySelector('.sp-flat-muscles').replaceChildren(...lines);
    }
    for (const [code, group] of this.shapes) {
      const carried = state.at(code);
      for (const layer of LAYERS) {
        const value = Math.max(0, ...carried.filter((c) => c.layer === layer.name).map((c) => c.value));
        const shape = group.querySelector(`.is-${layer.name}`);
        shape.toggleAttribute('hidden', value === 0);
        shape.setAttribute('opacity', value === 0 ? '0' : String(0.3 + 0.7 * value));
      }
      const region = this.host.anatomy.regions[this.host.anatomy.regionIndex.get(code)];
      const said = carried.map((c) => `${LAYERS.find((l) => l.name === c.layer)?.label.toLowerCase()}${c.label ? ` ${c.label}` : ''}`);
      group.setAttribute('aria-label', [region.label, ...said].join('; '));
      group.setAttribute('aria-pressed', String(state.highlighted.has(code)));
    }
  }

  /** The muscles whose tension changes enough to be seen, as lines in the colour of their strain. */
  #strainLines(outline) {
    const shades = this.host.shades;
    return outline.muscles.flatMap((d, i) => (Math.abs(shades[i]) < 0.08 ? [] : [element('path', {
      d, class: `sp-flat-muscle ${shades[i] > 0 ? 'is-tension' : 'is-slack'}`, opacity: Math.min(1, Math.abs(shades[i]) ** 0.7).toFixed(2) })]));
  }

  routes(routes) {
    this.shownRoutes = routes;
    this.refresh();
  }

  go(view) {
    for (const sheet of this.sheets) sheet.classList.toggle('is-away', sheet.dataset.view !== (view === 'back' ? 'back' : 'front'));
  }

  zoomBy() {
    // The map always shows the whole body; the browser's own zoom serves those who need it larger.
  }

  /** Strain colours the lines of the muscles; see refresh. */
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

  resize(width, height) {
    this.root.classList.toggle('is-narrow', width < height * 0.75);
  }

  /** Client coordinates inside a region's shape, or null where its sheet is turned away. */
  pointOf(code) {
    const group = this.shapes.get(code), sheet = group.ownerSVGElement;
    if (!sheet.getClientRects().length) return null;
    const shape = group.querySelector('.sp-flat-base'), box = shape.getBBox(), toScreen = shape.getScreenCTM();
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

function element(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

/** Which side is whose: the front shows the person's right on the left, as someone facing them sees it. */
function captions(view, [x, y, width]) {
  const text = (at, anchor, words) => {
    const node = element('text', { x: at, y: y + 5, class: 'sp-flat-caption', 'text-anchor': anchor });
    node.textContent = words;
    return node;
  };
  const sides = view === 'front' ? ['right', 'left'] : ['left', 'right'];
  return [text(x + 2, 'start', sides[0]), text(x + width - 2, 'end', sides[1])];
}

/** The pattern of a layer, the same as on its chip. */
function pattern(view, layer) {
  const tile = element('pattern', { id: `${view}-${layer.name}`, width: 2.4, height: 2.4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)', class: `sp-flat-tile is-${layer.name}` });
  const ground = (opacity) => tile.append(element('rect', { width: 2.4, height: 2.4, 'fill-opacity': opacity }));
  const shapes = {
    solid: () => ground(0.85),
    hatch: () => (ground(0.25), tile.append(element('rect', { width: 1.1, height: 2.4 }))),
    dots: () => (ground(0.2), tile.append(element('circle', { cx: 1.2, cy: 1.2, r: 0.75 }))),
    outline: () => ground(0.15),
    cross: () => (ground(0.35), tile.append(element('rect', { width: 0.7, height: 2.4 }), element('rect', { width: 2.4, height: 0.7 }))),
    rings: () => (ground(0.3), tile.append(element('circle', { cx: 1.2, cy: 1.2, r: 0.7, fill: 'none', class: 'is-ring' }))),
  };
  shapes[layer.pattern]();
  return tile;
}
