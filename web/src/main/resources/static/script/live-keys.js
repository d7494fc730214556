// Keys and pedals in a running session: a key that somebody has learnt is a finger on its button, and never fires while they type.

/**
 * What a key would do here.
 * @param {Pick<KeyboardEvent, 'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey'>} event
 * @param {boolean} typing whether the focus is where a key belongs to what is written or slid
 * @param {Record<string, string>} keys the mark of each learnt key
 * @returns {string | null} the mark, or null
 */
export function markOf(event, typing, keys) {
  if (typing || event.repeat || event.ctrlKey || event.metaKey || event.altKey) {
    return null;
  }
  const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return Object.hasOwn(keys, name) ? keys[name] : null;
}

/**
 * Whether keys belong to where the focus is.
 * @param {EventTarget | null} target
 */
export function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/**
 * Hears the learnt keys, before anything else on the page does.
 * @param {Record<string, string>} keys the mark of each
 * @param {(mark: string) => void} act
 */
export function onLearntKey(keys, act) {
  document.addEventListener('keydown', (event) => {
    const mark = document.querySelector('dialog[open]') ? null : markOf(event, isTyping(event.target), keys);
    if (mark !== null) {
      event.preventDefault();
      event.stopPropagation();
      act(mark);
    }
  }, { capture: true });
}
