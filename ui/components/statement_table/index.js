// A table as on a bank statement. Text is always set as text; nothing from the data becomes HTML.
const SVG = "http://www.w3.org/2000/svg";
const RIGHT = new Set(["rank", "number", "delta", "heat", "move"]);

function el(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function svg(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  return node;
}

function figure(value, decimals = 2) {
  return value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

function change(value, text) {
  const way = value > 0 ? "up" : "down";
  return el("span", way, (value > 0 ? "▲" : "▼") + text);
}

const draw = {
  rank: (v) => el("span", "", String(v)),
  text: (v) => el("span", "", v),
  strong: (v) => el("span", "strong", v),
  muted: (v) => el("span", "muted", v),
  number: (v, c) => el("span", c.strong ? "strong" : "", figure(v, c.decimals)),
  move: (v) => (v === 0 ? el("span", "dash", "–") : change(v, String(Math.abs(v)))),
  delta: (v, c) => {
    const text = figure(Math.abs(v), c.decimals);
    return Number(text.replace(/,/g, "")) === 0 ? el("span", "dash", "–") : change(v, text);
  },
  grade: (v, c) => el("span", "grade" + (v === c.top ? " top" : (c.low || []).includes(v) ? " low" : ""), v),
  stack: (parts, c) => {
    const bar = el("div", "stack");
    bar.setAttribute("role", "img");
    bar.setAttribute("aria-label", parts.map(([name, , points]) => `${name} ${figure(points)}`).join(", "));
    for (const [name, colour, points] of parts) {
      const piece = el("span");
      piece.style.width = `${(100 * Math.max(points, 0)) / (c.max || 120)}%`;
      piece.style.background = colour;
      piece.title = `${name} ${figure(points)}`;
      bar.append(piece);
    }
    return bar;
  },
  spark: (values) => {
    const known = values.filter((v) => v !== null);
    if (known.length < 2) return el("span", "dash", "–");
    const low = Math.min(...known), high = Math.max(...known), span = high - low || 1;
    const x = (i) => 3 + (i * 74) / Math.max(values.length - 1, 1), y = (v) => 19 - (16 * (v - low)) / span;
    let path = "", pen = "M", end = null;
    values.forEach((v, i) => {
      if (v === null) { pen = "M"; return; }
      path += `${pen}${x(i).toFixed(1)} ${y(v).toFixed(1)}`;
      pen = "L";
      end = [x(i), y(v)];
    });
    const picture = svg("svg", { width: 82, height: 22, class: "spark", role: "img", "aria-label": known.map((v) => figure(v)).join(", ") });
    picture.append(svg("path", { d: path }), svg("circle", { cx: end[0], cy: end[1], r: 2.4 }));
    return picture;
  },
  band: ([low, high, value], c) => {
    const min = c.min ?? 0, max = c.max ?? 120, x = (v) => (100 * (Math.min(Math.max(v, min), max) - min)) / (max - min);
    const picture = svg("svg", { width: 102, height: 16, role: "img", "aria-label": [low, high, value].map((v) => (v === null ? "–" : figure(v))).join(", ") });
    if (low !== null) picture.append(svg("rect", { x: x(low), y: 4, width: Math.max(x(high) - x(low), 2), height: 8, rx: 2, fill: "#9aa4af", opacity: 0.45 }));
    if (value !== null) picture.append(svg("rect", { x: x(value), y: 1, width: 2.5, height: 14, style: "fill: var(--st-primary-color)" }));
    return picture;
  },
  heat: (v) => el("span", "", figure(v, 0)),
};

function cell(row, column) {
  const node = el("td", RIGHT.has(column.type) || column.right ? "right" : column.wrap ? "wrap" : "");
  const value = row.cells[column.id];
  if (value === null || value === undefined) {
    const dash = el("span", "dash", "–");
    if (row.why && row.why[column.id]) dash.title = row.why[column.id];
    node.append(dash);
    return node;
  }
  if (column.type === "heat") {
    const far = Math.max(-1, Math.min(1, (value - column.middle) / column.reach));
    const colour = far > 0 ? "var(--st-green-text-color)" : "var(--st-red-text-color)";
    node.style.background = `color-mix(in srgb, ${colour} ${Math.round(Math.abs(far) * 42)}%, transparent)`;
  }
  node.append(draw[column.type](value, column));
  return node;
}

function sortValue(row, column) {
  const value = row.cells[column.id];
  if (column.type === "stack" && value) return value.reduce((sum, part) => sum + part[2], 0);
  if (column.type === "spark" && value) return value[value.length - 1];
  if (column.type === "band" && value) return value[2];
  return value ?? null;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".root");
  const memory = (root.memory ??= { sort: null, down: false });
  const { columns, rows, legend, label, selectable } = data;

  const paint = () => {
    root.replaceChildren();
    if (legend && legend.length) {
      const line = el("div", "legend");
      for (const [name, colour] of legend) {
        const entry = el("span"), mark = el("i");
        mark.style.background = colour;
        entry.append(mark, name);
        line.append(entry);
      }
      root.append(line);
    }
    const table = el("table"), head = el("thead"), heads = el("tr"), body = el("tbody");
    table.append(el("caption", "", label));
    for (const column of columns) {
      const th = el("th", RIGHT.has(column.type) || column.right ? "right" : "", column.label);
      th.scope = "col";
      th.tabIndex = 0;
      if (column.help) th.title = column.help;
      if (memory.sort === column.id) th.setAttribute("aria-sort", memory.down ? "descending" : "ascending");
      const sort = () => {
        memory.down = memory.sort === column.id ? !memory.down : ["number", "delta", "move", "heat", "stack", "spark", "band"].includes(column.type);
        memory.sort = column.id;
        paint();
      };
      th.onclick = sort;
      th.onkeydown = (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); sort(); } };
      heads.append(th);
    }
    head.append(heads);
    const ordered = [...rows];
    const by = columns.find((c) => c.id === memory.sort);
    if (by) {
      ordered.sort((a, b) => {
        const x = sortValue(a, by), y = sortValue(b, by);
        if (x === null || y === null) return (x === null) - (y === null);
        const order = typeof x === "number" ? x - y : String(x).localeCompare(String(y), "zh");
        return memory.down ? -order : order;
      });
    }
    for (const row of ordered) {
      const tr = el("tr", selectable ? "open" : "");
      for (const column of columns) tr.append(cell(row, column));
      if (selectable) {
        tr.tabIndex = 0;
        const open = () => setTriggerValue("opened", row.id);
        tr.onclick = open;
        tr.onkeydown = (event) => { if (event.key === "Enter") open(); };
      }
      body.append(tr);
    }
    table.append(head, body);
    root.append(table);
  };
  paint();
}
