// What the components share: elements, figures and arrows as bankers write them, the state between two
// drawings, and the one event that a component sends to another.

/**
 * What Streamlit hands to a component each time it draws it (components v2).
 *
 * @template Data what Python gave
 * @template {object} [Sent={}] what goes back to Python, by name
 * @typedef {object} Component
 * @property {Data} data
 * @property {ParentNode} parentElement the shadow root in which the component stands, styles included
 * @property {<Name extends keyof Sent>(name: Name, value: Sent[Name]) => void} setStateValue
 * @property {<Name extends keyof Sent>(name: Name, value: Sent[Name]) => void} setTriggerValue
 */

/** @typedef {[name: string, colour: string]} LegendEntry what a colour stands for */

/** @typedef {"up" | "down" | "dash"} Way a class of the style sheet: more, less, or nothing to tell */

/**
 * @typedef {object} MovedWeights what the weight panel sends while a weight is dragged
 * @property {string} revision the panel's revision
 * @property {Record<string, number>} weights points by indicator code
 */

export const DASH = "–";
const SVG = "http://www.w3.org/2000/svg";
const WEIGHTS_EVENT = "steelyard-weights";

/**
 * An HTML element; its text is set as text, so that nothing from the data becomes HTML.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [className]
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

/**
 * A field with the name by which it is read out.
 *
 * @param {string} type
 * @param {string} label
 * @returns {HTMLInputElement}
 */
export function input(type, label) {
  const node = el("input");
  node.type = type;
  node.setAttribute("aria-label", label);
  return node;
}

/**
 * An SVG element with attributes and, perhaps, text.
 *
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 * @param {string} [text]
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, attributes, text) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  if (text !== undefined) node.textContent = text;
  return node;
}

/**
 * Have a screen reader read an element as one image, in these words.
 *
 * @param {Element} node
 * @param {string} label
 */
export function describeAsImage(node, label) {
  node.setAttribute("role", "img");
  node.setAttribute("aria-label", label);
}

/**
 * Let a row be opened by a click, or by Enter where the row itself (not a button in it) has the focus.
 *
 * @param {HTMLElement} row
 * @param {() => void} open
 */
export function makeOpenable(row, open) {
  row.tabIndex = 0;
  row.onclick = open;
  row.onkeydown = (event) => {
    if (event.key === "Enter" && event.target === row) open();
  };
}

/**
 * One entry a colour: a mark and its name.
 *
 * @param {LegendEntry[]} legend
 * @returns {HTMLElement[]}
 */
export function legendEntries(legend) {
  return legend.map(([name, colour]) => {
    const entry = el("span");
    const mark = el("i");
    mark.style.background = colour;
    entry.append(mark, name);
    return entry;
  });
}

/**
 * A number with separated thousands.
 *
 * @param {number} value
 * @param {number} [decimals]
 * @returns {string}
 */
export function figure(value, decimals = 2) {
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return value.toLocaleString("en-US", options).replace("-", "−");
}

/**
 * A change as ▲size or ▼size and the class that colours it; a dash where nothing changed.
 *
 * @param {number} value its sign counts
 * @param {string} size how large it is, in words of the reader
 * @returns {[text: string, way: Way]}
 */
export function change(value, size) {
  if (value > 0) return [`▲${size}`, "up"];
  if (value < 0) return [`▼${size}`, "down"];
  return [DASH, "dash"];
}

/**
 * The element that a component draws in.
 *
 * @param {ParentNode} parentElement
 * @returns {HTMLElement}
 */
export function rootOf(parentElement) {
  const root = parentElement.querySelector(".root");
  if (!(root instanceof HTMLElement)) throw new Error("no .root in the component's HTML");
  return root;
}

/**
 * The state of a component from one drawing to the next, made at the first: one for each element that it
 * draws in, collected with that element.
 *
 * @template State
 * @param {WeakMap<HTMLElement, State>} states
 * @param {HTMLElement} root
 * @param {() => State} create
 * @returns {State}
 */
export function stateOf(states, root, create) {
  const known = states.get(root);
  if (known !== undefined) return known;
  const created = create();
  states.set(root, created);
  return created;
}

/**
 * Send the weights to whatever draws by them.
 *
 * @param {MovedWeights} moved
 */
export function announceWeights(moved) {
  globalThis.dispatchEvent(new CustomEvent(WEIGHTS_EVENT, { detail: moved }));
}

/**
 * Call a function whenever weights move.
 *
 * @param {(moved: MovedWeights) => void} handler
 * @returns {() => void} ends it
 */
export function onWeights(handler) {
  /** @param {Event} event */
  const listener = (event) => {
    if (event instanceof CustomEvent) handler(event.detail);
  };
  globalThis.addEventListener(WEIGHTS_EVENT, listener);
  return () => globalThis.removeEventListener(WEIGHTS_EVENT, listener);
}
