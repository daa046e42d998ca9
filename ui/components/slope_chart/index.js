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
  const picture = node("svg", { viewBox: `0 0 420 ${rows.length * step + 8}`, role: "img", "aria-label": label });
  for (const row of rows) {
    const moved = row.before - row.after, way = moved > 0 ? "up" : moved < 0 ? "down" : "still";
    const mark = moved ? ` ${moved > 0 ? "▲" : "▼"}${Math.abs(moved)}` : "";
    picture.append(
      node("line", { x1: 132, y1: left.get(row.name), x2: 270, y2: right.get(row.name), class: way }),
      node("text", { x: 126, y: left.get(row.name) + 4, "text-anchor": "end" }, `${row.name} ${row.before}`),
      node("text", { x: 276, y: right.get(row.name) + 4, class: way === "still" ? "" : way }, `${row.after} ${row.name}${mark}`),
    );
  }
  root.replaceChildren(picture);
}
