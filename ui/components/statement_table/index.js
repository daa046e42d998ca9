// A table as on a bank statement, sorted by whatever heading is chosen.
import { el, legendEntries, makeOpenable, rootOf, stateOf } from "../common.js";
import { cell, rendererOf, side } from "./cells.js";

/** @import { Component, LegendEntry } from "../common.js" */
/** @import { Column, Value } from "./cells.js" */

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {Record<string, Value | null>} cells by column id; a value as the column's type wants it
 * @property {Record<string, string | null>} [why] why a cell is a dash, by column id
 */

/**
 * @typedef {object} StatementTable the data
 * @property {Column[]} columns
 * @property {Row[]} rows
 * @property {LegendEntry[]} legend what stacks are made of
 * @property {string} label the caption, which is read out
 * @property {boolean} selectable rows can be opened
 */

/** @typedef {{ column: string | null, down: boolean, sent: string }} Sorting `sent`: the order Python was told */

/** @type {WeakMap<HTMLElement, Sorting>} */
const states = new WeakMap();

/** @param {Component<StatementTable, { opened: string, order: string[] }>} component */
export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = rootOf(parentElement);
  /** @type {Sorting} */
  const sorting = stateOf(states, root, () => ({ column: null, down: false, sent: "" }));
  const paint = () => {
    const table = el("table");
    table.append(el("caption", "", data.label), heading(data.columns, sorting, paint));
    const body = el("tbody");
    const rows = ordered(data.rows, data.columns, sorting);
    for (const row of rows) {
      const line = el("tr", data.selectable ? "open" : "");
      line.append(...data.columns.map((column) => cell(column, row.cells[column.id], row.why?.[column.id])));
      if (data.selectable) makeOpenable(line, () => setTriggerValue("opened", row.id));
      body.append(line);
    }
    table.append(body);
    root.replaceChildren(...legend(data.legend), table);
    if (sorting.column !== null) tell(rows.map((row) => row.id));
  };
  // What is downloaded or printed by Python stands in the order on the screen.
  const tell = (/** @type {string[]} */ ids) => {
    const order = JSON.stringify(ids);
    if (order === sorting.sent) return;
    sorting.sent = order;
    setStateValue("order", ids);
  };
  paint();
}

/**
 * @param {LegendEntry[]} entries
 * @returns {HTMLElement[]} one line, or none
 */
function legend(entries) {
  if (!entries.length) return [];
  const line = el("div", "legend");
  line.append(...legendEntries(entries));
  return [line];
}

/**
 * @param {Column[]} columns
 * @param {Sorting} sorting what a click or a key changes
 * @param {() => void} paint
 * @returns {HTMLTableSectionElement}
 */
function heading(columns, sorting, paint) {
  const head = el("thead");
  const line = el("tr");
  for (const column of columns) {
    const node = el("th", side(column), column.label);
    node.scope = "col";
    node.tabIndex = 0;
    if (sorting.column === column.id) {
      node.setAttribute("aria-sort", sorting.down ? "descending" : "ascending");
    }
    const sort = () => {
      sorting.down = sorting.column === column.id ? !sorting.down : rendererOf(column.type).largest ?? false;
      sorting.column = column.id;
      paint();
    };
    node.onclick = sort;
    node.onkeydown = (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      sort();
    };
    line.append(node);
  }
  head.append(line);
  return head;
}

/**
 * @param {Row[]} rows
 * @param {Column[]} columns
 * @param {Sorting} sorting
 * @returns {Row[]} in the order chosen; what is not there comes last
 */
function ordered(rows, columns, sorting) {
  const by = columns.find((column) => column.id === sorting.column);
  if (!by) return rows;
  return [...rows].sort((a, b) => {
    const x = sortKey(by, a.cells[by.id]);
    const y = sortKey(by, b.cells[by.id]);
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order = typeof x === "number" ? x - Number(y) : x.localeCompare(String(y), "zh");
    return sorting.down ? -order : order;
  });
}

/**
 * @param {Column} column
 * @param {Value | null | undefined} value
 * @returns {number | string | null}
 */
function sortKey(column, value) {
  if (value === null || value === undefined) return null;
  const { key } = rendererOf(column.type);
  if (key) return key(value);
  return typeof value === "number" ? value : String(value);
}
