// One line of the panel under the hand: its lock, its name, its slider and its number. An indicator or a class
// as a whole: both are weights that are set together, the first of them one alone.
import { announceWeights, input } from "../common.js";
import { rebalance, room, wholeOf } from "./rebalance.js";
import { send } from "./sending.js";

/** @import { Labels, Line, Panel, State } from "./index.js" */

/** Nearer than this two weights are the same. */
const SAME = 1e-9;

/**
 * Bring all elements up to date with the state.
 *
 * @param {State} state
 */
export function show(state) {
  for (const one of state.shows) one();
}

/**
 * A line's elements, which follow the state and move it.
 *
 * @param {Line} line
 * @param {State} state
 * @param {Panel} panel
 * @returns {{ lock: HTMLInputElement, slider: HTMLInputElement, number: HTMLInputElement }}
 */
export function controls(line, state, panel) {
  const { labels } = panel.data;
  const { codes, label, most } = line;
  const lock = input("checkbox", `${labels.lock} ${label}`);
  const slider = input("range", label);
  const number = input("number", `${label} ${labels.weight}`);
  lock.title = labels.lock;
  Object.assign(slider, { min: 0, max: most, step: 0.5 });
  Object.assign(number, { min: 0, max: wholeOf(state.weights), step: 0.1 });
  slider.style.setProperty("--colour", line.colour);

  slider.oninput = () => drag(state, line, Number(slider.value), labels);
  slider.onchange = () => letGo(state, line, panel, state.locked);
  slider.onpointerdown = () => newGesture(state);
  slider.onfocus = () => say(state, state.bands.get(line.id) ?? "");
  slider.onblur = () => newGesture(state);
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
    typed(state, line, number, panel);
  };
  lock.onchange = () => {
    for (const code of codes) {
      if (lock.checked) state.locked.add(code);
      else state.locked.delete(code);
    }
    say(state, "");
    show(state);
    sendLocks(state, panel);
  };
  state.shows.push(() => {
    const points = pointsOf(state, line);
    const still = codes.every((code) => state.locked.has(code));
    if (Number(slider.value) !== points) slider.value = String(points);
    if (!typing && (!focused(number) || Number(number.value) !== points)) number.value = points.toFixed(1);
    lock.checked = still;
    lock.indeterminate = !still && codes.some((code) => state.locked.has(code));
    slider.disabled = still;
  });
  return { lock, slider, number };
}

/**
 * @param {State} state
 * @param {Line} line
 * @returns {number} what a line weighs
 */
export function pointsOf({ weights }, { codes }) {
  return codes.reduce((sum, code) => sum + weights[code], 0);
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
 * The line at the foot of the panel: a range, or why something cannot be done.
 *
 * @param {State} state
 * @param {string} text
 */
function say(state, text) {
  if (state.said) state.said.textContent = text;
}

/**
 * Moves by the keys on one slider are one step to undo; what begins anew is another.
 *
 * @param {State} state
 */
function newGesture(state) {
  state.gestures += 1;
}

/**
 * The weights move here and in whatever draws by them.
 *
 * @param {State} state
 * @param {Record<string, number>} weights
 */
function move(state, weights) {
  state.weights = weights;
  show(state);
  announceWeights({ revision: state.revision, weights });
}

/**
 * @param {State} state
 * @param {Line} line
 * @param {number} points
 * @param {Labels} labels
 */
function drag(state, line, points, labels) {
  const [low, high] = room(state.weights, line.codes, state.locked);
  const outside = points < low - SAME || points > high + SAME;
  say(state, outside ? refusal(low, high, labels) : state.bands.get(line.id) ?? "");
  move(state, rebalance(state.weights, line.codes, points, state.locked));
}

/**
 * A number was typed: it holds, so it is locked; one that cannot be is refused with the reason.
 *
 * @param {State} state
 * @param {Line} line
 * @param {HTMLInputElement} number
 * @param {Panel} panel
 */
function typed(state, line, number, panel) {
  const { labels } = panel.data;
  const points = Number.parseFloat(number.value);
  // What is typed may be among the locked: it is set all the same, and stays locked.
  const locked = new Set([...state.locked].filter((code) => !line.codes.includes(code)));
  const [low, high] = room(state.weights, line.codes, locked);
  const wrong = Number.isNaN(points) || points < low - SAME || points > high + SAME;
  if (wrong) {
    say(state, Number.isNaN(points) ? labels.no_number : refusal(low, high, labels));
    show(state);
    number.value = pointsOf(state, line).toFixed(1);
    return;
  }
  newGesture(state);
  move(state, rebalance(state.weights, line.codes, points, locked));
  letGo(state, line, panel, locked, line.codes);
  newGesture(state);
}

/**
 * @param {number} low
 * @param {number} high
 * @param {Labels} labels
 * @returns {string} why a number cannot be taken
 */
function refusal(low, high, labels) {
  if (high - low < SAME) return labels.nothing_free;
  return labels.outside.replace("{low}", low.toFixed(1)).replace("{high}", high.toFixed(1));
}

/**
 * Python hears of a move when the hand lets go; of none where everything is as it was.
 *
 * @param {State} state
 * @param {Line} line
 * @param {Panel} panel
 * @param {ReadonlySet<string>} fixed what was locked meanwhile
 * @param {string[]} [holding] codes that are locked from now on
 */
function letGo(state, line, panel, fixed, holding = []) {
  const same = Object.entries(state.weights).every(([code, w]) => Math.abs(w - state.known[code]) < SAME);
  const stayed = [...fixed];
  for (const code of holding) state.locked.add(code);
  show(state);
  if (same) {
    if (holding.length) sendLocks(state, panel);
    return;
  }
  if (holding.length) say(state, panel.data.labels.held.replace("{name}", line.label));
  state.known = state.weights;
  send(panel, "moved", {
    changed: line.codes,
    points: pointsOf(state, line),
    weights: state.weights,
    fixed: stayed,
    locked: [...state.locked],
    revision: state.revision,
    move: nextMove(state),
    gesture: `${state.mount} ${state.gestures}`,
  });
}

/**
 * @param {State} state
 * @returns {string} a name that nothing else that was sent has
 */
function nextMove(state) {
  state.moves += 1;
  return `${state.mount} ${state.moves}`;
}

/**
 * @param {State} state
 * @param {Panel} panel
 */
function sendLocks(state, panel) {
  send(panel, "locked", {
    codes: [...state.locked],
    revision: state.revision,
    move: nextMove(state),
  });
}
