// A table as on a bank statement, sorted by whatever heading is chosen.
import { el, legendEntries, makeOpenable, rootOf, stateOf } from "../common.js";
import { cell, rendererOf, side } from "./cells.js";

/** @import { Component, LegendEntry } from "../common.js" */
/** @import { Column, Value } from "./cells.js" */

/**
 * @typedef {object} Row
 * @property {string} id
 * @property {Record<string, Value | null>} cells by column id; a value as the column's type wants it
 * @property {string} [why] why cells are a dash
 * @property {Record<string, number | null>} [sort] what is sorted by instead of the value, by column id
 * @property {Record<string, string | null>} [note] what a cell says on hover, by column id; of a dash why it is one
 * @property {Record<string, string>} [mark] the colour of a mark before a cell's text, by column id
 * @property {[step: string, how: string, result: string][]} [detail] what opens under the row
 */

/**
 * @typedef {object} StatementTable the data
 * @property {Column[]} columns
 * @property {Row[]} rows
 * @property {LegendEntry[]} legend what stacks are made of
 * @property {string} label the caption, which is read out
 * @property {boolean} selectable a click on a row tells of it
 */

/** So many columns no small screen shows side by side: there each row is stacked. */
const STACKED = 4;

/** @typedef {{ column: string | null, down: boolean, sent: string }} Sorting `sent`: the order Python was told */

/** @typedef {Sorting & { opened: string | null }} State with the row whose detail is open */

/** @type {WeakMap<HTMLElement, State>} */
const states = new WeakMap();

/** @param {Component<StatementTable, { opened: string, order: string[] }>} component */
export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = rootOf(parentElement);
  /** @type {State} */
  const state = stateOf(states, root, () => ({ column: null, down: false, sent: "", opened: null }));
  /** @param {Row} row */
  const open = (row) => {
    if (!row.detail) return setTriggerValue("opened", row.id);
    state.opened = state.opened === row.id ? null : row.id;
    paint();
    const line = root.querySelector("tr[aria-expanded='true']");
    line?.nextElementSibling?.scrollIntoView({ block: "nearest" });
    /** @type {HTMLElement | null} */ (root.querySelector(`tr[data-id="${CSS.escape(row.id)}"]`))?.focus();
  };
  const paint = () => {
    const table = el("table", data.columns.length >= STACKED ? "stacks" : "");
    // Only in a table of this role may a row say that it is open.
    if (data.rows.some((row) => row.detail)) table.setAttribute("role", "treegrid");
    table.append(el("caption", "", data.label), heading(data.columns, state, paint));
    const body = el("tbody");
    const rows = ordered(data.rows, data.columns, state);
    for (const row of rows) {
      body.append(...lines(row, data, row.id === state.opened, () => open(row)));
    }
    table.append(body);
    root.replaceChildren(...legend(data.legend), table);
    if (state.column !== null) tell(rows.map((row) => row.id));
  };
  // What is downloaded or printed by Python stands in the order on the screen.
  const tell = (/** @type {string[]} */ ids) => {
    const order = JSON.stringify(ids);
    if (order === state.sent) return;
    state.sent = order;
    setStateValue("order", ids);
  };
  paint();
}

/**
 * @param {Row} row
 * @param {StatementTable} data
 * @param {boolean} opened its detail is shown
 * @param {() => void} open
 * @returns {HTMLTableRowElement[]} the row, and what opens under it
 */
function lines(row, data, opened, open) {
  const openable = data.selectable || row.detail !== undefined;
  const line = el("tr", openable ? "open" : "");
  line.dataset.id = row.id;
  line.append(
    ...data.columns.map(({ id }, k) =>
      cell(
        data.columns[k],
        row.cells[id],
        row.note && id in row.note ? row.note[id] : row.why,
        row.mark?.[id],
      )
    ),
  );
  if (openable) makeOpenable(line, open);
  if (!row.detail) return [line];
  line.setAttribute("aria-expanded", String(opened));
  return opened ? [line, detail(row.detail, data.columns.length)] : [line];
}

/**
 * @param {[step: string, how: string, result: string][]} steps
 * @param {number} width columns of the table around it
 * @returns {HTMLTableRowElement}
 */
function detail(steps, width) {
  const line = el("tr", "detail");
  const place = el("td");
  place.colSpan = width;
  const inner = el("table");
  for (const [step, how, result] of steps) {
    const one = el("tr");
    one.append(el("th", "", step), el("td", "how", how), el("td", "result", result));
    inner.append(one);
  }
  place.append(inner);
  line.append(place);
  return line;
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
    const x = sortKey(by, a);
    const y = sortKey(by, b);
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order = typeof x === "number" ? x - Number(y) : x.localeCompare(String(y), "zh");
    return sorting.down ? -order : order;
  });
}

/**
 * @param {Column} column
 * @param {Row} row
 * @returns {number | string | null}
 */
function sortKey(column, row) {
  if (row.sort && column.id in row.sort) return row.sort[column.id];
  const value = row.cells[column.id];
  if (value === null || value === undefined) return null;
  const { key } = rendererOf(column.type);
  if (key) return key(value);
  return typeof value === "number" ? value : String(value);
}
