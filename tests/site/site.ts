// The site as a visitor has it: pages by their addresses, things by their roles and names.
import { test as base, expect, type Page } from "@playwright/test";

export { expect };

export class Site {
  constructor(
    readonly page: Page,
    readonly baseURL: string,
  ) {}

  /** Opens a page of the site, by its address within the site, and waits until the app answers. */
  async open(path: string) {
    await this.page.goto(this.baseURL + path.replace(/^\//, ""));
    await this.ready();
  }

  async ready() {
    await this.page.waitForSelector("html[data-app=ready]");
  }

  /** The address within the site. */
  address() {
    return "/" + decodeURIComponent(this.page.url().replace(this.baseURL, ""));
  }

  heading(name: string | RegExp) {
    return this.page.getByRole("heading", { level: 1, name });
  }

  get searchbox() {
    return this.page.getByRole("searchbox", { name: "Search meetings" });
  }

  get list() {
    return this.page.getByRole("list", { name: "Meetings" });
  }

  get meetings() {
    return this.list.getByRole("heading").getByRole("link");
  }

  get count() {
    return this.page.locator(".result-count");
  }

  facet(name: string) {
    return this.page.getByRole("group", { name, exact: true });
  }

  /** Opens or folds a facet. */
  async fold(name: string) {
    await this.facet(name).locator("summary").click();
  }

  value(facet: string, name: string) {
    return this.facet(facet).getByRole("checkbox", { name, exact: true });
  }

  get filters() {
    return this.page.getByRole("list", { name: "Active filters" });
  }
}

/** A test on the site. It fails where the page says anything in the console or asks another host for anything. */
export const test = base.extend<{ site: Site; quiet: { expected: RegExp[] } }>({
  quiet: async ({}, use) => use({ expected: [] }),
  site: async ({ page, baseURL, quiet }, use) => {
    const said: string[] = [];
    page.on("console", (message) => said.push(`${message.text()} ${message.location().url}`));
    page.on("pageerror", (error) => said.push(error.message));
    const origin = new URL(baseURL!).origin;
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(origin) && !url.startsWith("data:")) said.push(`request to ${url}`);
    });
    await use(new Site(page, baseURL!));
    // A browser says so itself where a page is missing, as for the page for unknown addresses it should; and
    // Playwright where it keeps the service worker away.
    const usual = [/status of 404 .*\/(nowhere[^.]*|meetings\/2011-haparnada\/)$/, /Service Worker registration blocked/];
    const unexpected = said.filter((text) => ![...usual, ...quiet.expected].some((pattern) => pattern.test(text)));
    expect(unexpected, "console and requests").toEqual([]);
  },
});
