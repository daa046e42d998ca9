// Everybody as a bar made of its parts, re-ordered while a weight is dragged. Rows keep their element, so
// that nothing flickers; only rows in sight are painted. What is shown while dragging is a preview (see
// engine.js).
import { onWeights, rootOf, stateOf } from "../common.js";
import { preview } from "./engine.js";
import { label, makeFrame } from "./frame.js";
import { comesOrGoes, hasMoved, inTeam, SORTS, visibleOrder } from "./order.js";
import { fillRow, makeRow } from "./row.js";

/** @import { Component, LegendEntry, MovedWeights } from "../common.js" */
/** @import { Model, Totals } from "./engine.js" */
/** @import { Frame } from "./frame.js" */
/** @import { Sort } from "./order.js" */
/** @import { Content, Person, Row, Words } from "./row.js" */

/**
 * @typedef {object} LiveRanking the data
 * @property {Person[]} people in the order of the model
 * @property {Totals} official the engine's own figures, in the same order
 * @property {Model | null} model null: no preview, the rows move on release only
 * @property {string[]} codes of the indicators, in the order of the model
 * @property {string} revision of the weight panel whose weights count
 * @property {boolean} only those who move are shown
 * @property {boolean} hidden names are: places, totals and parts, by which anybody could match them, are too
 * @property {number} scale points of a bar of full width
 * @property {LegendEntry[]} classes what the parts of a bar stand for, in their order
 * @property {LegendEntry[]} legend those that are in use
 * @property {[id: string, name: string][]} teams
 * @property {Words} words
 * @property {string} label what is read out for the list
 */

/**
 * @typedef {object} Live
 * @property {Frame} frame
 * @property {Map<string, Row>} rows by person
 * @property {Set<string>} pinned people who stay on top
 * @property {string} team the one shown; empty: all
 * @property {Sort} sort
 * @property {LiveRanking} data
 * @property {Totals} shown the figures on the screen
 * @property {number[]} order people from top to bottom
 * @property {number[] | null} waiting weights to show in the next frame of the screen
 * @property {(id: string) => void} open
 * @property {() => void} unsubscribe from the panel's weights
 */

const ROW = 31;

/** @type {WeakMap<HTMLElement, Live>} */
const states = new WeakMap();

/** @param {Component<LiveRanking, { opened: string }>} component */
export default function ({ data, parentElement, setTriggerValue }) {
  const root = rootOf(parentElement);
  const live = stateOf(states, root, () => begin(root, data));
  live.open = (id) => setTriggerValue("opened", id);
  // Rows are made of the classes: with others, or in another language, they are made anew.
  if (JSON.stringify(live.data.classes) !== JSON.stringify(data.classes)) discard(live, () => true);
  live.data = data;
  live.waiting = null;
  label(live);
  paint(live, data.official);
  // Each drawing listens for itself: Streamlit may clean up one that was overtaken after the next has begun.
  live.unsubscribe();
  const stop = onWeights((moved) => follow(live, moved));
  live.unsubscribe = stop;
  return stop;
}

/**
 * @param {HTMLElement} root
 * @param {LiveRanking} data
 * @returns {Live}
 */
function begin(root, data) {
  const frame = makeFrame(root);
  /** @type {Live} */
  const live = {
    frame,
    rows: new Map(),
    pinned: new Set(),
    team: "",
    sort: "rank",
    data,
    shown: data.official,
    order: [],
    waiting: null,
    open: () => {},
    unsubscribe: () => {},
  };
  frame.team.onchange = () => {
    live.team = frame.team.value;
    paint(live, live.shown);
  };
  frame.sort.onchange = () => {
    live.sort = SORTS.find((sort) => sort === frame.sort.value) ?? "rank";
    paint(live, live.shown);
  };
  frame.scroll.onscroll = () => show(live);
  return live;
}

/**
 * Follow the panel: one preview in each frame of the screen, by the last weights.
 *
 * @param {Live} live
 * @param {MovedWeights} moved
 */
function follow(live, { revision, weights }) {
  if (revision !== live.data.revision) return;
  if (!live.data.model) {
    // Nothing here can follow the hand: say that the figures wait for it to let go.
    live.frame.status.textContent = live.data.words.waits;
    return;
  }
  const requested = live.waiting !== null;
  live.waiting = live.data.codes.map((code) => weights[code]);
  if (requested) return;
  requestAnimationFrame(() => {
    const { waiting, data } = live;
    live.waiting = null;
    if (waiting && data.model) paint(live, preview(data.model, waiting));
  });
}

/**
 * Put these figures on the screen.
 *
 * @param {Live} live
 * @param {Totals} figures
 */
function paint(live, figures) {
  const { people } = live.data;
  live.shown = figures;
  live.order = visibleOrder(live);
  live.frame.body.style.height = `${live.order.length * ROW}px`;
  const stay = new Set(live.order.map((i) => people[i].id));
  discard(live, (id) => !stay.has(id));
  live.frame.status.textContent = status(live);
  show(live);
}

/**
 * @param {Live} live
 * @returns {string} how many of the people on the list change places, and how many lose or gain a total
 */
function status(live) {
  const { people, words } = live.data;
  const some = people.map((_, i) => i).filter((i) => inTeam(live, i));
  const changed = some.filter((i) => comesOrGoes(live, i));
  const lost = changed.filter((i) => live.shown.totals[i] === null).length;
  /** @type {[string, number][]} */
  const counts = [[words.lost, lost], [words.gained, changed.length - lost]];
  const moved = some.filter((i) => hasMoved(live, i)).length;
  const told = counts.filter(([, count]) => count).map(([text, count]) => text.replace("{n}", String(count)));
  return [words.moved.replace("{n}", String(moved)), ...told].join(" · ");
}

/**
 * Take rows off the list.
 *
 * @param {Live} live
 * @param {(id: string) => boolean} gone
 */
function discard(live, gone) {
  for (const [id, row] of live.rows) {
    if (!gone(id)) continue;
    row.node.remove();
    live.rows.delete(id);
  }
}

/**
 * Put every row in its place; fill in those that can be seen.
 *
 * @param {Live} live
 */
function show(live) {
  const { scroll } = live.frame;
  const first = scroll.scrollTop - 3 * ROW;
  const last = scroll.scrollTop + scroll.clientHeight + 3 * ROW;
  live.order.forEach((i, place) => {
    const { id } = live.data.people[i];
    const top = place * ROW;
    const near = top >= first && top <= last;
    const known = live.rows.get(id);
    // What stays out of sight is moved when it comes into sight.
    if (!near && (known?.far ?? true)) return;
    const row = known ?? added(live, id);
    if (row.top !== top) row.node.style.transform = `translateY(${top}px)`;
    row.top = top;
    row.far = !near;
    row.node.style.visibility = near ? "" : "hidden";
    if (near) fillRow(row, content(live, i), live.data);
  });
}

/**
 * @param {Live} live
 * @param {string} id
 * @returns {Row} a new row in the body
 */
function added(live, id) {
  const row = makeRow(live.data.classes, {
    open: () => live.open(id),
    pin: () => {
      if (!live.pinned.delete(id)) live.pinned.add(id);
      paint(live, live.shown);
    },
  });
  live.rows.set(id, row);
  live.frame.body.append(row.node);
  return row;
}

/**
 * @param {Live} live
 * @param {number} i
 * @returns {Content}
 */
function content({ data, shown, pinned }, i) {
  const person = data.people[i];
  return {
    person,
    total: shown.totals[i],
    rank: shown.ranks[i],
    parts: shown.parts[i],
    pinned: pinned.has(person.id),
    preview: shown !== data.official,
  };
}
