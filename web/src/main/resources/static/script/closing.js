// A session that has ended: the body with its sites, and the note that is written beside it.

import './client-body.js';
import './note.js';
