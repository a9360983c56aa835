// Gives short names to what the program and its script call each other by. Written by wasm-bindgen they are long, each ends in
// a hash, and both files tell each of them: a twentieth of all that a reader fetches.
//
// node build/short_names.mjs PROGRAM.wat SCRIPT.js — both are written anew.

import { readFileSync, writeFileSync } from 'node:fs';

const [program, script] = process.argv.slice(2);
const wat = readFileSync(program, 'utf8');
// What the script gives the program, and the closures of the program that the script calls.
const told = /^ \((?:import "\.\/explorer_bg\.js"|export) "((?:__wbg_|__wbindgen_generic_|__wbindgen_cast_|wasm_bindgen_)[^"]+)"/gm;
const names = new Set([...wat.matchAll(told)].map(([, name]) => name));
const short = new Map([...names].map((name, number) => [name, `_${number.toString(36)}`]));

const js = readFileSync(script, 'utf8');
const words = new Set(js.match(/[\w$]+/g));
const strange = [...short].filter(([name, by]) => !words.has(name) || words.has(by));
if (names.size < 100 || strange.length > 0) {
  console.error(`The names in ${script} are not those of the program: ${strange.join(' ')}`);
  process.exit(1);
}
writeFileSync(program, wat.replace(told, (line, name) => line.replace(`"${name}"`, `"${short.get(name)}"`)));
writeFileSync(script, js.replace(/[\w$]+/g, (word) => short.get(word) ?? word));
