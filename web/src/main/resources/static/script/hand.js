// By what this page is known again as the one that holds a session: a random token. It stays in the storage of this tab, through every reload;
// the record keeps its hash alone.

const NAME = 'stillpoint-hand';
let own = '';

/** The token of this tab, made at the first asking. */
export function hand() {
  try {
    own ||= sessionStorage.getItem(NAME) ?? '';
    own ||= crypto.randomUUID();
    sessionStorage.setItem(NAME, own);
  } catch {
    own ||= crypto.randomUUID(); // a browser that keeps nothing: known until it is reloaded
  }
  return own;
}
