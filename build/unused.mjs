// Takes out of the program's script what it gives the program and nothing there asks for any more.
//
// node build/unused.mjs PROGRAM.wasm SCRIPT.js — the script is written anew.

import { readFileSync, writeFileSync } from 'node:fs';

const [program, script] = process.argv.slice(2);
const asked = new Set(WebAssembly.Module.imports(new WebAssembly.Module(readFileSync(program))).map(({ name }) => name));
const js = readFileSync(script, 'utf8');
const given = /^ {8}(\w+): function\(.*\{\n[\s\S]*?^ {8}\}(?:, arguments\); \})?,\n/gm;
const kept = js.replace(given, (all, name) => (asked.has(name) ? all : ''));
const names = new Set([...js.matchAll(given)].map(([, name]) => name));
if (names.size < 50) {
  console.error(`${script} is not written as expected: it gives ${names.size} functions.`);
  process.exit(1);
}
writeFileSync(script, kept);
