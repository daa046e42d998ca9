// One person's row: made once, and changed only where what it says changes.
import { change, DASH, describeAsImage, el, figure, makeOpenable } from "../common.js";

/** @import { LegendEntry } from "../common.js" */

/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} name
 * @property {string} team
 * @property {number | null} before total before
 * @property {number | null} rank place before
 * @property {string} grade before and after, by the engine
 */

/** @typedef {typeof COLUMNS[number]} ColumnId */

/**
 * The headings and the other words, in the reader's language.
 *
 * @typedef {Record<ColumnId | "everybody" | "team" | "sort" | "pin_" | "moved" | "lost" | "gained" | "none" | "waits", string>} Words
 */

/**
 * @typedef {object} Row
 * @property {HTMLElement} node
 * @property {Record<ColumnId, HTMLElement>} cells
 * @property {HTMLElement[]} bars the parts of the total
 * @property {Partial<Record<ColumnId, string>>} shown what the cells say
 * @property {number | null} top where it stands in the body, in pixels
 * @property {boolean} far out of sight
 */

/**
 * @typedef {object} Content what a row says
 * @property {Person} person
 * @property {number | null} total
 * @property {number | null} rank
 * @property {ArrayLike<number>} parts points by class
 * @property {boolean} pinned
 * @property {boolean} preview only the engine gives grades: in a preview those of its last result are greyed
 */

export const COLUMNS = /** @type {const} */ ([
  "pin",
  "rank",
  "move",
  "name",
  "before",
  "after",
  "change",
  "grade",
  "parts",
]);

/**
 * An empty row.
 *
 * @param {LegendEntry[]} classes
 * @param {{ open: () => void, pin: () => void }} actions
 * @returns {Row}
 */
export function makeRow(classes, { open, pin }) {
  const node = el("div", "row");
  node.setAttribute("role", "listitem");
  makeOpenable(node, open);
  const button = el("button", "pin");
  button.type = "button";
  button.onclick = (event) => {
    event.stopPropagation();
    pin();
  };
  const cells = /** @type {Record<ColumnId, HTMLElement>} */ (Object.fromEntries(
    COLUMNS.map((name) => [name, name === "pin" ? button : el("span", name)]),
  ));
  const bars = classes.map(([, colour]) => {
    const bar = el("i");
    bar.style.background = colour;
    return bar;
  });
  cells.parts.append(...bars);
  node.append(...Object.values(cells));
  return { node, cells, bars, shown: {}, top: null, far: false };
}

/**
 * @param {Row} row
 * @param {ColumnId} name
 * @param {string} text
 * @param {string} [way] one more class
 */
function put(row, name, text, way = "") {
  const wanted = `${way}|${text}`;
  if (row.shown[name] === wanted) return;
  row.shown[name] = wanted;
  row.cells[name].textContent = text;
  row.cells[name].className = way ? `${name} ${way}` : name;
}

/**
 * @param {Row} row
 * @param {Content} content
 * @param {{ words: Words, classes: LegendEntry[], scale: number }} look `scale`: points of a bar of full width
 */
export function fillRow(row, { person, total, rank, parts, pinned, preview }, { words, classes, scale }) {
  const rise = person.rank === null || rank === null ? 0 : person.rank - rank;
  const gain = total === null || person.before === null ? 0 : Math.round((total - person.before) * 100) / 100;
  put(row, "pin", pinned ? "◆" : "◇", pinned ? "on" : "");
  row.cells.pin.setAttribute("aria-label", `${words.pin_} ${person.name}`);
  row.cells.pin.setAttribute("aria-pressed", String(pinned));
  put(row, "rank", rank === null ? DASH : String(rank));
  put(row, "move", ...change(rise, String(Math.abs(rise))));
  put(row, "name", person.name);
  put(row, "before", person.before === null ? words.none : figure(person.before));
  // Whoever loses the total is told so in words; a dash alone would pass unseen.
  put(row, "after", total === null ? words.none : figure(total), total === null ? "lost" : "");
  put(row, "change", ...change(gain, figure(Math.abs(gain))));
  put(row, "grade", person.grade, preview ? "dash" : "");
  const said = classes.map(([name], k) => `${name} ${figure(parts[k])}`);
  row.bars.forEach((bar, k) => {
    const width = `${((100 * Math.max(parts[k], 0)) / scale).toFixed(2)}%`;
    if (bar.dataset.width === width) return;
    bar.dataset.width = width;
    bar.style.width = width;
    bar.title = said[k];
  });
  describeAsImage(row.cells.parts, said.join(", "));
}
