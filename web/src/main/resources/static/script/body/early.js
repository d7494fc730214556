// Begins what the body waits for longest as soon as the page is read: its meshes, and what draws them.

import { whatDraws } from './drawing.js';
import { loadMeshes } from './meshes.js';

whatDraws().catch(() => {}); // told where they are waited for
loadMeshes().catch(() => {});
