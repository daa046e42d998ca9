// The preview's arithmetic: what scoring.sheet does from indicator scores to ranks, in the browser, while a
// slider moves. On release the engine's own figures replace it; tests/browser/test_parity.py holds the two
// together.

/**
 * What the preview works on: n people in the order of the sheet, m indicators.
 *
 * @typedef {object} Model
 * @property {number[][]} scores n × m points, with the stand-ins of the policy for what is missing
 * @property {boolean[][]} there n × m: measured
 * @property {boolean[]} gaps n: lacks something that others have
 * @property {boolean[]} held m: somebody has it
 * @property {number[]} groups m: number of the indicator's class
 * @property {number} classes how many classes there are
 * @property {boolean} inClass what a person lacks goes to the rest of its class (otherwise to all)
 * @property {number[]} offsets n: points added or deducted
 * @property {number[]} ceilings n: no total is above
 * @property {boolean[]} ranked n: has a place in the ranking, given a total
 * @property {boolean[]} blocked n: lacks something under a scheme that then gives no total
 * @property {Covered | null} covered null: nobody lacks anything
 * @property {number} decimals of a total
 */

/**
 * How much of the weight that is due must have data for a total.
 *
 * @typedef {object} Covered
 * @property {boolean[][]} due n × m
 * @property {boolean[][]} available n × m: due and measured
 * @property {number} least share of the weight that is due
 */

/**
 * @typedef {object} Totals everybody's figures, in the order of the model
 * @property {(number | null)[]} totals as shown; null: none
 * @property {(number | null)[]} ranks null: unranked
 * @property {ArrayLike<number>[]} parts points by class
 */

/**
 * Weights after what nobody has went to the rest of its class, and a class without anything to the others.
 *
 * @param {number[]} weights
 * @param {Model} model
 * @returns {number[]} with the same sum
 */
function sharedWeights(weights, model) {
  const { groups, classes, held } = model;
  const whole = new Float64Array(classes);
  const there = new Float64Array(classes);
  weights.forEach((w, j) => {
    whole[groups[j]] += w;
    if (held[j]) there[groups[j]] += w;
  });
  const spread = weights.map((w, j) => {
    const g = groups[j];
    return held[j] && there[g] > 0 ? (w * whole[g]) / there[g] : 0;
  });
  const sum = spread.reduce((a, b) => a + b, 0);
  const total = weights.reduce((a, b) => a + b, 0);
  return sum > 0 ? spread.map((w) => (w * total) / sum) : spread;
}

/**
 * One person's weights: what the person lacks goes to the class (or, by policy, to all that is there).
 *
 * @param {number[]} shared
 * @param {boolean[]} there
 * @param {Model} model
 * @returns {Float64Array} with the same sum
 */
function effectiveWeights(shared, there, model) {
  const { groups, classes, inClass } = model;
  const own = new Float64Array(shared.length);
  const whole = new Float64Array(classes);
  const held = new Float64Array(classes);
  let total = 0;
  shared.forEach((w, j) => {
    total += w;
    whole[groups[j]] += w;
    if (there[j]) held[groups[j]] += w;
  });
  let sum = 0;
  shared.forEach((w, j) => {
    const g = groups[j];
    if (!there[j]) return;
    if (!inClass) own[j] = w;
    else if (held[g] > 0) own[j] = (w * whole[g]) / held[g];
    sum += own[j];
  });
  return own.map((w) => (sum > 0 ? (w * total) / sum : 0));
}

/**
 * @param {number[]} weights
 * @param {boolean[]} some
 * @returns {number} the points of some of the weights
 */
function sumOf(weights, some) {
  return weights.reduce((sum, w, j) => (some[j] ? sum + w : sum), 0);
}

/**
 * @param {Model} model
 * @param {number[]} weights
 * @param {number} i
 * @returns {boolean} whether enough of a person's weight has data
 */
function isCovered({ blocked, covered }, weights, i) {
  if (blocked[i]) return false;
  if (!covered) return true;
  const due = sumOf(weights, covered.due[i]);
  return !(due > 0) || sumOf(weights, covered.available[i]) / due >= covered.least;
}

/**
 * Snapped to 9 decimals (half to even, as numpy does), then half up.
 *
 * @param {number} total
 * @param {number} decimals
 * @returns {number} a whole number of 10^-decimals
 */
function rankKey(total, decimals) {
  const scaled = total * 1e9;
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const snapped = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  const unit = 10 ** (9 - decimals);
  return Math.floor((snapped + Math.floor(unit / 2)) / unit);
}

/**
 * Places by key, the highest first; equal keys share a place and leave out the next.
 *
 * @param {ArrayLike<number>} keys
 * @param {boolean[]} ranked
 * @returns {(number | null)[]}
 */
function places(keys, ranked) {
  const order = Array.from(keys, (_, i) => i).filter((i) => ranked[i]).sort((a, b) => keys[b] - keys[a]);
  /** @type {(number | null)[]} */
  const ranks = new Array(keys.length).fill(null);
  order.forEach((i, place) => {
    const above = order[place - 1];
    ranks[i] = place && keys[i] === keys[above] ? ranks[above] : place + 1;
  });
  return ranks;
}

/**
 * Everybody's figures under other weights.
 *
 * @param {Model} model
 * @param {number[]} weights points, in the order of the model's indicators
 * @returns {Totals & { exact: Float64Array }} `exact`: totals that are not rounded, NaN where there is none
 */
export function preview(model, weights) {
  const shared = sharedWeights(weights, model);
  const n = model.scores.length;
  const exact = new Float64Array(n);
  const keys = new Float64Array(n);
  const parts = [];
  for (let i = 0; i < n; i++) {
    const scores = model.scores[i];
    const own = model.gaps[i] ? effectiveWeights(shared, model.there[i], model) : shared;
    const part = new Float64Array(model.classes);
    parts.push(part);
    exact[i] = NaN;
    if (!isCovered(model, weights, i) || !own.some((w) => w > 0)) continue;
    let mean = 0;
    for (let j = 0; j < own.length; j++) {
      const points = own[j] > 0 ? (own[j] * scores[j]) / 100 : 0;
      mean += points;
      part[model.groups[j]] += points;
    }
    exact[i] = Math.min(Math.max(mean + model.offsets[i], 0), model.ceilings[i]);
    keys[i] = rankKey(exact[i], model.decimals);
  }
  const there = Array.from(exact, (total) => !Number.isNaN(total));
  const totals = Array.from(keys, (whole, i) => (there[i] ? whole / 10 ** model.decimals : null));
  return { exact, totals, ranks: places(keys, model.ranked.map((ranked, i) => ranked && there[i])), parts };
}
