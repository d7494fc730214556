// Works the body out beside the page, so that the page never waits for it, and keeps it for the next page.

import { Anatomy } from './anatomy.js';
import { keep, recall } from './shelf.js';
import { packedBody } from './tissues.js';

addEventListener('message', async ({ data: { tables, version } }) => {
  const key = `${version}:body`;
  try {
    const kept = version ? await recall(key) : null;
    if (kept) {
      postMessage({ result: kept, kept: true });
      return;
    }
    const result = packedBody(new Anatomy(tables));
    postMessage({ result });
    if (version) await keep(key, result);
  } catch (problem) {
    postMessage({ problem: problem instanceof Error ? problem.message : String(problem) });
  }
});
