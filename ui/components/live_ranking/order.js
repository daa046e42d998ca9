// Who is shown, and in which order.

/** @import { Live } from "./index.js" */

/** @typedef {typeof SORTS[number]} Sort */

export const SORTS = /** @type {const} */ (["rank", "change", "move"]);
const LAST = 1e9;

/**
 * @param {Live} live
 * @returns {readonly Sort[]} the orders on offer: where places are hidden, none that would tell them
 */
export function sortsOf({ data }) {
  return data.hidden ? SORTS.filter((sort) => sort !== "rank") : SORTS;
}

/**
 * @param {Live} live
 * @param {number} i
 * @returns {boolean} whether this person loses the total, or comes to have one
 */
export function comesOrGoes({ data, shown }, i) {
  return (data.people[i].before === null) !== (shown.totals[i] === null);
}

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
 * @param {number} i
 * @returns {boolean} whether this person is among those the team filter leaves
 */
export function inTeam(live, i) {
  return !live.team || live.data.people[i].team === live.team;
}

/**
 * @param {Live} live
 * @returns {number[]} who is shown, from top to bottom
 */
export function visibleOrder(live) {
  const { people, only, hidden } = live.data;
  const { ranks, totals } = live.shown;
  /** @param {number} i */
  const rank = (i) => ranks[i] ?? LAST;
  /** @param {number} i */
  const without = (i) => Number(people[i].before === null && totals[i] === null);
  /** @param {number} i */
  const points = (i) => comesOrGoes(live, i) ? LAST : Math.abs((totals[i] ?? 0) - (people[i].before ?? 0));
  /** @param {number} i */
  const places = (i) => comesOrGoes(live, i) ? LAST : Math.abs((people[i].rank ?? 0) - (ranks[i] ?? 0));
  /** @type {Record<Sort, (i: number) => number>} */
  const keys = {
    rank: (i) => comesOrGoes(live, i) ? (people[i].rank ?? rank(i)) : rank(i),
    change: (i) => -points(i),
    move: (i) => -places(i),
  };
  const sort = hidden && live.sort === "rank" ? "change" : live.sort;
  const key = keys[sort];
  /** @param {number} i */
  const pinned = (i) => live.pinned.has(people[i].id);
  /** @param {number} i */
  const wanted = (i) => inTeam(live, i) && (!only || hasMoved(live, i) || comesOrGoes(live, i));
  /**
   * @param {number} a
   * @param {number} b
   */
  const tied = (a, b) => hidden ? people[a].name.localeCompare(people[b].name) : rank(a) - rank(b) || a - b;
  return people
    .map((_, i) => i)
    .filter((i) => pinned(i) || wanted(i))
    .sort((a, b) =>
      Number(pinned(b)) - Number(pinned(a)) || without(a) - without(b) || key(a) - key(b) || tied(a, b)
    );
}
