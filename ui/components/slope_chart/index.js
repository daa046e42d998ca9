// Ranks before and after, one line a person; the largest movers in colour with ▲▼.
const SVG = "http://www.w3.org/2000/svg";

function node(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  const { rows, label } = data;
  const step = 21;
  // Places among those shown, so that no two names meet; the figures are the true ranks.
  const order = (key) => new Map([...rows].sort((a, b) => a[key] - b[key]).map((r, i) => [r.name, 14 + i * step]));
  const left = order("before"), right = order("after");
  // As wide as the longest name needs (Chinese letters are twice as wide), so that the letters stay large.
  const length = (name) => [...name].reduce((sum, letter) => sum + (letter > "\u2e80" ? 12 : 6.6), 0);
  const side = Math.max(...rows.map((r) => length(r.name))) + 22, gap = 110, mark = 34;
  const from = side + 5, to = side + gap - 5;
  const picture = node("svg", { viewBox: `0 0 ${2 * side + gap + mark} ${rows.length * step + 8}`, role: "img", "aria-label": label });
  for (const row of rows) {
    const moved = row.before - row.after, way = moved > 0 ? "up" : moved < 0 ? "down" : "still";
    const arrow = moved ? ` ${moved > 0 ? "▲" : "▼"}${Math.abs(moved)}` : "";
    picture.append(
      node("line", { x1: from, y1: left.get(row.name), x2: to, y2: right.get(row.name), class: way }),
      node("text", { x: side, y: left.get(row.name) + 4, "text-anchor": "end" }, `${row.name} ${row.before}`),
      node("text", { x: side + gap, y: right.get(row.name) + 4, class: way === "still" ? "" : way }, `${row.after} ${row.name}${arrow}`),
    );
  }
  root.replaceChildren(picture);
}
