// The way strain takes from a held contraction to a place, glowing on the 3D body.

import * as THREE from 'three';
import { curve, sub } from './vector.js';
import { routePoints } from './route-points.js';
import { Mesh, sweep } from './sweep.js';

/** Half width of a route that carries everything, and of one that carries almost nothing, metres. */
const WIDEST = 0.011, SLIMMEST = 0.0045;
/** Time the glow takes to run along a new route, milliseconds. */
const RUN = 900;

/** Routes drawn over the 3D body. */
export class Glow {
  /**
   * @param {Stage} stage
   * @param {Anatomy} anatomy
   */
  constructor(stage, anatomy) {
    this.stage = stage;
    this.anatomy = anatomy;
    this.reveal = { value: 1 };
    this.material = new THREE.ShaderMaterial({
      uniforms: { ...stage.uniforms, uReveal: this.reveal },
      transparent: true, depthTest: false, depthWrite: false,
      vertexShader: /* glsl */ `
        attribute float along, share; varying float vAlong, vShare; varying vec3 vN, vEye;
        void main() {
          vec4 p = modelViewMatrix * vec4(position, 1.0);
          vAlong = along; vShare = share; vN = normalMatrix * normal; vEye = -p.xyz;
          gl_Position = projectionMatrix * p;
        }`,
      fragmentShader: /* glsl */ `
        uniform vec3 uTraced; uniform float uReveal; varying float vAlong, vShare; varying vec3 vN, vEye;
        void main() {
          float facing = clamp(dot(normalize(vN), normalize(vEye)), 0.0, 1.0);
          float core = smoothstep(0.62, 0.97, facing), halo = smoothstep(0.0, 0.75, facing);
          float shown = 1.0 - smoothstep(uReveal - 0.06, uReveal, vAlong);
          float front = uReveal < 1.0 ? smoothstep(uReveal - 0.22, uReveal, vAlong) : 0.0;
          vec3 colour = mix(uTraced, vec3(1.0), core * 0.34 + front * 0.3);
          gl_FragColor = vec4(colour, shown * mix(0.5, 1.0, core) * halo * mix(0.7, 1.0, vShare));
        }`,
    });
  }

  /** @param {Route[]} routes */
  show(routes) {
    this.clear();
    const mesh = new Mesh(['along', 'share']);
    for (const { steps, share = 1 } of routes) {
      const points = routePoints(this.anatomy, steps);
      if (points.length < 2) continue;
      const count = Math.max(12, points.length * 8), line = curve(points, count), half = SLIMMEST + (WIDEST - SLIMMEST) * Math.sqrt(share);
      const wide = line.map(() => half);
      sweep(mesh, line, line.map((p, i) => sub([0, 1, 0.3], line[Math.max(0, i - 1)])), wide, wide, 10, (i) => ({ along: i / (count - 1), share }));
    }
    if (!mesh.count) {
      this.stage.draw();
      return;
    }
    const geometry = new THREE.BufferGeometry();
    geometry.setAttribute('position', new THREE.Float32BufferAttribute(mesh.positions, 3));
    geometry.setAttribute('normal', new THREE.Float32BufferAttribute(mesh.normals, 3));
    for (const name in mesh.channels) geometry.setAttribute(name, new THREE.Float32BufferAttribute(mesh.channels[name], 1));
    geometry.setIndex(mesh.indices);
    this.mesh = new THREE.Mesh(geometry, this.material);
    this.mesh.renderOrder = 9;
    this.mesh.frustumCulled = false;
    this.stage.scene.add(this.mesh);
    this.#run();
  }

  /** Runs once from the contraction to the place, then rests; rests at once where motion is unwelcome. */
  #run() {
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.reveal.value = 1.1;
      this.stage.draw();
      return;
    }
    const began = performance.now();
    const step = (/** @type {number} */ now) => {
      const t = Math.min(1, (now - began) / RUN);
      this.reveal.value = t * 1.1;
      this.stage.render();
      if (t < 1) this.pending = requestAnimationFrame(step);
    };
    this.pending = requestAnimationFrame(step);
  }

  clear() {
    cancelAnimationFrame(this.pending ?? 0);
    if (!this.mesh) return;
    this.stage.scene.remove(this.mesh);
    this.mesh.geometry.dispose();
    this.mesh = null;
  }

  dispose() {
    this.clear();
    this.material.dispose();
  }
}
