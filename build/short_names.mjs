// Makes the program and its script smaller. What they call each other by gets short names: those that
// wasm-bindgen writes are long, each ends in a hash, and both files tell each of them. And the script loses the classes of a
// library whose exports the program loses too (Makefile), since nothing calls them.
//
// node build/short_names.mjs PROGRAM.wat SCRIPT.js — both are written anew.

import { readFileSync, writeFileSync } from 'node:fs';

const [program, script] = process.argv.slice(2);
const wat = readFileSync(program, 'utf8');
// What the script gives the program, and the closures of the program that the script calls.
const told = /^ \((?:import "\.\/explorer_bg\.js"|export) "((?:__wbg_|__wbindgen_generic_|__wbindgen_cast_|wasm_bindgen_)[^"]+)"/gm;
const unused = /^export class (IntoUnderlying\w+) \{[\s\S]*?^\}\n(?:if \(Symbol\.dispose\).*\n)?|^const IntoUnderlying\w+Finalization = [\s\S]*?;\n/gm;
// The other way to start the program, which the page does not take.
const sync = /^function initSync\(module\) \{[\s\S]*?^\}\n\n|(?<=^export \{ )initSync, /gm;
const js = readFileSync(script, 'utf8').replace(unused, '').replace(sync, '');
const words = new Set(js.match(/[\w$]+/g));
const names = new Set([...wat.matchAll(told)].map(([, name]) => name).filter((name) => words.has(name)));
const short = new Map([...names].map((name, number) => [name, `_${number.toString(36)}`]));
const taken = [...short.values()].filter((name) => words.has(name));
if (names.size < 100 || taken.length > 0) {
  console.error(`${script} has other names than expected; it has already: ${taken.join(' ') || 'none'}`);
  process.exit(1);
}
// The library's functions are still in the table of what may be called by number, where nobody calls them. What stands in their
// place would stop the program.
const inTable = /^ \(elem .* func .*$/gm;
const gone = wat.replace(inTable, (line) => line.replace(/\$"[^"]*wasm_streams[^"]*"/g, '$gone')).replace(/\)\s*$/, ' (func $gone (unreachable))\n)\n');
writeFileSync(program, gone.replace(told, (line, name) => line.replace(`"${name}"`, `"${short.get(name) ?? name}"`)));
// What the script calls its own functions and what it keeps, where nothing else is called so.
const own = /^(?:async )?function (\w{6,})\(|^(?:let|const) (\w{6,}) /gm;
const isOwnAlone = (name) => !new RegExp(`[.'"\`]${name}\\b|\\b${name}:`).test(js);
const owned = new Set([...js.matchAll(own)].map(([, called, kept]) => called ?? kept).filter(isOwnAlone));
[...owned].forEach((name, number) => short.set(name, `$${number.toString(36)}`));
writeFileSync(script, js.replace(/[\w$]+/g, (word) => short.get(word) ?? word));
