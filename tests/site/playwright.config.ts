import { defineConfig } from "@playwright/test";

// Each site is one build of the same WASM for another base path; every test runs against both. The first knows its
// origin, the second does not.
export const sites = [
  { name: "root", base: "/", port: 4181, site: "http://127.0.0.1:4181" },
  { name: "sub-path", base: "/some/sub/path/", port: 4182, site: "" },
];

export default defineConfig({
  testDir: ".",
  outputDir: ".results",
  globalSetup: "./hosts.ts",
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  // No test is of time: a busy machine may take as long as it needs (axe alone takes 20 s for 400 items on a quiet one).
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    headless: true,
    // Requests that a test answers itself must reach it; the service worker has tests of its own.
    serviceWorkers: "block",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: sites.map(({ name, base, port }) => ({
    name,
    use: { baseURL: `http://127.0.0.1:${port}${base}` },
  })),
});
