// What stays while rows come and go: the choices, the legend, the headings, the list, and the line read out.
import { el, legendEntries } from "../common.js";
import { sortsOf } from "./order.js";
import { COLUMNS } from "./row.js";

/** @import { Live } from "./index.js" */

/**
 * @typedef {object} Frame the elements that stay
 * @property {HTMLSelectElement} team
 * @property {HTMLSelectElement} sort
 * @property {HTMLElement} legend
 * @property {HTMLElement} head
 * @property {HTMLElement} scroll
 * @property {HTMLElement} body
 * @property {HTMLElement} status
 */

/**
 * The elements, empty, in the component's root.
 *
 * @param {HTMLElement} root
 * @returns {Frame}
 */
export function makeFrame(root) {
  const frame = {
    team: el("select"),
    sort: el("select"),
    legend: el("div", "legend"),
    head: el("div", "row head"),
    scroll: el("div", "scroll"),
    body: el("div", "body"),
    status: el("div", "status"),
  };
  const tools = el("div", "tools");
  tools.append(frame.team, frame.sort, frame.status);
  frame.body.setAttribute("role", "list");
  frame.scroll.append(frame.body);
  frame.scroll.tabIndex = 0;
  frame.status.setAttribute("role", "status");
  root.replaceChildren(tools, frame.legend, frame.head, frame.scroll);
  return frame;
}

/**
 * Words, which change with the language.
 *
 * @param {Live} live
 */
export function label(live) {
  const { frame, data, team, sort } = live;
  const { words, teams, legend } = data;
  choices(frame.team, [["", words.everybody], ...teams], team, words.team);
  choices(frame.sort, sortsOf(live).map((by) => [by, words[by]]), sort, words.sort);
  frame.body.setAttribute("aria-label", data.label);
  frame.scroll.parentElement?.classList.toggle("hidden", data.hidden);
  frame.legend.replaceChildren(...legendEntries(legend));
  frame.head.replaceChildren(...COLUMNS.map((id) => el("span", id, words[id])));
}

/**
 * @param {HTMLSelectElement} select
 * @param {[value: string, text: string][]} entries
 * @param {string} chosen
 * @param {string} name what is read out
 */
function choices(select, entries, chosen, name) {
  select.setAttribute("aria-label", name);
  select.replaceChildren(...entries.map(([value, text]) => {
    const option = el("option", "", text);
    option.value = value;
    option.selected = value === chosen;
    return option;
  }));
}
