// The shaders of bone, muscle and skin. Colours are those of the page, put on the screen as they are (no tone mapping).

import * as THREE from 'three';
import { SLOT_COUNT } from './layers.js';

/** @typedef {ReturnType<typeof makeUniforms>} Uniforms */

/** Soft light from the upper left of whoever looks, a little from the sky, and a faint one from the other side. */
const LIGHT = /* glsl */ `
  vec3 lit(vec3 colour, vec3 n, vec3 eye, float shade, float gloss) {
    float key = dot(n, normalize(vec3(-0.45, 0.62, 0.64)));
    float wrapped = pow(clamp(key * 0.58 + 0.42, 0.0, 1.0), 1.35);
    float sky = 0.5 + 0.5 * n.y;
    float other = max(0.0, dot(n, normalize(vec3(0.8, -0.1, 0.5))));
    float glint = pow(max(0.0, dot(n, normalize(normalize(vec3(-0.45, 0.62, 0.64)) + eye))), 26.0) * gloss;
    float edge = pow(1.0 - max(0.0, dot(n, eye)), 3.0);
    float light = uLow + uHigh * wrapped + 0.1 * sky + 0.1 * other;
    vec3 warm = colour * mix(light, 0.72 + 0.32 * light, uPale);
    return warm * mix(1.0, uDeep, shade * (1.0 - 0.5 * uPale)) + vec3(glint) + uEdge * edge * colour;
  }`;

/**
 * The patterns by which layers are told apart without colour, on a grid of uGrain cells a metre; `q` in metres on the body.
 * A place that several layers are on is parted into bands, one for each layer in turn: none hides another.
 */
const PATTERNS = /* glsl */ `
  uniform float uGrain;
  float within(float d, float reach, float w) { return 1.0 - smoothstep(reach - w, reach + w, d); }
  float ink(int layer, vec2 f, vec2 w) {
    float blur = max(w.x, w.y) * 0.6, d = length(f);
    if (layer == 0) return within(abs(f.x), 0.29, w.x * 0.6);
    if (layer == 2) return within(d, 0.4, blur);
    if (layer == 3) return max(within(abs(f.x), 0.24, w.x * 0.6), within(abs(f.y), 0.24, w.y * 0.6));
    if (layer == 4) return within(abs(d - 0.28), 0.19, blur);
    if (layer == 5) return within(abs(f.y), 0.29, w.y * 0.6);
    return 1.0;
  }
  vec4 over(vec4 below, vec3 colour, float a) { return vec4(mix(below.rgb, colour, a), max(below.a, a)); }
  /* How much of each layer is here: told, pain, found, held, released, guarded; and how strongly. */
  vec4 marked(vec4 below, vec2 q, float here[6], float strength[6]) {
    vec2 c = vec2(q.x + q.y, q.x - q.y) * 0.7071 * uGrain, w = fwidth(c);
    int layers = 0;
    for (int i = 0; i < 6; i++) if (here[i] > 0.5) layers++;
    if (layers == 0) return below;
    int turn = int(mod(floor(c.x), float(layers))), layer = 0;
    for (int i = 0; i < 6; i++) if (here[i] > 0.5) { if (turn == 0) layer = i; turn--; }
    vec3 colour = layer == 0 ? uTold : layer == 1 ? uPain : layer == 2 ? uFound : layer == 3 ? uHeld : layer == 4 ? uReleased : uGuarded;
    float least = layer == 1 ? 0.7 : 0.88, full = smoothstep(0.0, 0.1, strength[layer]) * mix(least, 1.0, strength[layer]);
    return over(below, colour, full * mix(0.22, 1.0, ink(layer, fract(c) - 0.5, w)));
  }`;

const LAYER_UNIFORMS = /* glsl */ `
  uniform vec3 uTold, uPain, uFound, uTraced, uHeld, uReleased, uGuarded, uPicked, uSlack, uTension, uZero;
  uniform float uLow, uHigh, uDeep, uEdge, uPale;`;

/** Shared by all materials: colours of the theme, strength of light. Change in place, then render. */
export function makeUniforms() {
  const colour = () => ({ value: new THREE.Vector3() });
  return {
    uTold: colour(), uPain: colour(), uFound: colour(), uTraced: colour(), uHeld: colour(), uReleased: colour(), uGuarded: colour(), uPicked: colour(),
    uSlack: colour(), uTension: colour(), uZero: colour(), uBone: colour(), uGristle: colour(), uFlesh: colour(), uFlesh2: colour(), uTendon: colour(),
    uSkin: colour(), uLow: { value: 0.5 }, uHigh: { value: 0.6 }, uDeep: { value: 0.5 }, uEdge: { value: 0 }, uPale: { value: 0 },
    uStrain: { value: 0 }, uVeil: { value: 0 }, uGrain: { value: 32 },
  };
}

/**
 * A table of SLOT_COUNT numbers per place, as a texture two texels wide.
 * @type {(values: Float32Array) => THREE.DataTexture}
 */
export function tableTexture(values) {
  const texture = new THREE.DataTexture(values, SLOT_COUNT / 4, values.length / SLOT_COUNT, THREE.RGBAFormat, THREE.FloatType);
  texture.needsUpdate = true;
  return texture;
}

/** @type {(uniforms: Uniforms) => THREE.ShaderMaterial} */
export function boneMaterial(uniforms) {
  return new THREE.ShaderMaterial({
    uniforms,
    vertexShader: /* glsl */ `
      attribute float soft, deep;
      varying vec3 vN, vEye; varying float vSoft, vDeep;
      void main() {
        vec4 p = modelViewMatrix * vec4(position, 1.0);
        vN = normalMatrix * normal; vEye = -p.xyz; vSoft = soft; vDeep = deep;
        gl_Position = projectionMatrix * p;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 uBone, uGristle; ${LAYER_UNIFORMS}
      varying vec3 vN, vEye; varying float vSoft, vDeep; ${LIGHT}
      void main() {
        vec3 colour = mix(mix(uBone, uGristle, vSoft), uZero, uPale * 0.7);
        gl_FragColor = vec4(lit(colour, normalize(vN), normalize(vEye), vDeep * 0.75, 0.05), 1.0);
      }`,
  });
}

/** @type {(uniforms: Uniforms, table: THREE.DataTexture) => THREE.ShaderMaterial} */
export function muscleMaterial(uniforms, table) {
  return new THREE.ShaderMaterial({
    uniforms: { ...uniforms, uTable: { value: table } },
    vertexShader: /* glsl */ `
      attribute float muscle, around, tendon, deep;
      uniform sampler2D uTable;
      varying vec3 vN, vEye; varying vec4 vA, vB; varying vec2 vQ; varying float vTendon, vDeep, vTone, vAround;
      void main() {
        int row = int(muscle + 0.5);
        vA = texelFetch(uTable, ivec2(0, row), 0); vB = texelFetch(uTable, ivec2(1, row), 0);
        vTone = fract(sin(muscle * 12.9898) * 43758.5453); vTendon = tendon; vDeep = deep; vAround = around;
        vQ = vec2(position.y, abs(normal.x) > abs(normal.z) ? position.z : position.x);
        vec4 p = modelViewMatrix * vec4(position, 1.0);
        vN = normalMatrix * normal; vEye = -p.xyz;
        gl_Position = projectionMatrix * p;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 uFlesh, uFlesh2, uTendon; uniform float uStrain; ${LAYER_UNIFORMS}
      varying vec3 vN, vEye; varying vec4 vA, vB; varying vec2 vQ; varying float vTendon, vDeep, vTone, vAround;
      ${LIGHT} ${PATTERNS}
      void main() {
        vec3 n = normalize(vN), eye = normalize(vEye);
        float fibre = sin(vAround * 6.2832 * 9.0 + vTone * 6.0) * 0.5 + 0.5;
        vec3 flesh = mix(uFlesh, uFlesh2, vTone * 0.7 + 0.3 * fibre * (1.0 - vTendon));
        vec3 colour = mix(flesh, uTendon, vTendon * 0.85);
        colour = mix(colour, uZero * (1.0 - 0.1 * vTone * (1.0 - vTendon)), uPale);
        float strain = clamp(vB.w, -1.0, 1.0);
        vec3 measured = mix(uZero, strain > 0.0 ? uTension : uSlack, pow(abs(strain), 0.7));
        colour = mix(colour, measured, uStrain);
        float strength[6] = float[6](vA.x, vA.y, vA.z, vB.x, vB.y, 0.0), here[6];
        float mark = max(vA.w, vB.z);
        for (int i = 0; i < 6; i++) { here[i] = step(0.01, strength[i]); mark = max(mark, strength[i]); }
        colour = marked(vec4(colour, 1.0), vQ, here, strength).rgb;
        float rim = smoothstep(0.62, 0.4, dot(n, eye));
        colour = mix(colour, uTraced, vA.w * mix(0.85, 1.0, rim));
        colour = mix(colour, uPicked, vB.z * mix(0.3, 0.9, rim));
        vec3 shaded = lit(colour, n, eye, vDeep * (1.0 - 0.9 * step(0.01, mark)), 0.07 + 0.05 * vTendon);
        gl_FragColor = vec4(shaded, 1.0);
      }`,
  });
}

/**
 * Parts of marked muscles that lie behind others, glimmering through.
 * @type {(uniforms: Uniforms, table: THREE.DataTexture) => THREE.ShaderMaterial}
 */
export function glimmerMaterial(uniforms, table) {
  return new THREE.ShaderMaterial({
    uniforms: { ...uniforms, uTable: { value: table } },
    transparent: true, depthWrite: false, depthFunc: THREE.GreaterDepth,
    vertexShader: /* glsl */ `
      attribute float muscle; uniform sampler2D uTable;
      varying vec4 vA, vB; varying vec3 vN, vEye;
      void main() {
        int row = int(muscle + 0.5);
        vA = texelFetch(uTable, ivec2(0, row), 0); vB = texelFetch(uTable, ivec2(1, row), 0);
        float on = max(max(vA.w, vA.z), max(vB.x, max(vB.y, vB.z)));
        vec4 p = modelViewMatrix * vec4(position, 1.0);
        vN = normalMatrix * normal; vEye = -p.xyz;
        gl_Position = on > 0.01 ? projectionMatrix * p : vec4(2.0, 2.0, 2.0, 1.0);
      }`,
    fragmentShader: /* glsl */ `
      ${LAYER_UNIFORMS} varying vec4 vA, vB; varying vec3 vN, vEye;
      void main() {
        vec3 colour = vB.z > 0.01 ? uPicked : vB.x > 0.01 ? uHeld : vB.y > 0.01 ? uReleased : vA.w > 0.01 ? uTraced : uFound;
        float rim = smoothstep(0.75, 0.2, dot(normalize(vN), normalize(vEye)));
        gl_FragColor = vec4(colour, 0.4 + 0.45 * rim);
      }`,
  });
}

/**
 * A region ends where the weights of its neighbours outweigh its own: layers are not blurred from one into the next.
 * @type {(uniforms: Uniforms, table: THREE.DataTexture) => THREE.ShaderMaterial}
 */
export function skinMaterial(uniforms, table) {
  return new THREE.ShaderMaterial({
    uniforms: { ...uniforms, uTable: { value: table } },
    transparent: true, depthWrite: false,
    vertexShader: /* glsl */ `
      attribute vec4 regions, weights; uniform sampler2D uTable;
      varying vec3 vN, vEye; varying vec4 vA, vB, vHereA, vHereB; varying vec2 vQ;
      void main() {
        vA = vHereA = vB = vHereB = vec4(0.0);
        for (int i = 0; i < 4; i++) {
          int row = int(regions[i] + 0.5);
          vec4 a = texelFetch(uTable, ivec2(0, row), 0), b = texelFetch(uTable, ivec2(1, row), 0);
          vA += weights[i] * a; vB += weights[i] * b;
          vHereA += weights[i] * step(0.005, a); vHereB += weights[i] * step(0.005, b);
        }
        vQ = vec2(position.y, abs(normal.x) > abs(normal.z) * 0.8 ? position.z : position.x);
        vec4 p = modelViewMatrix * vec4(position, 1.0);
        vN = normalMatrix * normal; vEye = -p.xyz;
        gl_Position = projectionMatrix * p;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 uSkin; uniform float uVeil; ${LAYER_UNIFORMS}
      varying vec3 vN, vEye; varying vec4 vA, vB, vHereA, vHereB; varying vec2 vQ;
      ${LIGHT} ${PATTERNS}
      float line(float here) { return 1.0 - smoothstep(1.6, 2.6, abs(here - 0.5) / max(fwidth(here), 1e-5)); }
      void main() {
        vec3 n = normalize(vN), eye = normalize(vEye);
        float edge = pow(1.0 - max(0.0, dot(n, eye)), 2.2);
        vec4 c = vec4(mix(uSkin, uZero, uPale * 0.85), mix((0.06 + 0.62 * edge) * (1.0 - 0.45 * uPale), 1.0, uVeil));
        float here[6] = float[6](vHereA.x, vHereA.y, vHereA.z, vHereB.x, vHereB.y, vHereB.w);
        float strength[6] = float[6](vA.x, vA.y, vA.z, vB.x, vB.y, vB.w);
        for (int i = 0; i < 6; i++) strength[i] = min(1.0, strength[i] / max(here[i], 0.01));
        c = marked(c, vQ, here, strength);
        c = over(c, uTraced, max(line(vHereA.w), step(0.5, vHereA.w) * 0.2));
        c = over(c, uPicked, max(line(vHereB.z), step(0.5, vHereB.z) * 0.22));
        gl_FragColor = vec4(lit(c.rgb, n, eye, 0.0, 0.03), c.a);
      }`,
  });
}
