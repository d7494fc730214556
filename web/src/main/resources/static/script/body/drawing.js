// What draws in three dimensions here: a graphics card, the processor, or nothing.

/** @typedef {'none' | 'software' | 'card'} Draws */

/** Under which name the tab keeps it. */
const KEPT = 'stillpoint-draws';

/** @type {Promise<Draws> | undefined} */
let asked;

/** What is known from an earlier page of this tab. */
export function known() {
  const kept = sessionStorage.getItem(KEPT);
  return kept === 'software' || kept === 'card' ? kept : null;
}

/**
 * Asked before a picture is made, which would only complain, and beside the page, for to ask may take as long as to draw. The answer holds until the tab is
 * closed.
 * @returns {Promise<Draws>}
 */
export function whatDraws() {
  return (asked ??= found().then((draws) => {
    if (draws !== 'none') sessionStorage.setItem(KEPT, draws);
    return draws;
  }));
}

/** @returns {Promise<Draws>} */
async function found() {
  const before = known();
  if (before) return before;
  const beside = typeof OffscreenCanvas === 'undefined' ? 'none' : await askedBeside();
  return beside === 'none' ? drawnBy(document.createElement('canvas')) : beside; // older browsers draw on the page alone
}

/** @returns {Promise<Draws>} */
function askedBeside() {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./drawing-worker.js', import.meta.url), { type: 'module' });
    /** @param {Draws} draws */
    const told = (draws) => {
      worker.terminate();
      resolve(draws);
    };
    worker.addEventListener('message', ({ data }) => told(data));
    worker.addEventListener('error', () => told('none'));
  });
}

/**
 * @param {HTMLCanvasElement | OffscreenCanvas} canvas
 * @returns {Draws}
 */
export function drawnBy(canvas) {
  const context = /** @type {WebGL2RenderingContext | null} */ (canvas.getContext('webgl2'));
  if (!context) return 'none';
  const told = context.getExtension('WEBGL_debug_renderer_info');
  const name = String(context.getParameter(told?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
  context.getExtension('WEBGL_lose_context')?.loseContext();
  return /swiftshader|llvmpipe|software|basic render/i.test(name) ? 'software' : 'card';
}
