// The flat map's outlines, worked out beforehand (outlines.json; BodyBrowserTest holds that they are those of this body).

/** @type {Promise<Outlines> | undefined} */
let loaded;

/** @returns {Promise<Outlines>} */
export function loadOutlines() {
  return (loaded ??= fetch(new URL('./outlines.json', import.meta.url)).then((response) => {
    if (!response.ok) throw new Error(`The outlines of the body could not be loaded: ${response.status}`);
    return response.json();
  }));
}
