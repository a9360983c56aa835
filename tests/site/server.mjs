// A static host as plain as they come: files, folders with an index.html, and 404.html with status 404.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import sirv from "sirv";

/**
 * Serves a folder under a path of the host, however an address has that written. Resolves to the server's origin and the
 * list of what is asked for. Its state may be set to be out of order.
 * @param {string} folder the published site
 * @param {string} base the path it is published under, with both slashes
 * @param {number} port 0 for any
 */
export function serve(folder, base, port) {
  const files = sirv(folder, { dev: true, etag: true, brotli: true });
  const missing = (response) => {
    response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
    response.end(readFileSync(join(folder, "404.html")));
  };
  const asked = [];
  const state = { isOutOfOrder: false };
  const decoded = decodeURIComponent(base);
  const server = createServer((request, response) => {
    const [path, search] = request.url.split("?");
    const url = decodeURIComponent(path);
    asked.push(path);
    if (state.isOutOfOrder) {
      response.writeHead(503, { "content-type": "text/html" }).end("<h1>Out of order</h1>");
      return;
    }
    if (!url.startsWith(decoded)) {
      response.writeHead(404).end();
      return;
    }
    request.url = encodeURI(url.slice(decoded.length - 1)) + (search === undefined ? "" : `?${search}`);
    files(request, response, () => missing(response));
  });
  return new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () => {
      resolve({ origin: `http://127.0.0.1:${server.address().port}`, asked, state, close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }) });
    });
  });
}
