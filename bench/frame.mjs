// node bench/frame.mjs: what a moving slider costs the page before anything is drawn: both products of the influence matrices.

import { readFileSync } from 'node:fs';

const script = new URL('../web/src/main/resources/static/script/body/strain.js', import.meta.url);
const { Influence } = await import(`data:text/javascript,${encodeURIComponent(readFileSync(script, 'utf8'))}`);
const MUSCLES = 330;
const ROTATIONS = 3 * 146;

const matrix = (rows) => new Influence(new Float32Array(rows * MUSCLES).map(Math.random).buffer, MUSCLES, rows);
const products = [matrix(MUSCLES), matrix(ROTATIONS)];
for (const count of [1, 3, 10, 20]) {
  const held = Array.from({ length: count }, (_, i) => [7 * i, 0.05]);
  const times = [];
  for (let i = 0; i < 3000; i++) {
    const start = performance.now();
    products.forEach((product) => product.hold(held));
    times.push(performance.now() - start);
  }
  const warm = times.slice(500).sort((a, b) => a - b);
  const at = (share) => warm[Math.floor(share * warm.length)].toFixed(4);
  console.log(`${count} held: median ${at(0.5)} ms, 99 % ${at(0.99)} ms`);
}
