// One indicator under the hand: its lock, its name, its slider and its number.
import { announceWeights, el } from "../common.js";
import { rebalance } from "./rebalance.js";

/** @import { Group, Item, Panel, State } from "./index.js" */

/**
 * Bring all elements up to date with the state.
 *
 * @param {State} state
 */
export function show(state) {
  for (const one of state.shows) one();
}

/**
 * @param {string} type
 * @param {string} label what is read out
 * @returns {HTMLInputElement}
 */
function input(type, label) {
  const node = el("input");
  node.type = type;
  node.setAttribute("aria-label", label);
  return node;
}

/**
 * @param {HTMLInputElement} node
 * @param {number} max
 * @param {number} step
 */
function limit(node, max, step) {
  Object.assign(node, { min: 0, max, step });
}

/**
 * @param {Item} item
 * @param {Group} group
 * @param {State} state
 * @param {Panel} panel
 * @returns {HTMLElement}
 */
export function row(item, group, state, panel) {
  const { labels } = panel.data;
  const { code } = item;
  const line = el("div", "item");
  const lock = input("checkbox", `${labels.lock} ${item.label}`);
  const label = el("label", "", item.label);
  const slider = input("range", item.label);
  const number = input("number", `${item.label} ${labels.weight}`);
  lock.title = labels.lock;
  label.title = `${code} ${item.label}`;
  limit(slider, 50, 0.5);
  limit(number, 100, 0.1);
  slider.dataset.code = code;
  slider.style.setProperty("--colour", group.colour);
  state.sliders.set(code, slider);
  line.append(lock, label, slider, number);

  slider.oninput = () => move(state, code, Number(slider.value));
  slider.onchange = () => letGo(state, code, panel);
  // Half a number is left alone: the page may be drawn again while it is being typed.
  let typing = false;
  number.oninput = () => {
    typing = true;
  };
  number.onblur = () => {
    typing = false;
    show(state);
  };
  number.onchange = () => {
    typing = false;
    move(state, code, Number.parseFloat(number.value));
    letGo(state, code, panel);
  };
  lock.onchange = () => {
    if (lock.checked) state.locked.add(code);
    else state.locked.delete(code);
    show(state);
    panel.setStateValue("locked", [...state.locked]);
  };
  state.shows.push(() => {
    const weight = state.weights[code];
    const still = state.locked.has(code);
    if (Number(slider.value) !== weight) slider.value = String(weight);
    if (!typing && (!focused(number) || Number(number.value) !== weight)) number.value = weight.toFixed(1);
    lock.checked = still;
    slider.disabled = still;
    number.disabled = still;
  });
  return line;
}

/**
 * @param {HTMLElement} node
 * @returns {boolean} whether it has the focus, in the shadow root in which it stands
 */
function focused(node) {
  const tree = node.getRootNode();
  return tree instanceof ShadowRoot && tree.activeElement === node;
}

/**
 * One weight moves and the others give way, here and in whatever draws by the weights.
 *
 * @param {State} state
 * @param {string} code
 * @param {number} points
 */
function move(state, code, points) {
  if (!Number.isNaN(points)) state.weights = rebalance(state.weights, code, points, state.locked);
  show(state);
  if (!Number.isNaN(points)) announceWeights({ revision: state.revision, weights: state.weights });
}

/**
 * Python hears of a move when the hand lets go.
 *
 * @param {State} state
 * @param {string} code
 * @param {Panel} panel
 */
function letGo(state, code, panel) {
  state.moves += 1;
  panel.setStateValue("moved", {
    changed: code,
    weight: state.weights[code],
    weights: state.weights,
    locked: [...state.locked],
    revision: state.revision,
    move: `${state.mount} ${state.moves}`,
  });
}
