// Who is shown, and in which order.

/** @import { Live } from "./index.js" */

/** @typedef {typeof SORTS[number]} Sort */

export const SORTS = /** @type {const} */ (["rank", "change", "move"]);
const LAST = 1e9;

/**
 * @param {Live} live
 * @param {number} i
 * @returns {boolean} whether this person's place is another
 */
export function hasMoved({ data, shown }, i) {
  const before = data.people[i].rank;
  const after = shown.ranks[i];
  return before !== null && after !== null && before !== after;
}

/**
 * @param {Live} live
 * @returns {number[]} who is shown, from top to bottom
 */
export function visibleOrder(live) {
  const { people, only } = live.data;
  const { ranks, totals } = live.shown;
  /** @param {number} i */
  const rank = (i) => ranks[i] ?? LAST;
  /** @type {Record<Sort, (i: number) => number>} */
  const keys = {
    rank,
    change: (i) => -Math.abs(totals[i] - people[i].before),
    move: (i) => -Math.abs((people[i].rank ?? 0) - (ranks[i] ?? 0)),
  };
  const key = keys[live.sort];
  /** @param {number} i */
  const pinned = (i) => live.pinned.has(people[i].id);
  /** @param {number} i */
  const wanted = (i) => (!live.team || people[i].team === live.team) && (!only || hasMoved(live, i));
  return people
    .map((_, i) => i)
    .filter((i) => pinned(i) || wanted(i))
    .sort((a, b) => Number(pinned(b)) - Number(pinned(a)) || key(a) - key(b) || rank(a) - rank(b) || a - b);
}
