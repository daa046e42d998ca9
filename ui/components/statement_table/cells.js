// The cells of a statement table: for each type of column how a value is drawn, lies and sorts.
import { change, DASH, describeAsImage, el, figure, svg } from "../common.js";

/**
 * @typedef {[name: string, colour: string, points: number, mark?: string]} Piece one part of a stack: points
 * below 0 are taken away, and a mark is written behind the bar
 */

/** @typedef {[from: number, to: number] | [to: number]} Fall a step from one total to another, or a total */

/** @typedef {[low: number | null, high: number | null, value: number | null]} Band a range and a value */

/**
 * For each type of column what its cells hold (`value`) and what else the column says (`column`).
 *
 * @typedef {object} Types
 * @property {{ value: number, column: {} }} rank
 * @property {{ value: string, column: {} }} text
 * @property {{ value: string, column: {} }} strong
 * @property {{ value: string, column: {} }} muted
 * @property {{ value: number, column: { decimals?: number, strong?: boolean, hollow?: boolean } }} number
 *   `hollow`: provisional
 * @property {{ value: number, column: {} }} move places risen
 * @property {{ value: number, column: { decimals?: number } }} delta
 * @property {{ value: string, column: { top?: string, low?: string[], hollow?: boolean } }} grade
 * @property {{ value: Piece[], column: { max: number } }} stack `max`: points of a full bar, at least the longest
 * @property {{ value: (number | null)[], column: { breaks?: number[] } }} spark null is a gap; `breaks`: places at
 *   which another scheme begins
 * @property {{ value: Band, column: { min?: number, max?: number } }} band
 * @property {{ value: Fall, column: { min: number, max: number } }} fall
 * @property {{ value: number, column: { middle: number, reach: number } }} heat no colour at `middle`
 * @property {{ value: number, column: { decimals?: number, reach: number } }} shade strength without a judgement
 */

/** @typedef {keyof Types} Type */

/** @typedef {Types[Type]["value"]} Value */

/**
 * @typedef {object} AnyColumn
 * @property {string} id
 * @property {string} label
 * @property {boolean} [right] lies to the right although its type does not
 * @property {boolean} [wrap] may take several lines
 */

/**
 * @template {Type} [Of=Type]
 * @typedef {{ [T in Of]: AnyColumn & { type: T } & Types[T]["column"] }[Of]} Column
 */

/**
 * How a type of column is shown.
 *
 * @template {Type} T
 * @typedef {object} Renderer
 * @property {(value: Types[T]["value"], column: Column<T>) => Element} draw
 * @property {boolean} [right] figures lie to the right
 * @property {boolean} [largest] sorted with the largest first
 * @property {(value: Types[T]["value"]) => number | string | null} [key] what is sorted by, if not the value
 */

/** @type {{ [T in Type]: Renderer<T> }} */
const RENDERERS = {
  rank: { draw: (value) => el("span", "", String(value)), right: true },
  text: { draw: (value) => el("span", "", value) },
  strong: { draw: (value) => el("span", "strong", value) },
  muted: { draw: (value) => el("span", "muted", value) },
  number: {
    draw: (value, column) => {
      const style = column.hollow ? "hollow" : column.strong ? "strong" : "";
      return el("span", style, figure(value, column.decimals));
    },
    right: true,
    largest: true,
  },
  move: { draw: (value) => changed(value, String(Math.abs(value))), right: true, largest: true },
  delta: { draw: delta, right: true, largest: true },
  grade: { draw: grade },
  stack: { draw: stack, largest: true, key: total },
  spark: { draw: spark, largest: true, key: (values) => values.at(-1) ?? null },
  band: { draw: band, largest: true, key: (range) => range[2] },
  fall: { draw: fall, largest: true, key: (ends) => ends[ends.length - 1] - (ends.length > 1 ? ends[0] : 0) },
  heat: { draw: (value) => el("span", "", figure(value, 0)), right: true, largest: true },
  shade: {
    draw: (value, column) => el("span", "", figure(value, column.decimals)),
    right: true,
    largest: true,
  },
};

/**
 * How a column's type is shown.
 *
 * @template {Type} T
 * @param {T} type
 * @returns {Renderer<T>}
 */
export function rendererOf(type) {
  return RENDERERS[type];
}

/**
 * The class that a heading and its cells lie by.
 *
 * @param {Column} column
 * @returns {"right" | ""}
 */
export function side(column) {
  return rendererOf(column.type).right || column.right ? "right" : "";
}

/**
 * One cell; what is not there is a dash. On hover it says `note`.
 *
 * @param {Column} column
 * @param {Value | null | undefined} value
 * @param {string | null | undefined} note of a dash why nothing is there
 * @param {string | null | undefined} mark the colour of a mark before the text
 * @returns {HTMLTableCellElement}
 */
export function cell(column, value, note, mark) {
  const node = el("td", side(column) || (column.wrap ? "wrap" : ""));
  node.dataset.label = column.label;
  node.dataset.type = column.type;
  if (mark) {
    node.classList.add("marked");
    const square = el("i", "mark");
    square.style.background = mark;
    node.append(square);
  }
  if (value === null || value === undefined) {
    const dash = el("span", "dash", DASH);
    if (note) dash.title = note;
    node.append(dash);
    return node;
  }
  if (note) node.title = note;
  if (column.type === "heat" && typeof value === "number") node.style.background = warmth(value, column);
  if (column.type === "shade" && typeof value === "number") node.style.background = shade(value, column);
  node.append(rendererOf(column.type).draw(value, column));
  return node;
}

/**
 * @param {number} value
 * @param {Column<"heat">} column
 * @returns {string} green above the middle, red below, stronger the further away
 */
function warmth(value, column) {
  const far = Math.max(-1, Math.min(1, (value - column.middle) / column.reach));
  const colour = far > 0 ? "var(--st-green-text-color)" : "var(--st-red-text-color)";
  return `color-mix(in srgb, ${colour} ${Math.round(Math.abs(far) * 42)}%, transparent)`;
}

/**
 * @param {number} value
 * @param {Column<"shade">} column
 * @returns {string} blue above 0, orange below, stronger the further away: neither is good or bad
 */
function shade(value, column) {
  const far = Math.max(-1, Math.min(1, value / column.reach));
  const colour = far > 0 ? "var(--st-blue-text-color)" : "var(--st-orange-text-color)";
  return `color-mix(in srgb, ${colour} ${Math.round(Math.abs(far) * 42)}%, transparent)`;
}

/**
 * @param {number} value
 * @param {string} size
 */
function changed(value, size) {
  const [text, way] = change(value, size);
  return el("span", way, text);
}

/**
 * @param {number} value
 * @param {Column<"delta">} column
 */
function delta(value, column) {
  const size = figure(Math.abs(value), column.decimals);
  // What reads as nothing is nothing.
  return changed(Number(size.replace(/,/g, "")) === 0 ? 0 : value, size);
}

/**
 * @param {string} value
 * @param {Column<"grade">} column
 */
function grade(value, column) {
  if (column.hollow) return el("span", "grade hollow", value);
  if (value === column.top) return el("span", "grade top", value);
  return el("span", column.low?.includes(value) ? "grade low" : "grade", value);
}

/** @param {Piece[]} pieces */
function total(pieces) {
  return pieces.reduce((sum, piece) => sum + piece[2], 0);
}

/**
 * What was brought and added, one part behind the other; what was taken away is hatched at their end, so that
 * the solid bar is as long as the total.
 *
 * @param {Piece[]} pieces
 * @param {Column<"stack">} column
 */
function stack(pieces, column) {
  const bar = el("div", "stack");
  const words = pieces.map(([name, , points]) =>
    `${name} ${points < 0 ? "−" : ""}${figure(Math.abs(points))}`
  );
  const marks = pieces.map(([, , , mark]) => mark).filter(Boolean);
  describeAsImage(bar, [...words, ...marks].join(", "));
  /** @param {number} points */
  const length = (points) => `${(100 * points) / column.max}%`;
  let end = 0;
  pieces.forEach(([, colour, points], k) => {
    if (points <= 0) return;
    const piece = el("span");
    piece.style.width = length(points);
    piece.style.background = colour;
    piece.title = words[k];
    bar.append(piece);
    end += points;
  });
  const longest = end;
  pieces.forEach(([, colour, points], k) => {
    if (points >= 0) return;
    const taken = el("span", "taken");
    const size = Math.min(-points, end);
    end -= size;
    taken.style.left = length(end);
    taken.style.width = length(size);
    taken.style.setProperty("--line", colour);
    taken.title = words[k];
    bar.append(taken);
  });
  for (const mark of marks) {
    const note = el("b", "veto", mark);
    // Behind the bar, but within the column.
    note.style.left = `min(${length(longest)}, 100% - 2.6rem)`;
    bar.append(note);
  }
  return bar;
}

/**
 * A line for each stretch under one scheme, each on a scale of its own: figures of two schemes do not compare.
 *
 * @param {(number | null)[]} values
 * @param {Column<"spark">} column
 */
function spark(values, column) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return el("span", "dash", DASH);
  const picture = svg("svg", { width: 82, height: 22, class: "spark" });
  describeAsImage(picture, known.map((value) => figure(value)).join(", "));
  const starts = [0, ...(column.breaks ?? []), values.length];
  /** @param {number} place */
  const x = (place) => 3 + (place * 74) / Math.max(values.length - 1, 1);
  let end = { cx: 0, cy: 0 };
  for (let k = 0; k + 1 < starts.length; k++) {
    const stretch = values.slice(starts[k], starts[k + 1]);
    const there = stretch.filter((value) => value !== null);
    const low = Math.min(...there);
    const span = Math.max(...there) - low || 1;
    let path = "";
    let pen = "M";
    stretch.forEach((value, place) => {
      if (value === null) {
        pen = "M";
        return;
      }
      end = { cx: x(starts[k] + place), cy: 19 - (16 * (value - low)) / span };
      path += `${pen}${end.cx.toFixed(1)} ${end.cy.toFixed(1)}`;
      pen = "L";
    });
    const past = k + 2 < starts.length ? "past" : "";
    if (path) picture.append(svg("path", { d: path, class: past }));
    if (k) {
      const at = (x(starts[k]) + x(starts[k] - 1)) / 2;
      picture.append(svg("line", { x1: at, x2: at, y1: 1, y2: 21, class: "break" }));
    }
  }
  picture.append(svg("circle", { ...end, r: 2.4 }));
  return picture;
}

/**
 * @param {Band} range
 * @param {Column<"band">} column
 */
function band(range, column) {
  const [low, high, value] = range;
  const min = column.min ?? 0;
  const max = column.max ?? 120;
  /** @param {number} v */
  const x = (v) => (100 * (Math.min(Math.max(v, min), max) - min)) / (max - min);
  const picture = svg("svg", { width: 102, height: 16 });
  describeAsImage(picture, range.map((v) => (v === null ? DASH : figure(v))).join(", "));
  if (low !== null && high !== null) {
    const width = Math.max(x(high) - x(low), 2);
    const grey = { fill: "#9aa4af", opacity: 0.45 };
    picture.append(svg("rect", { x: x(low), y: 4, width, height: 8, rx: 2, ...grey }));
  }
  if (value !== null) {
    const style = "fill: var(--st-primary-color)";
    picture.append(svg("rect", { x: x(value), y: 1, width: 2.5, height: 14, style }));
  }
  return picture;
}

/**
 * A bar from one total to the next, in the colour of its direction; of a total alone from the left.
 *
 * @param {Fall} ends
 * @param {Column<"fall">} column
 */
function fall(ends, column) {
  /** @param {number} v */
  const x = (v) => (100 * (v - column.min)) / (column.max - column.min);
  const to = ends[ends.length - 1];
  const from = ends.length > 1 ? ends[0] : column.min;
  const place = el("div", "fall");
  const bar = el("span", ends.length === 1 ? "whole" : to < from ? "less" : "more");
  bar.style.left = `${x(Math.min(from, to))}%`;
  bar.style.width = `${Math.abs(x(to) - x(from))}%`;
  describeAsImage(place, ends.map((end) => figure(end)).join(" → "));
  place.append(bar);
  return place;
}
