// Ranks from one column to the next, one line a person; the movers in colour with ▲▼.
import { change, DASH, describeAsImage, rootOf, svg } from "../common.js";

/** @import { Component } from "../common.js" */

/** @typedef {{ name: string, places: (number | null)[] }} Mover a person's rank in each column */

/** @typedef {{ rows: Mover[], heads: string[], label: string }} SlopeChart the data; `label` is what is read out */

const STEP = 21;
const TOP = 32;
const GAP = 110;
const ARROW = 34;
const PAD = 22;
const LAST = 1e9;

/**
 * Heights by person: places among those shown, so that no two names meet; the figures are the true ranks.
 *
 * @param {Mover[]} rows
 * @param {number} column
 * @returns {(row: Mover) => number}
 */
function heights(rows, column) {
  /** @param {Mover} row */
  const place = (row) => row.places[column] ?? LAST;
  const ordered = [...rows].sort((a, b) => place(a) - place(b));
  const known = new Map(ordered.map((row, k) => [row, TOP + k * STEP]));
  return (row) => known.get(row) ?? TOP;
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
  const { rows, heads, label } = data;
  const columns = heads.map((_, k) => heights(rows, k));
  // As wide as the longest name needs, so that the letters stay large.
  const side = Math.max(...rows.map((row) => width(row.name)), ...heads.map(width)) + PAD;
  const step = GAP + side + ARROW;
  const viewBox = `0 0 ${side + (heads.length - 1) * step} ${TOP + rows.length * STEP - 8}`;
  const picture = svg("svg", { viewBox });
  describeAsImage(picture, label);
  heads.forEach((head, k) => {
    const x = k ? k * step - ARROW : side;
    const anchor = k ? "start" : "end";
    picture.append(svg("text", { x, y: 12, class: "head", "text-anchor": anchor }, head));
  });
  for (const row of rows) {
    columns.forEach((height, k) => {
      const place = row.places[k];
      const shown = place === null ? DASH : String(place);
      if (!k) {
        const at = { x: side, y: height(row) + 4, "text-anchor": "end" };
        picture.append(svg("text", at, `${row.name} ${shown}`));
        return;
      }
      const before = row.places[k - 1];
      const rise = before === null || place === null ? 0 : before - place;
      const [text, way] = change(rise, String(Math.abs(rise)));
      const left = k === 1 ? side : k * step - GAP - ARROW;
      const line = {
        x1: left + 5,
        y1: columns[k - 1](row),
        x2: k * step - ARROW - 5,
        y2: height(row),
        class: rise ? way : "still",
      };
      const at = { x: k * step - ARROW, y: height(row) + 4, class: rise ? way : "" };
      picture.append(svg("line", line), svg("text", at, `${shown} ${row.name}${rise ? ` ${text}` : ""}`));
    });
  }
  rootOf(parentElement).replaceChildren(picture);
}
