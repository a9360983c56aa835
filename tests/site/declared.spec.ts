// An archive whose facets are all declared by itself: the lines of the contract hold for them as for any other.
import { fileURLToPath } from "node:url";
import { serve } from "./server.mjs";
import { Site, expect, test as base } from "./site";

const host = (name: string) => serve(fileURLToPath(new URL(`../../target/sites/${name}`, import.meta.url)), "/", 0);

/** A test on the site of the archive with declared facets. */
const test = base.extend<{ declared: Site }>({
  declared: async ({ page, quiet }, use) => {
    quiet.expected.push(/request to http:\/\/127\.0\.0\.1:/);
    const { origin, close } = await host("declared");
    await use(new Site(page, `${origin}/`));
    await close();
  },
});
// One base path is enough: nothing of a facet depends on it.
test.beforeEach(({}, info) => test.skip(info.project.name != "root"));

test("the declared facets are there in their order, and no others", async ({ declared, page }) => {
  await declared.open("/");
  await expect(page.locator(".facet h3")).toHaveText(["Body", "Outcome", "Chair of the meeting"]);
  await expect(declared.facet("Outcome").getByRole("checkbox")).toHaveCount(4);
  await expect(declared.facet("Outcome").locator("li > label > span:nth-of-type(1)")).toHaveText([
    "Agreed",
    "Deferred",
    "Rejected",
    "Not recorded",
  ]);
  // Three at first and "Not recorded", as it is declared; then all.
  await expect(declared.facet("Body").getByRole("checkbox")).toHaveCount(4);
  await declared.facet("Body").getByRole("button", { name: "Show all 7" }).click();
  await expect(declared.facet("Body").getByRole("checkbox")).toHaveCount(7);
});

test("ticking narrows the list, counts the others, and stands in the address and a chip", async ({ declared, page }) => {
  await declared.open("/");
  await declared.value("Outcome", "Deferred, 2 meetings").check();
  expect(declared.address()).toBe("/?outcome=deferred");
  await expect(declared.count).toHaveText("2 of 7 meetings");
  await expect(declared.value("Body", "Energy group, 1 meeting")).toBeVisible();
  await declared.value("Body", "Energy group, 1 meeting").check();
  expect(declared.address()).toBe("/?body=energy-group&outcome=deferred");
  await expect(declared.meetings).toHaveText(["Winter session"]);
  await expect(declared.filters.getByRole("button")).toHaveText([/^Body: Energy group/, /^Outcome: Deferred/]);
  await page.getByRole("button", { name: "Remove filter: Body: Energy group" }).click();
  expect(declared.address()).toBe("/?outcome=deferred");
  await page.goBack();
  await expect(declared.count).toHaveText("1 of 7 meetings");
});

test("a folded facet opens by keyboard, and is open where it narrows the list", async ({ declared, page }) => {
  await declared.open("/");
  const chair = declared.facet("Chair of the meeting");
  await expect(chair.getByRole("checkbox").first()).toBeHidden();
  await chair.locator("summary").focus();
  await page.keyboard.press("Enter");
  await chair.getByRole("checkbox", { name: "Finland, 2 meetings" }).check();
  await expect(declared.count).toHaveText("2 of 7 meetings");
  await expect(chair.getByRole("checkbox", { name: "Finland, 2 meetings" })).toBeFocused();
  await declared.open("/?chair=norway");
  await expect(chair.getByRole("checkbox", { name: "Norway, 3 meetings" })).toBeVisible();
});

test("what is opened and ticked before the app stays", async ({ declared, page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(declared.baseURL);
  const chair = declared.facet("Chair of the meeting");
  await chair.locator("summary").click();
  await chair.getByRole("checkbox", { name: "Sweden, 1 meeting" }).check();
  release();
  await declared.ready();
  await expect(chair.getByRole("checkbox", { name: "Sweden, 1 meeting" })).toBeVisible();
  await expect(declared.count).toHaveText("1 of 7 meetings");
});

test("values are searched, and lead from a meeting to all that have them", async ({ declared, page }) => {
  await declared.open("/?q=rejected");
  await expect(declared.meetings).toHaveText(["Long negotiation"]);
  await expect(page.locator(".meetings mark")).toHaveText("Rejected");
  await declared.meetings.first().click();
  await expect(declared.heading("Long negotiation")).toBeFocused();
  await page.getByRole("link", { name: "Ministerial+" }).click();
  expect(declared.address()).toBe("/?body=ministerial-plus");
  await expect(declared.meetings).toHaveText(["Long negotiation"]);
});

test("what the archive does not know is named, and what is no facet is passed over", async ({ declared, page }) => {
  await declared.open("/?body=fishing&utm_source=letter&theme=mining");
  await expect(page.getByText("No meeting has “fishing” as its body; that filter was left out.")).toBeVisible();
  await expect(declared.count).toHaveText("7 meetings");
  await declared.open("/?theme=mining&outcome=none");
  expect(declared.address()).toBe("/?outcome=none");
  await expect(declared.count).toHaveText("2 of 7 meetings");
});

test("a list of a value opens in the app and without it", async ({ declared, page }) => {
  await declared.open("/");
  await page.getByRole("navigation", { name: "Browse by body, outcome or chair of the meeting" }).getByRole("link", { name: "Энергетика" }).click();
  await expect(declared.heading("Энергетика")).toBeFocused();
  expect(declared.address()).toBe("/body/энергетика/");
  await page.reload();
  await declared.ready();
  await expect(declared.heading("Энергетика")).toBeVisible();
  await expect(declared.meetings).toHaveText(["Meeting on energy"]);
  await page.goto(`${declared.baseURL}outcome/agreed`);
  await declared.ready();
  expect(declared.address()).toBe("/outcome/agreed/");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("the pages of a long list lead to each other", async ({ page }) => {
    const { origin, close } = await host("large");
    await page.goto(`${origin}/`);
    await page.getByRole("navigation", { name: "Browse by theme or year" }).getByRole("link").first().click();
    const meetings = page.getByRole("list", { name: "Meetings" }).getByRole("listitem").locator("h3");
    await expect(meetings).toHaveCount(50);
    const first = await meetings.first().textContent();
    await page.getByRole("link", { name: "Next page" }).click();
    await expect(page).toHaveURL(/\/themes\/[^/]+\/2\/$/);
    await expect(meetings).toHaveCount(50);
    expect(await meetings.first().textContent()).not.toBe(first);
    await page.getByRole("link", { name: "Previous page" }).click();
    await expect(page).toHaveURL(/\/themes\/[^/]+\/$/);
    await expect(meetings.first()).toHaveText(first!);
    await close();
  });
});

test("before the app it is known by what the archive can be asked", async ({ declared, page, quiet }) => {
  quiet.expected.push(/Failed to load resource|ERR_FAILED|Failed to fetch/);
  await page.route(/\.wasm/, (route) => route.abort());
  const unfiltered = page.getByText("The list shows all meetings, not only those that the address asks for.");
  for (const [search, isAsked] of [["outcome=agreed", true], ["body=x&utm_source=y", true], ["theme=mining", false], ["country=NO", false]] as const) {
    await page.goto(`${declared.baseURL}?${search}`);
    await page.waitForSelector("html[data-app=failed]");
    await expect(unfiltered).toBeVisible({ visible: isAsked });
  }
});
