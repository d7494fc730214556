// What a finger meant: the sheet of candidates over the body's lower edge, from the surface inwards, and one search by name.

import { say } from '../texts.js';
import { make } from './tools.js';

/** Candidates on the sheet. */
const MOST = 4;
/** How long nobody types until it is searched, ms. */
const PAUSE = 120;

/** @typedef {{id: string, muscle: boolean, label: string, searched?: boolean}} Candidate a region or a muscle; whether it was searched by its name */

export class Finder {
  #asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #pause;

  /**
   * @param {SpBody} host
   * @param {string} of `places`, `regions` or `muscles`
   * @param {HTMLElement} room over whose lower edge the sheet lies
   * @param {HTMLElement} shelf where the search stands
   */
  constructor(host, of, room, shelf) {
    this.host = host;
    this.of = of;
    this.sheet = make('div', 'sp-body-sheet');
    this.sheet.setAttribute('role', 'group');
    this.sheet.setAttribute('aria-label', say('meant'));
    this.sheet.hidden = true;
    room.append(this.sheet);
    this.field = make('input', 'sp-body-find');
    Object.assign(this.field, { type: 'search', autocomplete: 'off', spellcheck: false, placeholder: say('find-place') });
    this.field.setAttribute('aria-label', say('find-place'));
    this.list = make('div', 'sp-body-found');
    this.list.setAttribute('role', 'group');
    this.list.setAttribute('aria-label', say('find-place'));
    const search = make('div', 'sp-body-search');
    search.setAttribute('role', 'search');
    search.append(this.list, this.field);
    shelf.append(search);
    this.field.addEventListener('input', () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.#search(), PAUSE);
    });
    search.addEventListener('keydown', (e) => this.#key(e));
  }

  /**
   * After a tap: the region, then the muscles beneath, of which one can be looked at and chosen.
   * @param {Picked} picked
   */
  offer({ region, muscles, label }) {
    if (this.of === 'regions') return;
    const { anatomy } = this.host;
    const named = muscles.map((id) => ({ id, muscle: true, label: anatomy.muscles[/** @type {number} */ (anatomy.muscleIndex.get(id))].label }));
    const all = this.of === 'muscles' ? named : [{ id: region, muscle: false, label }, ...named];
    const buttons = all.slice(0, MOST).map((each) => this.#button(each));
    if (this.of === 'places') buttons[0]?.setAttribute('aria-pressed', 'true');
    const away = make('button', 'sp-body-away');
    Object.assign(away, { type: 'button', textContent: '\u00d7' });
    away.setAttribute('aria-label', say('put-away'));
    away.addEventListener('click', () => (this.sheet.hidden = true));
    this.sheet.replaceChildren(...buttons, away);
    this.sheet.hidden = all.length === 0;
  }

  /** @param {Candidate} candidate */
  #button(candidate) {
    const button = make('button', 'sp-body-candidate');
    button.type = 'button';
    button.textContent = candidate.label;
    button.setAttribute('aria-pressed', 'false');
    button.dataset.place = candidate.id;
    const look = () => this.host.highlight([candidate.id]);
    button.addEventListener('pointerenter', look);
    button.addEventListener('focus', look);
    button.addEventListener('click', () => this.#choose(candidate));
    return button;
  }

  /** @param {Candidate} candidate */
  #choose(candidate) {
    for (const each of this.sheet.querySelectorAll('.sp-body-candidate')) {
      if (each instanceof HTMLElement) each.setAttribute('aria-pressed', String(each.dataset.place === candidate.id));
    }
    if (candidate.searched) this.sheet.hidden = true;
    this.host.tools.unfold(false);
    this.list.replaceChildren();
    this.field.value = '';
    this.host.chosen(candidate);
  }

  async #search() {
    const turn = ++this.#asked, typed = this.field.value.trim();
    const query = new URLSearchParams({ typed, muscles: String(this.of === 'muscles') });
    /** @type {Candidate[]} */
    const found = typed === '' ? [] : await fetch(`/body/search?${query}`, { credentials: 'same-origin' }).then((r) => (r.ok ? r.json() : []), () => []);
    if (turn !== this.#asked) return;
    const fitting = found.filter(({ muscle }) => this.of !== 'regions' || !muscle);
    this.list.replaceChildren(...fitting.map((each) => this.#button({ ...each, searched: true })));
    this.host.tools.tell(typed !== '' && fitting.length === 0 ? say('no-place-called', { typed }) : '');
  }

  /** @param {KeyboardEvent} event */
  async #key(event) {
    if (event.key === 'Escape' && this.field.value !== '') {
      event.stopPropagation();
      this.field.value = '';
      this.list.replaceChildren();
    } else if (event.key === 'Enter' && event.target === this.field) {
      event.preventDefault();
      clearTimeout(this.#pause);
      await this.#search();
      /** @type {HTMLElement | null} */ (this.list.querySelector('button'))?.click();
    }
  }
}
