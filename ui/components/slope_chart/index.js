// Ranks before and after, one line a person; the largest movers in colour with ▲▼.
import { change, describeAsImage, rootOf, svg } from "../common.js";

/** @import { Component } from "../common.js" */

/** @typedef {{ name: string, before: number, after: number }} Mover a person's rank before and after */

/** @typedef {{ rows: Mover[], label: string }} SlopeChart the data; `label` is what is read out */

const STEP = 21;
const TOP = 14;
const GAP = 110;
const ARROW = 34;
const PAD = 22;

/**
 * Heights by name: places among those shown, so that no two names meet; the figures are the true ranks.
 *
 * @param {Mover[]} rows
 * @param {"before" | "after"} side
 * @returns {(row: Mover) => number}
 */
function heights(rows, side) {
  const ordered = [...rows].sort((a, b) => a[side] - b[side]);
  const known = new Map(ordered.map((row, place) => [row.name, TOP + place * STEP]));
  return (row) => known.get(row.name) ?? TOP;
}

/**
 * How wide a name is drawn; Chinese letters are twice as wide.
 *
 * @param {string} name
 * @returns {number}
 */
function width(name) {
  return [...name].reduce((sum, letter) => sum + (letter > "\u2e80" ? 12 : 6.6), 0);
}

/** @param {Component<SlopeChart>} component */
export default function ({ data, parentElement }) {
  const { rows, label } = data;
  const left = heights(rows, "before");
  const right = heights(rows, "after");
  // As wide as the longest name needs, so that the letters stay large.
  const side = Math.max(...rows.map((row) => width(row.name))) + PAD;
  const viewBox = `0 0 ${2 * side + GAP + ARROW} ${rows.length * STEP + 8}`;
  const picture = svg("svg", { viewBox });
  describeAsImage(picture, label);
  for (const row of rows) {
    const rise = row.before - row.after;
    const [text, way] = change(rise, String(Math.abs(rise)));
    const arrow = rise ? ` ${text}` : "";
    const line = { x1: side + 5, y1: left(row), x2: side + GAP - 5, y2: right(row) };
    const before = { x: side, y: left(row) + 4, "text-anchor": "end" };
    const after = { x: side + GAP, y: right(row) + 4, class: rise ? way : "" };
    picture.append(
      svg("line", { ...line, class: rise ? way : "still" }),
      svg("text", before, `${row.name} ${row.before}`),
      svg("text", after, `${row.after} ${row.name}${arrow}`),
    );
  }
  rootOf(parentElement).replaceChildren(picture);
}
