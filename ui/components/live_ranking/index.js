// Everybody as a bar made of its parts, re-ordered while a weight is dragged. Rows keep their element, so that
// nothing flickers; only rows in sight are painted. What is shown while dragging is a preview (see engine.js).
const ROW = 31;

function el(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".root");
  const live = (root.live ??= { rows: new Map(), pinned: new Set(), team: "", sort: "rank" });
  live.open = (id) => setTriggerValue("opened", id);
  if (!live.body) frame(root, live);
  live.data = data;
  live.weights = data.weights;
  labels(live);
  paint(live, data.official);
  return () => window.removeEventListener("steelyard-weights", live.heard);
}

function frame(root, live) {
  const tools = el("div", "tools");
  live.team_ = el("select");
  live.sort_ = el("select");
  tools.append(live.team_, live.sort_);
  live.legend = el("div", "legend");
  live.head = el("div", "row head");
  live.scroll = el("div", "scroll");
  live.body = el("div", "body");
  live.body.setAttribute("role", "list");
  live.scroll.append(live.body);
  live.scroll.tabIndex = 0;
  live.status = el("div", "status");
  live.status.setAttribute("role", "status");
  root.replaceChildren(tools, live.legend, live.head, live.scroll, live.status);
  live.team_.onchange = () => { live.team = live.team_.value; paint(live, live.last); };
  live.sort_.onchange = () => { live.sort = live.sort_.value; paint(live, live.last); };
  live.scroll.onscroll = () => show(live);
  let waiting = false;
  live.heard = (event) => {
    if (event.detail.revision !== live.data.revision || !live.data.model) return;
    live.weights = live.data.codes.map((code) => event.detail.weights[code]);
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; paint(live, preview(live.data.model, live.weights)); });
  };
  window.addEventListener("steelyard-weights", live.heard);
}

// Words, which change with the language.
function labels(live) {
  const { words, teams, legend, label } = live.data;
  const options = (select, entries, chosen) => {
    select.replaceChildren(...entries.map(([value, text]) => {
      const option = el("option", "", text);
      option.value = value;
      option.selected = value === chosen;
      return option;
    }));
  };
  options(live.team_, [["", words.everybody], ...teams], live.team);
  options(live.sort_, ["rank", "change", "move"].map((by) => [by, words[by]]), live.sort);
  live.team_.setAttribute("aria-label", words.team);
  live.sort_.setAttribute("aria-label", words.sort);
  live.body.setAttribute("aria-label", label);
  live.legend.replaceChildren(...legend.map(([name, colour]) => {
    const entry = el("span"), mark = el("i");
    mark.style.background = colour;
    entry.append(mark, name);
    return entry;
  }));
  live.head.replaceChildren(...["pin", "rank", "move", "name", "before", "after", "change", "grade", "parts"].map((id) => el("span", id, words[id])));
}

function paint(live, result) {
  const { people, only } = live.data;
  live.last = result;
  const value = { rank: (i) => result.ranks[i] ?? 1e9, change: (i) => -Math.abs(result.totals[i] - people[i].before), move: (i) => -Math.abs((people[i].rank ?? 0) - (result.ranks[i] ?? 0)) }[live.sort];
  const moved = (i) => people[i].rank !== null && result.ranks[i] !== null && people[i].rank !== result.ranks[i];
  live.order = people.map((_, i) => i)
    .filter((i) => live.pinned.has(people[i].id) || ((!live.team || people[i].team === live.team) && (!only || moved(i))))
    .sort((a, b) => live.pinned.has(people[b].id) - live.pinned.has(people[a].id) || value(a) - value(b) || value(a) === value(b) && (result.ranks[a] ?? 1e9) - (result.ranks[b] ?? 1e9) || a - b);
  live.body.style.height = `${live.order.length * ROW}px`;
  const kept = new Set(live.order.map((i) => people[i].id));
  for (const [id, row] of live.rows) if (!kept.has(id)) { row.node.remove(); live.rows.delete(id); }
  live.status.textContent = live.data.words.moved.replace("{n}", people.filter((_, i) => moved(i)).length);
  show(live);
}

// Put every row in its place; fill in those that can be seen.
function show(live) {
  const top = live.scroll.scrollTop - 3 * ROW, bottom = live.scroll.scrollTop + live.scroll.clientHeight + 3 * ROW;
  live.order.forEach((i, place) => {
    const y = place * ROW, person = live.data.people[i];
    let row = live.rows.get(person.id);
    const near = y >= top && y <= bottom;
    if (!near && (!row || row.far)) { if (row) row.place = y; return; }
    if (!row) { row = make(live, person.id); live.rows.set(person.id, row); live.body.append(row.node); }
    if (row.place !== y) { row.node.style.transform = `translateY(${y}px)`; row.place = y; }
    row.far = !near;
    row.node.style.visibility = near ? "" : "hidden";
    if (near) fill(live, row, person, i);
  });
}

function make(live, id) {
  const node = el("div", "row"), cells = {};
  node.setAttribute("role", "listitem");
  node.tabIndex = 0;
  for (const name of ["pin", "rank", "move", "name", "before", "after", "change", "grade", "parts"]) node.append((cells[name] = el(name === "pin" ? "button" : "span", name)));
  cells.pin.type = "button";
  cells.pin.onclick = (event) => {
    event.stopPropagation();
    if (live.pinned.has(id)) live.pinned.delete(id); else live.pinned.add(id);
    paint(live, live.last);
  };
  node.onclick = () => live.open(id);
  node.onkeydown = (event) => { if (event.key === "Enter" && event.target === node) live.open(id); };
  return { node, cells, place: null, far: false, shown: {} };
}

function put(row, name, text, way = "") {
  const wanted = `${way}|${text}`;
  if (row.shown[name] === wanted) return;
  row.shown[name] = wanted;
  row.cells[name].textContent = text;
  row.cells[name].className = way ? `${name} ${way}` : name;
}

const two = (v) => v.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const sign = (v, text) => (v > 0 ? ["▲" + text, "up"] : v < 0 ? ["▼" + text, "down"] : ["–", "dash"]);

function fill(live, row, person, i) {
  const { totals, ranks, parts } = live.last, { words, legend, scale } = live.data, pinned = live.pinned.has(person.id);
  const rise = person.rank === null || ranks[i] === null ? 0 : person.rank - ranks[i];
  const change = Math.round((totals[i] - person.before) * 100) / 100;
  put(row, "pin", pinned ? "◆" : "◇", pinned ? "on" : "");
  row.cells.pin.setAttribute("aria-label", `${words.pin_} ${person.name}`);
  row.cells.pin.setAttribute("aria-pressed", String(pinned));
  put(row, "rank", ranks[i] === null ? "–" : String(ranks[i]));
  put(row, "move", ...sign(rise, String(Math.abs(rise))));
  put(row, "name", person.name);
  put(row, "before", two(person.before));
  put(row, "after", two(totals[i]));
  put(row, "change", ...sign(change, two(Math.abs(change))));
  // Grades come from the engine alone: while a preview is shown, those of the last result stand back.
  put(row, "grade", person.grade, live.last === live.data.official ? "" : "dash");
  if (!row.bars) row.cells.parts.append(...(row.bars = legend.map(([, colour]) => { const bar = el("i"); bar.style.background = colour; return bar; })));
  row.bars.forEach((bar, k) => {
    const width = ((100 * Math.max(parts[i][k], 0)) / scale).toFixed(2) + "%";
    if (bar.dataset.width !== width) { bar.dataset.width = width; bar.style.width = width; bar.title = `${legend[k][0]} ${two(parts[i][k])}`; }
  });
  row.cells.parts.setAttribute("role", "img");
  row.cells.parts.setAttribute("aria-label", legend.map(([name], k) => `${name} ${two(parts[i][k])}`).join(", "));
}
