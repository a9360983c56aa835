// Bars in groups on a logarithmic scale, as an SVG that reads in light and in dark, and by ear.

const COLOURS = ["#d1495b", "#8d99ae", "#2a9d8f", "#1d7a8c", "#e9a03b", "#c97b1a", "#7b6fd0", "#4f9d4f", "#9a6a4f", "#5a7fb5"];
const WIDTH = 880;
const [LEFT, RIGHT, TOP, PLOT] = [64, 16, 48, 260];
const ENTRY = { width: 200, height: 20 };

const escaped = (text) => String(text).replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);

/** A number with as many digits as tell something. */
export function short(value) {
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value >= 10 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : value.toFixed(3);
}

/**
 * The plot of a measure.
 * @param {object} plot
 * @param {string} plot.title what is measured
 * @param {string} plot.unit what it is measured in
 * @param {string[]} plot.groups
 * @param {{ name: string, values: (number | undefined)[] }[]} plot.series for each group a value, or none
 */
export function bars({ title, unit, groups, series }) {
  const shown = series.map((one, index) => ({ ...one, colour: COLOURS[index % COLOURS.length] })).filter((one) => one.values.some((value) => value > 0));
  const values = shown.flatMap((one) => one.values).filter((value) => value > 0);
  if (values.length === 0) return undefined;
  const low = Math.floor(Math.log10(Math.min(...values)) - 0.05);
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const y = (value) => TOP + (PLOT * (high - Math.log10(value))) / (high - low);
  const group = (WIDTH - LEFT - RIGHT) / groups.length;
  const bar = Math.min(24, (group * 0.86) / shown.length);
  const columns = Math.floor((WIDTH - LEFT) / ENTRY.width);
  const foot = TOP + PLOT + 44;
  const height = foot + Math.ceil(shown.length / columns) * ENTRY.height;
  const lines = [];
  for (let power = low; power <= high; power += 1) {
    const at = y(10 ** power).toFixed(1);
    const label = power < 0 ? (10 ** power).toFixed(-power) : (10 ** power).toLocaleString("en");
    lines.push(`<path class="grid" d="M${LEFT} ${at}H${WIDTH - RIGHT}"/><text x="${LEFT - 8}" y="${at}" dy=".35em" text-anchor="end">${label}</text>`);
  }
  groups.forEach((name, at) => {
    const middle = LEFT + group * (at + 0.5);
    lines.push(`<text x="${middle.toFixed(1)}" y="${TOP + PLOT + 20}" text-anchor="middle">${escaped(name)}</text>`);
    shown.forEach((one, index) => {
      const value = one.values[at];
      if (!(value > 0)) return;
      const left = middle + bar * (index - shown.length / 2);
      const top = y(value);
      lines.push(
        `<rect x="${left.toFixed(1)}" y="${top.toFixed(1)}" width="${(bar - 2).toFixed(1)}" height="${(TOP + PLOT - top).toFixed(1)}" rx="2" fill="${one.colour}">` +
          `<title>${escaped(`${one.name}, ${name}: ${short(value)} ${unit}`)}</title></rect>`,
      );
    });
  });
  shown.forEach((one, index) => {
    const [x, top] = [LEFT + (index % columns) * ENTRY.width, foot + Math.floor(index / columns) * ENTRY.height];
    lines.push(`<rect x="${x}" y="${top - 10}" width="12" height="12" rx="2" fill="${one.colour}"/><text x="${x + 18}" y="${top}">${escaped(one.name)}</text>`);
  });
  const told = groups.map((name, at) => {
    const each = shown.filter((one) => one.values[at] > 0).map((one) => `${one.name} ${short(one.values[at])}`);
    return each.length > 0 ? `${name}: ${each.join(", ")}.` : "";
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-labelledby="title desc">`,
    `<title id="title">${escaped(title)}</title>`,
    `<desc id="desc">${escaped(`In ${unit}, on a logarithmic scale. ${told.filter(Boolean).join(" ")}`)}</desc>`,
    "<style>text{font:13px system-ui,sans-serif;fill:#1f2933}.head{font-weight:600;font-size:15px}.back{fill:#fff}.grid{stroke:#d5dae1;fill:none}" +
      "@media(prefers-color-scheme:dark){text{fill:#e4e8ee}.back{fill:#14181f}.grid{stroke:#3a424f}}</style>",
    `<rect class="back" width="${WIDTH}" height="${height}"/>`,
    `<text class="head" x="${LEFT}" y="26">${escaped(`${title}, ${unit}`)}</text>`,
    ...lines,
    "</svg>",
    "",
  ].join("\n");
}
