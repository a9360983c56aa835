// Fetches the chunks of the app. CHUNKS above tells of each the hash in the name of its file, the hash of what is in that, and
// the numbers of the modules in it that other chunks have too (src/publish/chunks.rs). This is a part of the app's script: `wasm` is what the main program exports.
const fetched = {};
const made = {};
const tried = {};
const fetchChunk = (name) => (fetched[name] ??= new Promise((resolve, reject) => {
  const [hash, integrity] = CHUNKS[name];
  const file = `${name}-${hash}.wasm`;
  const over = new AbortController();
  const ask = async () => {
    // What failed, or does not come, may lie in the browser's cache.
    const cache = tried[name] ? "reload" : "default";
    tried[name] = true;
    try {
      const response = await fetch(new URL(file, import.meta.url), { integrity, cache });
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      resolve(await response.arrayBuffer());
    } catch (error) {
      reject(error);
    }
    over.abort();
  };
  ask();
  // What takes long is asked for once more when the reader tries again.
  document.addEventListener("again", ask, { signal: over.signal });
}).catch((error) => {
  // What did not come is asked for anew the next time.
  delete fetched[name];
  throw error;
}));

// What other chunks show has a style sheet of its own, which every page has but the first.
let dressed;
const dress = (name) => ["search", "check", "save"].includes(name) || (dressed ??= new Promise((resolve, reject) => {
  if (document.querySelector(`link[href$="${STYLE.file}"]`)) return resolve();
  const link = document.createElement("link");
  const href = new URL(STYLE.file, import.meta.url);
  document.head.append(Object.assign(link, { rel: "stylesheet", href, integrity: STYLE.integrity, onload: resolve, onerror: reject }));
}).catch((error) => {
  dressed = document.querySelector(`link[href$="${STYLE.file}"]`).remove();
  throw error;
}));

const load = async (name) => {
  const [code] = await Promise.all([fetchChunk(name), dress(name)]);
  const chunk = await WebAssembly.compile(code);
  const make = (part, code) => (made[part] ??= WebAssembly.instantiate(code, { __wasm_split: wasm }).catch((error) => {
    delete made[part];
    throw error;
  }));
  const shared = CHUNKS[name][2].split(" ").filter(Boolean).map((number) => "chunk_" + number);
  const parts = shared.map((part) => make(part, WebAssembly.Module.customSections(chunk, part)[0]));
  await Promise.all(parts);
  await make(name, chunk);
};

// What the program calls to load a chunk: it is told by a function of its own whether that went well.
const loaders = {};
for (const name in CHUNKS) {
  loaders["__wasm_split_load_" + name] = async (callback, data) => {
    let isLoaded = true;
    try {
      await load(name);
    } catch {
      isLoaded = false;
    }
    wasm.__indirect_function_table.get(callback)(data, isLoaded);
  };
}

// What is needed soon is fetched before the program asks for it: what the page itself takes at once, and the rest when the
// reader begins to do what it is for.
const { dataset } = document.documentElement;
const prefetch = (name) => void fetchChunk(name).catch(() => {});
const isExplorer = location.pathname == dataset.base;
appSeen.then(() => {
  if ("parts" in dataset) isExplorer && prefetch("pieces");
  else if (!isExplorer) prefetch("pages");
  const [, view] = /[?&]view=(table|timeline|map)\b/.exec(location.search) || [];
  if (isExplorer && view) prefetch(view);
  if (isExplorer && (/[?&]q=/.test(location.search) || document.activeElement?.id == "q")) prefetch("search");
});
for (const kind of ["focusin", "pointerover", "touchstart"]) {
  addEventListener(kind, ({ target }) => {
    if (kind == "focusin" && target.id == "q") prefetch("search");
    const { view } = target.dataset || {};
    if (view && view != "list") prefetch(view);
    const link = !("parts" in dataset) && target.closest?.("a[href]:not([rel])");
    if (link && link.origin == location.origin && link.pathname != dataset.base) prefetch("pages");
  }, { passive: true });
}
