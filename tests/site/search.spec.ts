// Search as a reader has it: northern names, phrases, mistakes, and what to do where nothing is found.
import { expect, test } from "./site";

for (const [typed, id] of [
  ["Petrozavodsk", "2004-petrozavodsk"],
  ["Petrosawodsk", "2004-petrozavodsk"],
  ["Петрозаводск", "2004-petrozavodsk"],
  ["Хапаранда", "2011-haparanda"],
  ["eighth", "2011-haparanda"],
  ["15.6.2011", "2011-haparanda"],
  ["June 2011", "2011-haparanda"],
  ["saint petersburg roundtable", "2005-st-petersburg"],
  ['"forest industry"', "2004-petrozavodsk"],
  ["meeting -stockholm -oslo -petersburg -petrozavodsk -rovaniemi -saariselka", "2011-haparanda"],
]) {
  test(`“${typed}” finds ${id} and nothing else`, async ({ site }) => {
    await site.open(`/?q=${encodeURIComponent(typed)}`);
    await expect(site.count).toHaveText("1 of 7 meetings");
    await expect(site.meetings.first()).toHaveAttribute("href", new RegExp(`/meetings/${id}/$`));
  });
}

test("a mistake is forgiven and said", async ({ site, page }) => {
  await site.open("/");
  await site.searchbox.fill("haparnada");
  await expect(page.getByText("Nothing matches “haparnada”. Showing results for “Haparanda”.")).toBeVisible();
  await expect(site.meetings).toHaveCount(1);
  await expect(page.locator(".meetings mark").first()).toHaveText("Haparanda");
  await site.searchbox.fill("haparanda");
  await expect(page.getByText("Showing results for")).toHaveCount(0);
});

test("words are marked on the reader's own letters, whatever the script they were typed in", async ({ site, page }) => {
  await site.open("/?q=Saariselka");
  await expect(page.locator(".meetings .facts mark")).toHaveText("Saariselkä");
  await site.searchbox.fill("Рованиеми");
  await expect(page.locator(".meetings .facts mark")).toHaveText("Rovaniemi");
});

test("a compound is found by its later part, and its row says so", async ({ site, page }) => {
  await site.open("/");
  await site.searchbox.pressSequentially("selka");
  await expect(site.count).toHaveText("1 of 7 meetings");
  await expect(page.locator(".meetings").getByText("within “Saariselkä”")).toBeVisible();
  await expect(page.locator(".meetings .facts mark")).toHaveText("selkä");
  // It is no mistake.
  await expect(page.getByText("Showing results for")).toHaveCount(0);
});

test("a text of signs alone finds nothing and says why", async ({ site, page }) => {
  await site.open("/?q=%3F%3F%3F");
  await expect(site.count).toHaveText("No meetings match");
  await expect(page.getByText("There is no letter or digit in “???” to look for.")).toBeVisible();
  await site.searchbox.fill("??? oslo");
  await expect(site.count).toHaveText(/ of 7 meetings$/);
  await expect(page.getByText("There is no letter or digit")).toHaveCount(0);
});

test("sources are not searched", async ({ site }) => {
  await site.open("/?q=barentsinfo");
  await expect(site.count).toHaveText("No meetings match");
});

test("where nothing is found, the one thing to leave out is said, with what that would show", async ({ site, page }) => {
  await site.open("/?country=RU&year=2011");
  await expect(site.count).toHaveText("No meetings match");
  const way = page.getByRole("link", { name: "Leave out “Year: 2011”: 2 meetings" });
  await way.click();
  await expect(site.count).toHaveText("2 of 7 meetings");
  expect(site.address()).toBe("/?country=RU");
  await site.open("/?q=tuomioja&country=RU");
  await expect(page.getByRole("link", { name: "Leave out the search words: 2 meetings" })).toBeVisible();
});
