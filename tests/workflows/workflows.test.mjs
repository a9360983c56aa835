// The workflows of the project and those that `archive new` writes are sound, and so are their scripts; and what is wrong with
// one is found.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { github, gitlab, hasShellcheck, jobs, shell, steps } from "./lint.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path) => readFileSync(root + path, "utf8");
const within = (folder) => readdirSync(root + folder).sort().map((name) => `${folder}/${name}`);
const GITHUB = [...within(".github/workflows"), "src/cli/new/template/publish.yml"];
const GITLAB = "src/cli/new/template/gitlab-ci.yml";
const skip = hasShellcheck ? false : "There is no shellcheck on the PATH.";

for (const path of GITHUB) {
  test(`${path} is sound`, async () => assert.deepEqual(await github(path, read(path)), []));
}

test(`${GITLAB} is sound`, () => assert.deepEqual(gitlab(GITLAB, read(GITLAB)), []));

test("so is what they let a shell do", { skip }, () => {
  const scripts = [...within(".github/scripts"), ".ci/run"];
  assert.deepEqual(scripts.flatMap((path) => shell(path, read(path))), []);
  assert.deepEqual(GITHUB.flatMap((path) => steps(parse(read(path))).flatMap((step) => shell(path, step.run))), []);
  assert.deepEqual(jobs(parse(read(GITLAB))).flatMap((script) => shell(GITLAB, script, "sh")), []);
});

test("an action has one version wherever it is used", () => {
  const versions = new Map();
  for (const [, action, version] of GITHUB.flatMap((path) => [...read(path).matchAll(/uses: (\S+)@(\S+)/g)])) {
    versions.set(action, (versions.get(action) ?? new Set()).add(version));
  }
  assert(versions.size > 5);
  for (const [action, of] of versions) assert.equal(of.size, 1, `${action}: ${[...of].join(", ")}`);
});

test("the files of a release are told where it is downloaded, and what hosts run is one of them", () => {
  const release = read(".github/workflows/release.yml");
  const { others, hosts } = parse(release).jobs;
  const files = [...others.strategy.matrix.include.map(({ file }) => file), hosts.steps.at(-1).with.name];
  assert.deepEqual(read(".github/release.md").match(/(?<=\| `)[^`]+/g).sort(), files.sort());
  assert(files.includes(read("src/cli/new/program.rs").match(/const FILE: &str = "(.+)"/)[1]));
});

const SOUND = `on: push
jobs:
  build:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v7
      - id: pages
        uses: actions/configure-pages@v6
      - env:
          BASE: \${{ steps.pages.outputs.base_path }}
        run: make BASE="$BASE"
`;

test("what is wrong with a workflow is found", async () => {
  assert.deepEqual(await github("x", SOUND), []);
  for (const [from, to, told] of [
    ["steps.pages", "steps.page", /x:10: property "page" is not defined/],
    ["ubuntu-24.04", "ubuntu-24", /x:4: label "ubuntu-24" is unknown/],
    ["steps:", "needs: test\n    steps:", /job "build" needs job "test"/],
    ["uses: actions/configure-pages@v6", "uses: actions/configure-pages", /x:8: specifying action/],
    ["@v6", "@main", /actions\/configure-pages@main is of no version/],
    ["on: push", "on: pushed", /unknown Webhook event "pushed"/],
    ['BASE="$BASE"', "BASE=${{ steps.pages.outputs.base_path }}", /hand it over in env/],
    ["  build:", "\tbuild:", /could not parse/],
  ]) {
    assert.match((await github("x", SOUND.replace(from, to))).join("\n"), told);
  }
});

test("what is wrong with a configuration of GitLab is found", () => {
  const text = read(GITLAB);
  for (const [from, to, told] of [
    ["- public", "- site", "x: pages publishes no public/."],
    ["  rules:", "  rule:", "x: check has “rule”."],
    ["- if:", "- unless:", "x: a rule of check has “unless”."],
    ["  before_script:", "  before:", "x: default has “before”."],
    ["    - ./archive check", "    - ./archive: check", "x: check has no script of texts."],
    ['ADDRESS: ""', "ADDRESS: {}", "x: the variable ADDRESS is no text."],
  ]) {
    assert.deepEqual(gitlab("x", text.replace(from, to)), [told]);
  }
  assert.match(gitlab("x", text.replace("check:", "check: [")).join(), /^x: .*/);
});

test("what is wrong with a script is found", { skip }, () => {
  assert.match(shell("x", "rm $1").join(), /^x:1:4: .*Double quote/);
  assert.match(shell("x", "#!/bin/sh\n[[ a = b ]]\n").join(), /^x:2:1: .*undefined/);
  assert.match(shell("x", "echo ${a[0]}", "sh").join(), /undefined/);
  assert.deepEqual(shell("x", 'rm "$1"'), []);
});
