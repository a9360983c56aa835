// Puts the built sites on static hosts for the time of the tests.
import { fileURLToPath } from "node:url";
import { sites } from "./playwright.config";
import { serve } from "./server.mjs";

export default async function () {
  const hosts = await Promise.all(
    sites.map(({ name, base, port }) => {
      const folder = fileURLToPath(new URL(`../../target/sites/${name}`, import.meta.url));
      return serve(folder, base, port);
    }),
  );
  return () => hosts.forEach((host) => host.close());
}
