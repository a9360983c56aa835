// Makes build/outlines.bin: the coasts and borders of the world, for the maps that the build draws. It was run
// once, and neither building nor publishing runs it again:
//
//   cd "$(mktemp -d)" && npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
//   node build/outlines.mjs package/countries-50m.json build/outlines.bin
//
// Read is TopoJSON, in which a line that two countries share is one arc: what one country alone has is coast, what two have
// is border. Coasts are joined to rings. What is written is told in src/publish/map/outlines.rs.

import { readFileSync, writeFileSync } from 'node:fs';

// Steps in a degree: some 550 m, finer than what is drawn.
const STEPS = 200;

const [from, to] = process.argv.slice(2);
const { arcs, objects, transform } = JSON.parse(readFileSync(from, 'utf8'));

// The arcs with their points in steps, and how many rings have each.
const lines = arcs.map((arc) => {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    [x, y] = [x + dx, y + dy];
    return [x, y].map((at, axis) => Math.round((at * transform.scale[axis] + transform.translate[axis]) * STEPS));
  });
});
const uses = lines.map(() => 0);
const count = (part) => {
  if (Array.isArray(part)) part.forEach(count);
  else uses[part < 0 ? ~part : part]++;
};
objects.countries.geometries.forEach(({ arcs }) => count(arcs ?? []));

// From -180 to 180 degrees are two names of one meridian.
const TURN = 360 * STEPS;
const name = ([x, y]) => `${(((x % TURN) + TURN) % TURN)} ${y}`;
const coasts = lines.filter((_, at) => uses[at] == 1);
const borders = lines.filter((_, at) => uses[at] > 1);

// Joins coasts, each from where the one before ends, to rings.
const starts = new Map();
for (const line of coasts) {
  for (const end of [line[0], line.at(-1)]) {
    starts.set(name(end), (starts.get(name(end)) ?? new Set()).add(line));
  }
}
const rings = [];
const left = new Set(coasts);
for (const first of coasts) {
  if (!left.delete(first)) continue;
  const ring = [...first];
  while (name(ring[0]) != name(ring.at(-1))) {
    const next = [...starts.get(name(ring.at(-1)))].find((line) => left.has(line));
    if (!next) throw new Error(`A coast ends at ${name(ring.at(-1))}.`);
    left.delete(next);
    ring.push(...(name(next[0]) == name(ring.at(-1)) ? next : [...next].reverse()).slice(1));
  }
  rings.push(ring);
}

// Steps from point to point, the shorter way around the world, in seven bits a byte, the sign last.
const bytes = [];
const write = (number) => {
  for (; number >= 128; number = Math.floor(number / 128)) bytes.push((number % 128) + 128);
  bytes.push(number);
};
const signed = (number) => write(number < 0 ? -2 * number - 1 : 2 * number);
let [x, y] = [0, 0];
const step = (point) => {
  const dx = ((point[0] - x + TURN * 1.5) % TURN) - TURN / 2;
  const dy = point[1] - y;
  [x, y] = point;
  return [dx, dy];
};
const writeLines = (lines) => {
  write(lines.length);
  for (const line of lines) {
    const steps = line.map(step).filter(([dx, dy], at) => at == 0 || dx || dy);
    write(steps.length);
    steps.flat().forEach(signed);
  }
};
// What is too small to have three points has no area; nor has the pole, which stands there as a line.
const distinct = (ring) => new Set(ring.map(name)).size;
const isPole = (ring) => ring.every(([, y]) => y < -89.9 * STEPS);
writeLines(rings.filter((ring) => distinct(ring) > 2 && !isPole(ring)));
writeLines(borders.filter((line) => distinct(line) > 1));
writeFileSync(to, Buffer.from(bytes));
console.log(`${rings.length} rings of coast, ${borders.length} borders, ${bytes.length} bytes`);
