// What the 3D picture draws, worked out beforehand (meshes.gz; BodyBrowserTest holds that it is that of these scripts and tables).

/** @type {Promise<PackedBody> | undefined} */
let loaded;

/**
 * Fetched and unpacked beside the page, which asks for its drawing surface meanwhile.
 * @returns {Promise<PackedBody>}
 */
export function loadMeshes() {
  return (loaded ??= unpacked().catch((problem) => {
    loaded = undefined; // so that it is tried again
    throw problem;
  }));
}

/** @returns {Promise<PackedBody>} */
function unpacked() {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./meshes-worker.js', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data: { body, problem } }) => {
      if (body) resolve(body);
      else reject(new Error(problem));
      worker.terminate();
    });
    worker.addEventListener('error', () => reject(new Error('The meshes of the body could not be unpacked.')), { once: true });
  });
}
