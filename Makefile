# make serve   the explorer for development, at http://127.0.0.1:8080/
# make build   the site in dist/   (BASE=/some/sub/path/  SITE=https://host  DATA=path/to/meetings.json  OFFLINE=off)
# make tool    the keeper's one program, with the app inside, at target/tool/archive
# make app     the app alone, in target/app/
# make test    every test
# make fuzz    every reader of the import for three minutes on what is changed at random   (FUZZ_SECONDS=180  FUZZ_SEED=17)
# make guide   the guides for keepers, in target/guide/
# make bench   measures, and writes docs/bench/   (SIZES=7,1000,10000,100000  CONFERENCES=path/to/conferences.json)
# make bench-module   the engine alone, in target/bench-module/explore.js
# Each sets up what it lacks and says what it does.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: help serve build tool guide app pack test fuzz bench bench-module setup browser shell lint native components sites large-site declared-site reading-site every-site readers e2e clean

BASE ?= /
TRUNK := 0.21.14
WASM_BINDGEN := 0.2.129
WASM_SPLIT := 0.2.4
MDBOOK := 0.5.4

# The build's tools are kept with the project; what is on the PATH already in the right version is taken instead.
export PATH := $(CURDIR)/.tools/bin:$(CURDIR)/tests/node_modules/.bin:$(PATH)
# Paths of this machine do not belong into a published file.
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS := \
	--remap-path-prefix=$(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src=crates --remap-path-prefix=$(CURDIR)=.
# What cuts the program into chunks needs to know where each function calls which.
SPLITTABLE := $(CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS) -Clink-args=--emit-relocs
# What is published has a standard library built for size, and panics without a message, which scripts/failures.js tells the reader of:
# 20 kB less. The pinned compiler can do both, but calls it unstable. Its folder is its own: nothing is compiled twice.
SMALL := env CARGO_TARGET_DIR=$(CURDIR)/target/site RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
	CARGO_UNSTABLE_BUILD_STD_FEATURES=optimize_for_size \
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(SPLITTABLE) \
	-Zunstable-options -Cpanic=immediate-abort -Zfmt-debug=none -Zlocation-detail=none"
# What Rust compiles to, which wasm-opt has to be told; and what makes the published program and its chunks small. Before that
# the code is taken apart (flatten) and its branches are put together anew (rereloop), which finds more that is said twice: 0.8 kB
# of the program, 0.2 to 0.5 of a chunk. Of the exports some are a library's that nothing here uses.
WASM_FEATURES := --enable-bulk-memory --enable-nontrapping-float-to-int --enable-sign-ext --enable-mutable-globals \
	--enable-reference-types --enable-multivalue
WASM_SMALL := $(WASM_FEATURES) --low-memory-unused --converge --generate-global-effects --reorder-functions-by-name \
	--strip-debug --strip-producers --strip-target-features
export DATA SITE OFFLINE

say = @printf '\033[1m== %s\033[0m\n' "$(1)"
BROWSER_BUILD := --target wasm32-unknown-unknown --no-default-features --features browser

help:
	@sed -n 's/^# //p' Makefile

# --- Setting up

setup: .tools/ready .tools/serve/wasm-bindgen tests/node_modules/.ready

.tools/ready: Makefile rust-toolchain.toml
	$(call say,Setting up the Rust toolchain of rust-toolchain.toml)
	@command -v rustup >/dev/null || { echo "rustup is missing: install it from rustup.rs, then run make again."; exit 1; }
	rustup toolchain install
	@mkdir -p .tools
	@have() { [ "$$($$1 --version 2>/dev/null | cut -d' ' -f2)" = "$$2" ]; }; \
	get() { \
		printf '\033[1m== Building %s %s (some minutes, once)\033[0m\n' "$$1" "$$2"; \
		CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
			cargo install --locked --root .tools --target-dir .tools/build $$3 "$$1@$$2"; \
	}; \
	have trunk $(TRUNK) || get trunk $(TRUNK) --no-default-features; \
	have wasm-bindgen $(WASM_BINDGEN) || get wasm-bindgen-cli $(WASM_BINDGEN) ""; \
	have mdbook v$(MDBOOK) || get mdbook $(MDBOOK) --no-default-features; \
	grep -qs '^"wasm_split_cli_support $(WASM_SPLIT) ' .tools/.crates.toml || get wasm_split_cli_support $(WASM_SPLIT) "--features build-binary"
	@rm -rf .tools/build
	@touch $@

# Trunk knows nothing of chunks. While it serves, this stands on the PATH in place of wasm-bindgen, and packs the app as ever.
.tools/serve/wasm-bindgen: Makefile
	@mkdir -p .tools/serve
	@printf '%s\n' '#!/bin/sh' '# Written by the Makefile: what Trunk runs in place of wasm-bindgen.' 'root="$$(cd "$$(dirname "$$0")/../.." && pwd)"' \
		'PATH="$${PATH#*.tools/serve:}"; [ "$$1" = --version ] && exec wasm-bindgen --version' \
		'for argument; do case $$argument in --out-dir=*) out=$${argument#*=};; *.wasm) in=$$argument;; esac; done' \
		'make -s -C "$$root" pack IN="$$in" APP=target/serve/app && mkdir -p "$$out" && cp "$$root"/target/serve/app/explorer* "$$out"' > $@
	@chmod +x $@

tests/node_modules/.ready: tests/package.json tests/package-lock.json
	$(call say,Installing wasm-opt and the tests' packages)
	@command -v npm >/dev/null || { echo "Node.js with npm is missing: install Node.js 20 or newer, then run make again."; exit 1; }
	cd tests && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-fund --no-audit
	@touch $@

browser:
	@command -v firefox-esr >/dev/null || command -v firefox >/dev/null || { \
		command -v apt-get >/dev/null || { echo "There is no Firefox on the PATH: its tests are skipped."; exit 0; }; \
		printf '\033[1m== Installing Firefox for its tests\033[0m\n'; \
		root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
		$$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends firefox-esr \
			|| echo "Firefox could not be installed: its tests are skipped."; \
	}
	@command -v chromium >/dev/null && command -v chromedriver >/dev/null || { \
		printf '\033[1m== Installing Chromium and its driver for the browser tests\033[0m\n'; \
		root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
		command -v apt-get >/dev/null || { echo "Chromium and chromedriver are missing: install both, then run make test again."; exit 1; }; \
		$$root apt-get update -qq; \
		DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends chromium chromium-driver; \
	}

# What the workflows' scripts are judged by and run with.
shell:
	@command -v shellcheck >/dev/null && command -v curl >/dev/null || { \
		command -v apt-get >/dev/null || { echo "There is no shellcheck or curl on the PATH: the scripts of workflows are not judged, or not run."; exit 0; }; \
		printf '\033[1m== Installing shellcheck and curl for the tests of workflows\033[0m\n'; \
		root=$$([ "$$(id -u)" = 0 ] || echo sudo); \
		$$root apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$root apt-get install -y -qq --no-install-recommends shellcheck curl \
			|| echo "shellcheck and curl could not be installed: the scripts of workflows are not judged, or not run."; \
	}

# --- Running and building

# Where the built app is.
APP ?= target/app
BUILT := target/site/wasm32-unknown-unknown/release/explorer.wasm

app: setup
	$(call say,Building the app)
	$(SMALL) cargo build --quiet --locked --release $(BROWSER_BUILD) --bin explorer
	@$(MAKE) -s $(APP)/__wasm_split.js

$(APP)/__wasm_split.js: $(BUILT) Makefile build/short_names.mjs build/unused.mjs
	@$(MAKE) -s pack IN=$(BUILT)

# From the program that is compiled (IN) to the app: cut into chunks, bound to the browser, and made small.
PACK := $(APP).pack
# Says what a command has warned of only where it fails.
QUIETLY = 2> $(PACK)/warnings || { cat $(PACK)/warnings >&2; exit 1; }
pack:
	@rm -rf $(APP) $(PACK) && mkdir -p $(APP) $(PACK)
	wasm-split-cli $(IN) $(PACK) --out-name explorer --target web $(QUIETLY)
	wasm-bindgen --target web --no-typescript --keep-lld-exports --out-dir $(PACK)/bound $(PACK)/explorer.wasm
	wasm-dis $(WASM_FEATURES) $(PACK)/bound/explorer_bg.wasm -o $(PACK)/bound/explorer.wat $(QUIETLY)
	node build/short_names.mjs $(PACK)/bound/explorer.wat $(PACK)/bound/explorer.js
	wasm-opt --dae-optimizing --flatten --rereloop -O1 -Oz $(WASM_SMALL) --zero-filled-memory '--remove-exports=*intounderlying*' $(PACK)/bound/explorer.wat \
		-o $(APP)/explorer_bg.wasm $(QUIETLY)
	node build/unused.mjs $(APP)/explorer_bg.wasm $(PACK)/bound/explorer.js
	for file in $(PACK)/split_*.wasm $(PACK)/chunk_*.wasm; do \
		[ ! -f $$file ] || wasm-opt --dae-optimizing --flatten --local-cse --rereloop -O3 -Oz $(WASM_SMALL) $$file -o $(APP)/$${file##*/} $(QUIETLY); done
	cp $(PACK)/bound/explorer.js $(APP)/
	@# Last, for it tells that all is there.
	cp $(PACK)/__wasm_split.js $(APP)/

serve: setup
	$(call say,The explorer at http://127.0.0.1:8080$(BASE) — it is built anew when a file changes)
	@# Trunk refuses to leave out of its watch what is not there yet.
	@mkdir -p target dist
	PATH="$(CURDIR)/.tools/serve:$(PATH)" APP=target/serve/app CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="$(SPLITTABLE)" \
		trunk serve --public-url $(BASE)

build: setup
	$(call say,Checking the data)
	cargo run --quiet --locked --bin archive -- check
	@$(MAKE) --no-print-directory app
	$(call say,Publishing the site for $(BASE) into dist/)
	cargo run --quiet --locked --bin archive -- build --base $(BASE)

tool: app
	$(call say,Building the program that publishes with nothing else)
	cargo build --quiet --locked --features tool --bin archive
	@mkdir -p target/tool
	cp target/debug/archive target/tool/archive
	@# What it would be debugged by is most of it.
	@! command -v strip >/dev/null || strip target/tool/archive
	@ls -l target/tool/archive

guide: setup
	$(call say,Laying out the guides in target/guide/)
	mdbook build docs

# --- Testing

test: setup browser lint native components e2e
	$(call say,All tests passed)

lint: tests/node_modules/.ready shell
	$(call say,Format and lint)
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked $(BROWSER_BUILD) --lib --bin explorer --test views -- -D warnings
	$(call say,Workflows and their scripts)
	cd tests/workflows && node --test

native: shell
	$(call say,Tests of the core)
	cargo test --locked --quiet

fuzz:
	$(call say,Readers of the import)
	cargo test --locked --test native for_minutes -- --ignored --nocapture

components: setup browser
	$(call say,Tests of the views in a browser)
	@# The runner looks for webdriver.json in the folder it is started in.
	CHROMEDRIVER=$$(command -v chromedriver) WASM_BINDGEN_TEST_ONLY_WEB=1 \
	CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER="env -C tests wasm-bindgen-test-runner" \
		cargo test --locked --release $(BROWSER_BUILD) --test views

PUBLISH := cargo run --quiet --locked --bin archive -- build

sites: app
	$(call say,Publishing for three base paths)
	@rm -rf target/sites
	SITE=http://127.0.0.1:4181 $(PUBLISH) --out target/sites/root
	$(PUBLISH) --base /some/sub/path/ --out target/sites/sub-path
	$(PUBLISH) --base '/%7eanna/møter/' --site https://example.org --out target/sites/encoded

large-site: sites
	$(call say,Publishing 2000 made-up meetings)
	node tests/bench/made_up.mjs 2000 > target/sites/large.json
	$(PUBLISH) --data target/sites/large.json --out target/sites/large

declared-site: sites
	$(call say,Publishing an archive that declares its facets)
	$(PUBLISH) --data tests/fixtures/declared.json --out target/sites/declared

reading-site: sites
	$(call say,Publishing archives in other languages than the interface and of another direction)
	$(PUBLISH) --data tests/fixtures/reading.json --out target/sites/reading
	$(PUBLISH) --data tests/fixtures/right-to-left.json --out target/sites/right-to-left

every-site: sites
	$(call say,Publishing an archive with every field that a record can have)
	$(PUBLISH) --data tests/fixtures/every/meetings.json --out target/sites/every

readers: every-site
	$(call say,Readers of others on what is published)
	cd tests/readers && node --test

e2e: large-site declared-site reading-site every-site readers tool guide browser
	$(call say,Publishing a second release)
	$(PUBLISH) --data tests/fixtures/release-2.json --out target/sites/release-2
	$(call say,Tests of the whole site)
	cd tests/site && CHROMIUM=$$(command -v chromium) npx playwright test $(TESTS)

# --- Measuring

tests/bench/node_modules/.ready: tests/bench/package.json tests/bench/package-lock.json
	$(call say,Installing what is measured with)
	cd tests/bench && npm ci --no-fund --no-audit
	@touch $@

# Each instance of the engine has a memory of its own, so what wasm-bindgen writes becomes a function that makes one.
MODULE := target/bench-module
bench-module: setup
	$(call say,Building the engine alone)
	cargo build --locked --profile module --target wasm32-unknown-unknown --no-default-features --features module --bin module
	mkdir -p $(MODULE)
	wasm-bindgen --target no-modules --no-typescript --out-dir $(MODULE) --out-name engine target/wasm32-unknown-unknown/module/module.wasm
	wasm-opt -O3 $(WASM_FEATURES) $(MODULE)/engine_bg.wasm -o $(MODULE)/engine_bg.wasm
	{ echo 'export default function instance(module) {'; cat $(MODULE)/engine.js; \
		echo 'wasm_bindgen.initSync({ module }); return wasm_bindgen; }'; } > $(MODULE)/instance.js
	rm $(MODULE)/engine.js
	cp src/engine/module.js $(MODULE)/explore.js

bench: large-site bench-module tool browser tests/bench/node_modules/.ready
	$(call say,The core)
	mkdir -p target/bench
	node tests/bench/made_up.mjs 10000 > target/bench/10000.json
	DATASET=$(CURDIR)/target/bench/10000.json cargo bench --locked --bench core
	node tests/bench/core.mjs
	$(call say,Publishing made-up meetings)
	node tests/bench/publish.mjs
	$(call say,The keeper's walk with the one program)
	CHROMIUM=$$(command -v chromium) node tests/bench/walk.mjs
	$(call say,Search and facets beside others (half an hour))
	CHROMIUM=$$(command -v chromium) node tests/bench/search.mjs
	$(call say,The whole app (a quarter of an hour))
	CHROMIUM=$$(command -v chromium) node tests/bench/app.mjs
	$(call say,The first answer of other builds too where SITES names them)
	CHROMIUM=$$(command -v chromium) node tests/bench/first.mjs
	$(call say,Lighthouse)
	CHROMIUM=$$(command -v chromium) node tests/bench/lighthouse.mjs

clean:
	rm -rf dist target
