// The body's layers: the colour and pattern of each, and what is on it now.

import { clamp } from './vector.js';

/**
 * In the order they are painted.
 * @type {Layer[]}
 */
export const LAYERS = [
  { name: 'told', token: '--told', pattern: 'hatch' },
  { name: 'pain', token: '--pain', pattern: 'solid' },
  { name: 'found', token: '--found', pattern: 'dots' },
  { name: 'traced', token: '--traced', pattern: 'outline' },
  { name: 'held', token: '--held', pattern: 'cross' },
  { name: 'released', token: '--released-edge', pattern: 'rings' },
  { name: 'guarded', token: '--guarded', pattern: 'bars' },
];

/** Slots per place in the shaders' tables: six layers, then highlight, then strain of a muscle, or where touch is guarded of a region. */
export const SLOTS = { told: 0, pain: 1, found: 2, traced: 3, held: 4, released: 5, highlight: 6, strain: 7, guarded: 7 };
export const SLOT_COUNT = 8;

/** What is on each layer, as numbers per region and per muscle ready for the shaders. */
export class LayerState {
  /** @param {Anatomy} anatomy */
  constructor(anatomy) {
    this.anatomy = anatomy;
    /** @type {Map<LayerName, LayerEntry[]>} */
    this.entries = new Map();
    /** @type {Set<string>} */
    this.highlighted = new Set();
    this.shown = new Map(LAYERS.map((layer) => [layer.name, true]));
    this.regions = new Float32Array(anatomy.regions.length * SLOT_COUNT);
    this.muscles = new Float32Array(anatomy.muscles.length * SLOT_COUNT);
  }

  /**
   * @param {LayerName} name one of LAYERS
   * @param {LayerEntry[]} entries
   */
  set(name, entries) {
    if (!this.shown.has(name)) throw new RangeError(`No body layer is called "${name}". Layers: ${[...this.shown.keys()].join(', ')}.`);
    for (const entry of entries) {
      if (entry.region !== undefined && !this.anatomy.regionIndex.has(entry.region)) throw new RangeError(`No pain region has the code "${entry.region}".`);
      if (entry.muscle !== undefined && !this.anatomy.muscleIndex.has(entry.muscle)) throw new RangeError(`No muscle has the id "${entry.muscle}".`);
    }
    this.entries.set(name, entries);
    this.#write(name);
  }

  /**
   * @param {LayerName} name
   * @param {boolean} on
   */
  show(name, on) {
    this.shown.set(name, on);
    this.#write(name);
  }

  /**
   * Marks places as picked.
   * @param {Iterable<string>} ids codes of regions, ids of muscles or bones
   */
  highlight(ids) {
    const slot = SLOTS.highlight, picked = new Set(ids);
    this.highlighted = picked;
    this.anatomy.regions.forEach((r, i) => (this.regions[i * SLOT_COUNT + slot] = picked.has(r.code) ? 1 : 0));
    this.anatomy.muscles.forEach((m, i) => (this.muscles[i * SLOT_COUNT + slot] = picked.has(m.id) ? 1 : 0));
  }

  /**
   * Writes one slot of all muscles or regions at once.
   * @param {'muscles' | 'regions'} table
   * @param {number} slot one of SLOTS
   * @param {ArrayLike<number>} values in table order
   */
  fill(table, slot, values) {
    const target = table === 'muscles' ? this.muscles : this.regions;
    for (let i = 0; i < values.length; i++) target[i * SLOT_COUNT + slot] = values[i];
  }

  /** Everything that a layer which is shown is on: codes of regions, ids of muscles. */
  get lit() {
    return new Set([...this.entries].flatMap(([name, entries]) => (this.shown.get(name) ? entries.map(({ region, muscle }) => region ?? muscle ?? '') : [])));
  }

  /** True where a muscle is picked. */
  get muscleHighlighted() {
    return [...this.highlighted].some((id) => this.anatomy.muscleIndex.has(id));
  }

  /** True where any layer has something on it, shown or not. */
  get used() {
    return [...this.entries.values()].some((entries) => entries.length > 0) || this.highlighted.size > 0;
  }

  /** True where any muscle is marked as found, traced, held, released or picked, by whichever way. */
  get muscleMarked() {
    for (let i = 0; i < this.muscles.length; i += SLOT_COUNT) {
      for (let slot = SLOTS.found; slot <= SLOTS.highlight; slot++) if (this.muscles[i + slot] > 0.01) return true;
    }
    return false;
  }

  /**
   * What a place carries, only layers that are shown.
   * @param {string} id of a region or a muscle
   */
  at(id) {
    const found = [];
    for (const [name, entries] of this.entries) {
      if (!this.shown.get(name)) continue;
      for (const e of entries) if (e.region === id || e.muscle === id) found.push({ layer: name, value: e.value ?? 1, label: e.label });
    }
    return found;
  }

  /** @param {LayerName} name */
  #write(name) {
    const slot = SLOTS[name];
    for (const table of name === 'guarded' ? [this.regions] : [this.regions, this.muscles]) for (let i = slot; i < table.length; i += SLOT_COUNT) table[i] = 0;
    if (!this.shown.get(name)) return;
    for (const entry of this.entries.get(name) ?? []) {
      const value = clamp(entry.value ?? 1, 0, 1);
      if (entry.region !== undefined) this.#raise(this.regions, this.anatomy.regionIndex.get(entry.region), slot, value);
      if (entry.muscle !== undefined) this.#raise(this.muscles, this.anatomy.muscleIndex.get(entry.muscle), slot, value);
    }
  }

  /**
   * @param {Float32Array} table
   * @param {number | undefined} index `set` lets none through that is not there
   * @param {number} slot
   * @param {number} value
   */
  #raise(table, index, slot, value) {
    const at = Number(index) * SLOT_COUNT + slot;
    table[at] = Math.max(table[at], value);
  }
}
