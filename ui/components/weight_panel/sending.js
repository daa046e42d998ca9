// What is sent to Python is remembered until Python says that it has it.

/** @import { Locked, Moved, Panel, WeightPanel } from "./index.js" */

/** @typedef {{ moved: Moved, locked: Locked }} Sent */

/**
 * What was sent last of each kind, by any panel of this tab. Streamlit loads this module anew for every panel
 * that it puts on a page: what is to outlive the page stands in the window.
 *
 * @type {Partial<Sent>}
 */
const waiting =
  Object.assign(window, { steelyardSent: Reflect.get(window, "steelyardSent") ?? {} }).steelyardSent;

/**
 * @template {keyof Sent} Kind
 * @param {Panel} panel
 * @param {Kind} kind
 * @param {Sent[Kind]} value
 */
export function send(panel, kind, value) {
  Object.assign(waiting, { [kind]: value });
  panel.setStateValue(kind, value);
}

/**
 * What Python has need not be sent again.
 *
 * @param {WeightPanel["heard"]} names
 */
export function heard(names) {
  if (waiting.moved?.move === names.moved) delete waiting.moved;
  if (waiting.locked?.move === names.locked) delete waiting.locked;
}

/**
 * @param {WeightPanel} data
 * @returns {Partial<Sent>} what of this panel's last moves Python does not have
 */
export function unheard({ revision, heard: names }) {
  const { moved, locked } = waiting;
  return {
    ...(moved?.revision === revision && moved.move !== names.moved && { moved }),
    ...(locked?.revision === revision && locked.move !== names.locked && { locked }),
  };
}
