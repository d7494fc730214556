// Works the body out beside the page, so that the page never waits for it.

import { Anatomy } from './anatomy.js';
import { outlinesOf, packedBody } from './tissues.js';

let anatomy = null;

addEventListener('message', ({ data }) => {
  if (data.tables) {
    anatomy = new Anatomy(data.tables);
    return;
  }
  try {
    const result = data.want === 'outlines' ? outlinesOf(anatomy) : packedBody(anatomy);
    postMessage({ want: data.want, result }, result.transfer ?? []);
  } catch (problem) {
    postMessage({ want: data.want, problem: String(problem.message) });
  }
});
