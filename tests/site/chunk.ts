// The files of chunks, and the ways in which they do not come.
import { fileURLToPath } from "node:url";
import type { Page, Route } from "@playwright/test";

/** The folder of a published site. */
export const built = (name: string) => fileURLToPath(new URL(`../../target/sites/${name}`, import.meta.url));

/** What a browser says of a chunk that does not come. */
export const said = /integrity|Failed to (load resource|fetch|find a valid digest)|ERR_/;

/** The address of a chunk. */
export const chunk = (name: string) => new RegExp(`/${name}-[0-9a-f]{16}\\.wasm$`);

/** The names of the chunks that a page asks for. */
export function asked(page: Page): string[] {
  const names: string[] = [];
  page.on("request", (request) => {
    const name = request.url().match(/\/(check|map|pages|pieces|save|search|table|timeline)-[0-9a-f]{16}\.wasm$/)?.[1];
    if (name) names.push(name);
  });
  return names;
}

async function altered(route: Route) {
  const answer = await route.fetch();
  await route.fulfill({ response: answer, body: Buffer.concat([await answer.body(), Buffer.from([0])]) });
}

/** The ways in which a chunk does not come. */
export const ways: [string, (route: Route) => Promise<void>][] = [
  ["missing", (route) => route.fulfill({ status: 404, body: "gone" })],
  ["altered", altered],
  ["unreachable", (route) => route.abort()],
];

/** Cuts a chunk off, until the function is called that this gives. */
export async function cut(page: Page, name: string, answer: (route: Route) => Promise<void>) {
  let isCut = true;
  await page.route(chunk(name), (route) => (isCut ? answer(route) : route.continue()));
  return () => (isCut = false);
}
