// The page's colours, read from its CSS custom properties, for the shaders.

import { LAYERS } from './layers.js';

/** Tissue colours by theme, chosen by eye against the warm paper and the dim room of the page. */
const TISSUE = {
  light: {
    uBone: '#EFE6D3', uGristle: '#E3E0D2', uFlesh: '#BB7C6B', uFlesh2: '#A35F50', uTendon: '#E4D3BC', uSkin: '#D9BFA6',
  },
  dark: {
    uBone: '#D8CDB9', uGristle: '#C3C0B2', uFlesh: '#96594C', uFlesh2: '#7E4439', uTendon: '#BFAD97', uSkin: '#A58C78',
  },
};
const LIGHT = { light: { uLow: 0.42, uHigh: 0.6, uDeep: 0.5, uEdge: 0 }, dark: { uLow: 0.3, uHigh: 0.66, uDeep: 0.42, uEdge: 0.16 } };

const STRAIN = [['uSlack', '--strain-slack'], ['uTension', '--strain-tension'], ['uZero', '--strain-zero']];

const probe = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d', { willReadFrequently: true }));

/**
 * Any CSS colour as [red, green, blue] 0..1.
 * @type {(css: string) => [number, number, number]}
 */
export function rgb(css) {
  probe.fillStyle = '#000';
  probe.fillStyle = css;
  probe.fillRect(0, 0, 1, 1);
  const [red, green, blue] = probe.getImageData(0, 0, 1, 1).data;
  return [red / 255, green / 255, blue / 255];
}

/**
 * Reads the theme at `element` into the shaders' uniforms.
 * @type {(element: HTMLElement, uniforms: Record<string, import('three').IUniform>) => 'light' | 'dark'}
 */
export function readTheme(element, uniforms) {
  // A token may hold any CSS, such as a pair for light and dark; as the colour of something it is what the browser makes of it.
  const swatch = document.createElement('span');
  swatch.hidden = true;
  element.append(swatch);
  const style = getComputedStyle(swatch);
  const colourOf = (/** @type {string} */ token) => {
    swatch.style.color = `var(${token})`;
    return rgb(style.color);
  };
  const ink = rgb(style.color);
  const theme = (ink[0] + ink[1] + ink[2]) / 3 > 0.5 ? 'dark' : 'light';
  for (const [name, css] of Object.entries(TISSUE[theme])) uniforms[name].value.set(...rgb(css));
  for (const [name, value] of Object.entries(LIGHT[theme])) uniforms[name].value = value;
  for (const layer of LAYERS) uniforms[`u${layer.name.charAt(0).toUpperCase()}${layer.name.slice(1)}`].value.set(...colourOf(layer.token));
  for (const [name, token] of STRAIN) uniforms[name].value.set(...colourOf(token));
  uniforms.uPicked.value.set(...colourOf('--accent'));
  swatch.remove();
  return theme;
}
