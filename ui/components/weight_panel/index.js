// Weights under the hand: a moved weight takes from or gives to the unlocked others in proportion, so
// that the sum stays 100. This is a preview; the engine does it again when the hand lets go.
import { el, rootOf, stateOf } from "../common.js";
import { row, show } from "./row.js";

/** @import { Component } from "../common.js" */

/**
 * @typedef {object} Item one indicator
 * @property {string} code
 * @property {string} label
 * @property {number} weight points now
 * @property {number} start points at the start of the trial
 * @property {[low: number, high: number] | null} [band] the range in which nobody changes place
 */

/** @typedef {{ label: string, colour: string, items: Item[] }} Group the indicators of a class */

/**
 * @typedef {object} WeightPanel the data
 * @property {Group[]} groups
 * @property {string} revision a new one makes the panel take over the weights given
 * @property {Record<"title" | "weight" | "total" | "same" | "lock" | "band", string>} labels
 * @property {string[]} locked the locks that a panel new on the page begins with
 */

/**
 * @typedef {object} Moved what was let go
 * @property {string} changed the code that was moved
 * @property {number} weight its points
 * @property {Record<string, number>} weights all points by code
 * @property {string[]} locked
 * @property {string} revision
 * @property {string} move its name: no two moves have the same
 */

/** @typedef {Component<WeightPanel, { moved: Moved, locked: string[] }>} Panel */

/**
 * @typedef {object} State
 * @property {string} mount
 * @property {number} moves
 * @property {Set<string>} locked
 * @property {string} revision
 * @property {Record<string, number>} weights
 * @property {string} shape what the elements were built from
 * @property {Map<string, HTMLInputElement>} sliders by code
 * @property {(() => void)[]} shows bring the elements up to date
 */

/** @type {WeakMap<HTMLElement, State>} */
const states = new WeakMap();

/** @param {Panel} panel */
export default function (panel) {
  const { data, parentElement } = panel;
  const root = rootOf(parentElement);
  const state = stateOf(states, root, () => begin(data));
  if (state.revision !== data.revision) {
    state.revision = data.revision;
    state.weights = given(data);
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
    locked: new Set(data.locked),
    revision: data.revision,
    weights: given(data),
    shape: "",
    sliders: new Map(),
    shows: [],
  };
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
 * The range in which nobody changes place, as a stripe on the track; the engine sends a new one each time.
 *
 * @param {State} state
 * @param {WeightPanel} data
 */
function mark(state, data) {
  /** @param {number} points */
  const percent = (points) => `${Math.min(100, Math.max(0, 2 * points)).toFixed(2)}%`;
  for (const { code, band } of data.groups.flatMap((group) => group.items)) {
    const slider = state.sliders.get(code);
    slider?.classList.toggle("banded", Boolean(band));
    if (!slider || !band) continue;
    const [low, high] = band;
    slider.style.setProperty("--low", percent(low));
    slider.style.setProperty("--high", percent(high));
    slider.title = `${data.labels.band} ${low.toFixed(1)} – ${high.toFixed(1)}`;
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
  root.replaceChildren(total);
  for (const group of groups) {
    root.append(
      heading(group, state, labels.same),
      ...group.items.map((item) => row(item, group, state, panel)),
    );
  }
}

/**
 * @param {Group} group
 * @param {State} state
 * @param {string} same what is said of a class whose sum is where it was
 * @returns {HTMLElement} a class, its sum and how far that is from the start
 */
function heading(group, state, same) {
  const line = el("div", "group");
  const colour = el("i");
  const points = el("span");
  const change = el("span", "change");
  colour.style.background = group.colour;
  line.append(colour, el("span", "", group.label), points, change);
  state.shows.push(() => {
    const now = group.items.reduce((sum, item) => sum + state.weights[item.code], 0);
    const moved = now - group.items.reduce((sum, item) => sum + item.start, 0);
    const size = Math.abs(moved);
    points.textContent = now.toFixed(1);
    change.textContent = size < 0.05 ? same : (moved > 0 ? "+" : "−") + size.toFixed(1);
  });
  return line;
}
