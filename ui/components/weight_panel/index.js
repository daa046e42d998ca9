// Weights under the hand: a moved weight takes from or gives to the unlocked others in proportion, so
// that the sum stays. This is a preview; the engine does it again when the hand lets go.
import { el, rootOf, stateOf } from "../common.js";
import { wholeOf } from "./rebalance.js";
import { controls, pointsOf, show } from "./row.js";
import { heard, send, unheard } from "./sending.js";

/** @import { Component } from "../common.js" */

/**
 * @typedef {object} Item one indicator
 * @property {string} code
 * @property {string} label
 * @property {number} weight points now
 * @property {number} start points at the start of the trial
 * @property {[low: number, high: number] | null} [band] the range in which the first stay the first
 * @property {string} [lacking] why there is no such range
 */

/** @typedef {{ label: string, colour: string, items: Item[] }} Group the indicators of a class */

/**
 * @typedef {object} Line what is set as one: an indicator, or a class as a whole
 * @property {string} id
 * @property {string} label
 * @property {string} colour
 * @property {string[]} codes
 * @property {number} most points at the slider's end
 */

/**
 * The words; `outside` has {low} and {high}, `held` has {name}, `band` has {low} and {high}.
 *
 * @typedef {Record<"title" | "weight" | "total" | "same" | "lock" | "band" | "outside" | "nothing_free" |
 *   "no_number" | "held" | "whole", string>} Labels
 */

/**
 * @typedef {object} WeightPanel the data
 * @property {Group[]} groups
 * @property {string} revision a new one makes the panel take over the weights and locks given
 * @property {Labels} labels
 * @property {string[]} locked the locks that a panel new on the page begins with
 * @property {Partial<Record<"moved" | "locked", string>>} heard the names of the last move and the last lock
 *   that Python has
 */

/**
 * @typedef {object} Moved what was let go
 * @property {string[]} changed the codes that were set together
 * @property {number} points theirs
 * @property {Record<string, number>} weights all points by code
 * @property {string[]} fixed the codes that stayed while they were set
 * @property {string[]} locked the codes that are locked from now on
 * @property {string} revision
 * @property {string} move its name: no two moves have the same
 * @property {string} gesture moves of one gesture are one step to undo
 */

/** @typedef {{ codes: string[], revision: string, move: string }} Locked what is locked by hand */

/** @typedef {Component<WeightPanel, { moved: Moved, locked: Locked }>} Panel */

/**
 * @typedef {object} State
 * @property {string} mount
 * @property {number} moves
 * @property {number} gestures
 * @property {Set<string>} locked
 * @property {string} revision
 * @property {Record<string, number>} weights
 * @property {Record<string, number>} known the weights that Python has
 * @property {string} shape what the elements were built from
 * @property {Map<string, HTMLInputElement>} sliders by code
 * @property {Map<string, string>} bands what is said of a line's range, by its id
 * @property {HTMLElement | null} said the line at the foot
 * @property {(() => void)[]} shows bring the elements up to date
 */

/** @type {WeakMap<HTMLElement, State>} */
const states = new WeakMap();

/** @param {Panel} panel */
export default function (panel) {
  const { data, parentElement } = panel;
  const root = rootOf(parentElement);
  const state = stateOf(states, root, () => again(begin(data), panel));
  heard(data.heard);
  if (state.revision !== data.revision) {
    state.revision = data.revision;
    state.weights = given(data);
    state.known = state.weights;
    state.locked = new Set(data.locked);
    state.gestures += 1;
    if (state.said) state.said.textContent = "";
  }
  const shape = shapeOf(data);
  if (state.shape !== shape) {
    state.shape = shape;
    build(root, state, panel);
  }
  show(state);
  mark(state, data);
}

/**
 * @param {WeightPanel} data
 * @returns {State}
 */
function begin(data) {
  return {
    // Moves are numbered anew each time the panel is put on a page: the mount keeps their names apart.
    mount: `${Date.now()}-${Math.random()}`,
    moves: 0,
    gestures: 0,
    locked: new Set(data.locked),
    revision: data.revision,
    weights: given(data),
    known: given(data),
    shape: "",
    sliders: new Map(),
    bands: new Map(),
    said: null,
    shows: [],
  };
}

/**
 * A page that is left at once can swallow what was sent last: the panel that comes next takes it up, and sends
 * it again.
 *
 * @param {State} state
 * @param {Panel} panel
 * @returns {State}
 */
function again(state, panel) {
  const { moved, locked } = unheard(panel.data);
  if (moved) {
    state.weights = state.known = moved.weights;
    state.locked = new Set(moved.locked);
    send(panel, "moved", moved);
  }
  if (locked) {
    state.locked = new Set(locked.codes);
    send(panel, "locked", locked);
  }
  return state;
}

/**
 * @param {WeightPanel} data
 * @returns {Record<string, number>} the weights that Python gave
 */
function given(data) {
  return Object.fromEntries(
    data.groups.flatMap((group) => group.items).map((item) => [item.code, item.weight]),
  );
}

/**
 * @param {WeightPanel} data
 * @returns {string} all that the elements are built from; the weights are not
 */
function shapeOf({ groups, labels }) {
  const built = groups.map((
    group,
  ) => [group.label, group.items.map((item) => [item.code, item.label, item.start])]);
  return JSON.stringify([labels, built]);
}

/**
 * @param {State} state
 * @returns {number} points at the end of an indicator's slider: nobody gives one more than half of all
 */
function mostOf(state) {
  return wholeOf(state.weights) / 2;
}

/**
 * The range in which the first stay the first, as a stripe on the track and in words; greyed with the reason
 * where there is none. The engine sends a new one each time.
 *
 * @param {State} state
 * @param {WeightPanel} data
 */
function mark(state, data) {
  /** @param {number} points */
  const percent = (points) => `${Math.min(100, Math.max(0, 100 * points / mostOf(state))).toFixed(2)}%`;
  for (const { code, band, lacking } of data.groups.flatMap((group) => group.items)) {
    const slider = state.sliders.get(code);
    if (!slider) continue;
    const words = band
      ? data.labels.band.replace("{low}", band[0].toFixed(1)).replace("{high}", band[1].toFixed(1))
      : lacking ?? "";
    slider.classList.toggle("banded", Boolean(band));
    slider.classList.toggle("unbanded", Boolean(!band && lacking));
    slider.title = words;
    slider.setAttribute("aria-description", words);
    state.bands.set(code, words);
    if (!band) continue;
    slider.style.setProperty("--low", percent(band[0]));
    slider.style.setProperty("--high", percent(band[1]));
  }
}

/**
 * All elements anew; what is shown in them follows the state.
 *
 * @param {HTMLElement} root
 * @param {State} state
 * @param {Panel} panel
 */
function build(root, state, panel) {
  const { groups, labels } = panel.data;
  const total = el("div", "total");
  const sum = el("span");
  total.append(el("span", "", labels.title), sum);
  state.sliders.clear();
  state.shows = [() => {
    const points = Object.values(state.weights).reduce((a, b) => a + b, 0);
    sum.textContent = `${labels.total} ${points.toFixed(1)}`;
  }];
  state.said = el("div", "said");
  state.said.setAttribute("role", "status");
  root.replaceChildren(total, state.said);
  for (const group of groups) {
    root.append(heading(group, state, panel), ...group.items.map((item) => row(item, group, state, panel)));
  }
}

/**
 * @param {Item} item
 * @param {Group} group
 * @param {State} state
 * @param {Panel} panel
 * @returns {HTMLElement} an indicator
 */
function row({ code, label }, { colour }, state, panel) {
  const line = el("div", "item");
  const name = el("label", "", label);
  name.title = `${code} ${label}`;
  const { lock, slider, number } = controls(
    { id: code, label, colour, codes: [code], most: mostOf(state) },
    state,
    panel,
  );
  slider.dataset.code = code;
  state.sliders.set(code, slider);
  line.append(lock, name, slider, number);
  return line;
}

/**
 * @param {Group} group
 * @param {State} state
 * @param {Panel} panel
 * @returns {HTMLElement} a class: moved as a whole, with how far its sum is from the start
 */
function heading({ label, colour, items }, state, panel) {
  const { labels } = panel.data;
  const codes = items.map((item) => item.code);
  const line = { id: `class ${label}`, label, colour, codes, most: wholeOf(state.weights) };
  const node = el("div", "item group");
  const name = el("label", "", label);
  const change = el("span", "change");
  const { lock, slider, number } = controls(line, state, panel);
  slider.dataset.class = label;
  slider.title = labels.whole;
  name.append(change);
  name.style.setProperty("--colour", colour);
  node.append(lock, name, slider, number);
  state.shows.push(() => {
    const moved = pointsOf(state, line) - items.reduce((sum, item) => sum + item.start, 0);
    const size = Math.abs(moved);
    change.textContent = size < 0.05 ? labels.same : (moved > 0 ? "+" : "−") + size.toFixed(1);
  });
  return node;
}
