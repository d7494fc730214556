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
    vec3 warm = colour * (uLow + uHigh * wrapped + 0.1 * sky + 0.1 * other);
    return warm * mix(1.0, uDeep, shade) + vec3(glint) + uEdge * edge * colour;
  }`;

/** The patterns by which layers are told apart without colour; \`q\` in metres on the body. */
const PATTERNS = /* glsl */ `
  float stripe(float x, float fill) { float f = abs(fract(x) - 0.5) * 2.0; float w = fwidth(x) * 2.0; return 1.0 - smoothstep(fill - w, fill + w, f); }
  float hatch(vec2 q) { return stripe((q.x + q.y) * 62.0, 0.42); }
  float cross2(vec2 q) { return max(stripe((q.x + q.y) * 56.0, 0.28), stripe((q.x - q.y) * 56.0, 0.28)); }
  vec2 cell(vec2 q, float n) { vec2 c = q * n; c.x += 0.5 * mod(floor(c.y), 2.0); return fract(c) - 0.5; }
  float dots(vec2 q) { float d = length(cell(q, 88.0)); float w = fwidth(d); return 1.0 - smoothstep(0.3 - w, 0.3 + w, d); }
  float rings(vec2 q) { float d = abs(length(cell(q, 66.0)) - 0.27); float w = fwidth(d); return 1.0 - smoothstep(0.1 - w, 0.1 + w, d); }
  vec4 over(vec4 below, vec3 colour, float a) { return vec4(mix(below.rgb, colour, a), max(below.a, a)); }`;

const LAYER_UNIFORMS = /* glsl */ `
  uniform vec3 uTold, uPain, uFound, uTraced, uHeld, uReleased, uPicked, uSlack, uTension, uZero;
  uniform float uLow, uHigh, uDeep, uEdge, uFade;`;

/** Shared by all materials: colours of the theme, strength of light. Change in place, then render. */
export function makeUniforms() {
  const colour = () => ({ value: new THREE.Vector3() });
  return {
    uTold: colour(), uPain: colour(), uFound: colour(), uTraced: colour(), uHeld: colour(), uReleased: colour(), uPicked: colour(),
    uSlack: colour(), uTension: colour(), uZero: colour(), uBone: colour(), uGristle: colour(), uFlesh: colour(), uFlesh2: colour(), uTendon: colour(),
    uSkin: colour(), uLow: { value: 0.5 }, uHigh: { value: 0.6 }, uDeep: { value: 0.5 }, uEdge: { value: 0 }, uFade: { value: 0 },
    uStrain: { value: 0 }, uSkinStrength: { value: 1 }, uVeil: { value: 0 },
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
        vec3 colour = mix(uBone, uGristle, vSoft);
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
        float strain = clamp(vB.w, -1.0, 1.0);
        vec3 measured = mix(uZero, strain > 0.0 ? uTension : uSlack, pow(abs(strain), 0.7));
        colour = mix(colour, measured, uStrain);
        float marked = max(max(max(vA.x, vA.y), max(vA.z, vA.w)), max(vB.x, max(vB.y, vB.z)));
        colour = mix(colour, mix(colour, uTendon, 0.5), uFade * (1.0 - step(0.01, marked)) * (1.0 - uStrain));
        colour = mix(colour, uTold, vA.x * mix(0.35, 0.95, hatch(vQ)));
        colour = mix(colour, uPain, vA.y * 0.85);
        colour = mix(colour, uFound, vA.z * mix(0.3, 0.95, dots(vQ)));
        colour = mix(colour, uHeld, vB.x * mix(0.55, 1.0, cross2(vQ)));
        colour = mix(colour, uReleased, vB.y * mix(0.4, 1.0, rings(vQ)));
        float rim = smoothstep(0.62, 0.4, dot(n, eye));
        colour = mix(colour, uTraced, vA.w * mix(0.28, 1.0, rim));
        colour = mix(colour, uPicked, vB.z * mix(0.3, 0.9, rim));
        vec3 shaded = lit(colour, n, eye, vDeep * (1.0 - 0.75 * step(0.01, marked)), 0.07 + 0.05 * vTendon);
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
        gl_FragColor = vec4(colour, 0.1 + 0.4 * rim);
      }`,
  });
}

/** @type {(uniforms: Uniforms, table: THREE.DataTexture) => THREE.ShaderMaterial} */
export function skinMaterial(uniforms, table) {
  return new THREE.ShaderMaterial({
    uniforms: { ...uniforms, uTable: { value: table } },
    transparent: true, depthWrite: false,
    vertexShader: /* glsl */ `
      attribute vec4 regions, weights; uniform sampler2D uTable;
      varying vec3 vN, vEye; varying vec4 vA, vB; varying vec2 vQ;
      void main() {
        vA = vec4(0.0); vB = vec4(0.0);
        for (int i = 0; i < 4; i++) {
          int row = int(regions[i] + 0.5);
          vA += weights[i] * texelFetch(uTable, ivec2(0, row), 0); vB += weights[i] * texelFetch(uTable, ivec2(1, row), 0);
        }
        vQ = vec2(position.y, abs(normal.x) > abs(normal.z) * 0.8 ? position.z : position.x);
        vec4 p = modelViewMatrix * vec4(position, 1.0);
        vN = normalMatrix * normal; vEye = -p.xyz;
        gl_Position = projectionMatrix * p;
      }`,
    fragmentShader: /* glsl */ `
      uniform vec3 uSkin; uniform float uSkinStrength, uVeil; ${LAYER_UNIFORMS}
      varying vec3 vN, vEye; varying vec4 vA, vB; varying vec2 vQ;
      ${LIGHT} ${PATTERNS}
      float soft(float v) { return smoothstep(0.02, 0.5, v) * (0.35 + 0.65 * v); }
      float line(float v) { float e = fwidth(v) * 1.6; return smoothstep(0.5 - e - 0.05, 0.5, v) * (1.0 - smoothstep(0.5 + 0.06, 0.5 + e + 0.12, v)); }
      void main() {
        vec3 n = normalize(vN), eye = normalize(vEye);
        float edge = pow(1.0 - max(0.0, dot(n, eye)), 2.2);
        vec4 c = vec4(uSkin, mix((0.06 + 0.62 * edge) * uSkinStrength, 1.0, uVeil));
        c = over(c, uTold, soft(vA.x) * mix(0.32, 0.85, hatch(vQ)));
        c = over(c, uPain, soft(vA.y) * 0.86);
        c = over(c, uFound, soft(vA.z) * mix(0.28, 0.9, dots(vQ)));
        c = over(c, uHeld, soft(vB.x) * mix(0.4, 0.9, cross2(vQ)));
        c = over(c, uReleased, soft(vB.y) * mix(0.35, 0.9, rings(vQ)));
        c = over(c, uTraced, max(line(vA.w), soft(vA.w) * 0.18));
        c = over(c, uPicked, max(line(vB.z), soft(vB.z) * 0.22));
        gl_FragColor = vec4(lit(c.rgb, n, eye, 0.0, 0.03), c.a);
      }`,
  });
}
