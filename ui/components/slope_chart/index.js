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
  const step = 19, last = Math.max(1, ...rows.flatMap((r) => [r.before, r.after]));
  const y = (place) => 12 + (place - 1) * (rows.length * step) / last;
  const picture = node("svg", { viewBox: `0 0 420 ${rows.length * step + 24}`, role: "img", "aria-label": label });
  for (const row of rows) {
    const moved = row.before - row.after, way = moved > 0 ? "up" : moved < 0 ? "down" : "still";
    const mark = moved ? ` ${moved > 0 ? "▲" : "▼"}${Math.abs(moved)}` : "";
    picture.append(
      node("line", { x1: 132, y1: y(row.before), x2: 270, y2: y(row.after), class: way }),
      node("text", { x: 126, y: y(row.before) + 4, "text-anchor": "end" }, `${row.name} ${row.before}`),
      node("text", { x: 276, y: y(row.after) + 4, class: way === "still" ? "" : way }, `${row.after} ${row.name}${mark}`),
    );
  }
  root.replaceChildren(picture);
}
