// Works the body out beside the page, so that the page never waits for it, and keeps it for the next page.

import { Anatomy } from './anatomy.js';
import { keep, recall } from './shelf.js';
import { outlinesOf, packedBody } from './tissues.js';

/** @type {Anatomy} */
let anatomy;
/** @type {string | null} */
let version = null;

addEventListener('message', async ({ data }) => {
  if (data.tables) {
    anatomy = new Anatomy(data.tables);
    version = data.version;
    return;
  }
  const { want } = data, key = `${version}:${want}`;
  try {
    const kept = version ? await recall(key) : null;
    if (kept) {
      postMessage({ want, result: kept, kept: true });
      return;
    }
    const result = want === 'outlines' ? outlinesOf(anatomy) : packedBody(anatomy);
    postMessage({ want, result });
    if (version) await keep(key, result);
  } catch (problem) {
    postMessage({ want, problem: problem instanceof Error ? problem.message : String(problem) });
  }
});
