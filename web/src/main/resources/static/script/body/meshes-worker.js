// Fetches the meshes of the body and unpacks them beside the page.

import { unpack } from './packing.js';

async function load() {
  const response = await fetch(new URL('./meshes.gz', import.meta.url));
  if (!response.ok || !response.body) throw new Error(`The meshes of the body could not be loaded: ${response.status}`);
  return unpack(new Uint8Array(await new Response(response.body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()));
}

try {
  const body = await load();
  const rows = [body.bones, body.muscles, body.skin].flatMap(({ channels, ...mesh }) => [...Object.values(mesh), ...Object.values(channels)]);
  postMessage({ body }, { transfer: rows.map(({ buffer }) => buffer) });
} catch (problem) {
  postMessage({ problem: problem instanceof Error ? problem.message : String(problem) });
}
