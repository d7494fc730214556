// The body on a WebGL canvas: meshes, camera, and drawing only when something changed.

import * as THREE from 'three';
import { boneMaterial, glimmerMaterial, makeUniforms, muscleMaterial, skinMaterial, tableTexture } from './materials.js';
import { readTheme } from './theme.js';

/** A cell of the layers' patterns is at least so large, CSS pixels: what is finer melts into one colour. */
const LEAST_CELL = 6;
/** Vertical angle of view, degrees: narrow, so that proportions stay true. */
const FIELD = 16;

/** @type {(mesh: PackedMesh, channels: string[]) => THREE.BufferGeometry} */
function geometryOf(mesh, channels) {
  const geometry = new THREE.BufferGeometry();
  geometry.setAttribute('position', new THREE.BufferAttribute(mesh.positions, 3));
  geometry.setAttribute('normal', new THREE.BufferAttribute(mesh.normals, 3));
  for (const name of channels) {
    const values = mesh.channels[name];
    geometry.setAttribute(name, new THREE.BufferAttribute(values, (3 * values.length) / mesh.positions.length));
  }
  geometry.setIndex(new THREE.BufferAttribute(mesh.indices, 1));
  return geometry;
}

/** Draws the body on a canvas. Throws where WebGL 2 cannot be had. */
export class Stage {
  #pending = 0;
  /** Whether it has been drawn once. */
  shown = false;

  /**
   * @param {HTMLCanvasElement} canvas
   * @param {PackedBody} body
   * @param {LayerState} state
   * @param {boolean} bySoftware whether no graphics card draws: then a frame takes as long as it has points, and edges are left as they are
   */
  constructor(canvas, body, state, bySoftware) {
    this.canvas = canvas;
    this.body = body;
    this.state = state;
    this.bySoftware = bySoftware;
    const asked = { antialias: !bySoftware, alpha: true, powerPreference: /** @type {WebGLPowerPreference} */ ('low-power') };
    const context = /** @type {WebGL2RenderingContext | null} */ (canvas.getContext('webgl2', asked)); // a page may be refused what a worker is given, and the library would complain aloud
    if (!context) throw new Error('This browser draws nothing in three dimensions on a page.');
    this.renderer = new THREE.WebGLRenderer({ canvas, context, ...asked });
    this.renderer.setClearColor(0x000000, 0);
    this.uniforms = makeUniforms();
    this.tables = { muscles: tableTexture(state.muscles), regions: tableTexture(state.regions) };
    this.scene = new THREE.Scene();
    this.camera = new THREE.PerspectiveCamera(FIELD, 1, 0.5, 30);
    const muscleGeometry = geometryOf(body.muscles, ['muscle', 'around', 'tendon', 'deep']);
    this.meshes = {
      bones: new THREE.Mesh(geometryOf(body.bones, ['soft', 'deep']), boneMaterial(this.uniforms)),
      muscles: new THREE.Mesh(muscleGeometry, muscleMaterial(this.uniforms, this.tables.muscles)),
      glimmer: new THREE.Mesh(muscleGeometry, glimmerMaterial(this.uniforms, this.tables.muscles)),
      skin: new THREE.Mesh(geometryOf(body.skin, ['regions', 'weights']), skinMaterial(this.uniforms, this.tables.regions)),
    };
    Object.values(this.meshes).forEach((mesh, order) => {
      mesh.renderOrder = order;
      mesh.frustumCulled = false;
      this.scene.add(mesh);
    });
    this.theme();
  }

  theme() {
    this.themeName = readTheme(this.canvas, this.uniforms);
    this.draw();
  }

  /** Takes over changed layers. */
  refresh() {
    this.tables.muscles.needsUpdate = true;
    this.meshes.glimmer.visible = this.state.muscleMarked;
    this.tables.regions.needsUpdate = true;
    this.draw();
  }

  /** @type {(width: number, height: number) => void} */
  resize(width, height) {
    const ratio = Math.min(this.bySoftware ? 1 : 2, window.devicePixelRatio || 1);
    const size = this.renderer.getSize(new THREE.Vector2());
    if (size.width === width && size.height === height && ratio === this.renderer.getPixelRatio()) return;
    this.renderer.setPixelRatio(ratio);
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.camera.updateProjectionMatrix();
    if (this.shown) this.render(); // at once: a canvas of another size is empty
    else this.draw();
  }

  /**
   * Fits the layers' patterns to the size the body is seen at, in steps of two, so that they stay where they are while one comes a little nearer.
   * @param {number} pixel metres
   */
  grain(pixel) {
    this.uniforms.uGrain.value = 2 ** Math.floor(Math.log2(1 / (LEAST_CELL * pixel)));
  }

  /** Asks for one frame; many requests before it make one drawing. */
  draw() {
    if (this.#pending) return;
    this.#pending = requestAnimationFrame(() => this.render());
  }

  render() {
    cancelAnimationFrame(this.#pending);
    this.#pending = 0;
    this.renderer.render(this.scene, this.camera);
    this.shown = true;
  }

  /**
   * Client coordinates of a point of the body.
   * @type {(point: Vector) => {x: number, y: number}}
   */
  project(point) {
    const v = new THREE.Vector3(...point).project(this.camera), box = this.canvas.getBoundingClientRect();
    return { x: box.left + ((v.x + 1) / 2) * box.width, y: box.top + ((1 - v.y) / 2) * box.height };
  }

  dispose() {
    cancelAnimationFrame(this.#pending);
    for (const mesh of Object.values(this.meshes)) {
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
    for (const table of Object.values(this.tables)) table.dispose();
    this.renderer.dispose();
  }
}
