// The panel's preview of scoring.weights.rebalance and scoring.weights.set_group; tests/browser/test_parity.py
// holds the two together.

/**
 * @param {Record<string, number>} weights
 * @param {Iterable<string>} codes
 * @returns {number}
 */
function sumOf(weights, codes) {
  let sum = 0;
  for (const code of codes) sum += weights[code];
  return sum;
}

/**
 * What all weights are together, without the binary hairs of single ones.
 *
 * @param {Record<string, number>} weights points by code
 * @returns {number} 100, or the points of the scheme
 */
export function wholeOf(weights) {
  return Number(sumOf(weights, Object.keys(weights)).toFixed(6));
}

/**
 * What some weights may be together, at least and at most: they cannot go below what is locked among them, nor
 * take more than the unlocked others have; where nothing else is free they stay where they are.
 *
 * @param {Record<string, number>} weights points by code
 * @param {string[]} codes the weights that are set together
 * @param {ReadonlySet<string>} locked codes that stay, also among those that are set
 * @returns {[low: number, high: number]}
 */
export function room(weights, codes, locked) {
  const others = Object.keys(weights).filter((code) => !codes.includes(code));
  const free = others.filter((code) => !locked.has(code));
  // A sum of locked weights may be a binary hair above the whole; no weight is below 0.
  const high = Math.max(wholeOf(weights) - sumOf(weights, others.filter((code) => locked.has(code))), 0);
  const still = sumOf(weights, codes.filter((code) => locked.has(code)));
  if (codes.every((code) => locked.has(code))) return [still, still];
  return free.length ? [still, high] : [high, high];
}

/**
 * Points shared in proportion to the weights, equally where all of these are 0.
 *
 * @param {Record<string, number>} weights
 * @param {string[]} codes
 * @param {number} points
 * @returns {Record<string, number>}
 */
function shared(weights, codes, points) {
  const held = sumOf(weights, codes);
  return Object.fromEntries(
    codes.map((code) => [code, held > 0 ? (weights[code] / held) * points : points / codes.length]),
  );
}

/**
 * Some weights set together, each in its proportion among them; the unlocked others keep theirs and the sum
 * stays. What is wanted is held within the room there is.
 *
 * @param {Record<string, number>} weights points by code
 * @param {string[]} codes the weights that are set together: one, or a class
 * @param {number} wanted their points together
 * @param {ReadonlySet<string>} locked codes that stay, also among those that are set
 * @returns {Record<string, number>} all weights
 */
export function rebalance(weights, codes, wanted, locked) {
  const own = codes.filter((code) => !locked.has(code));
  if (!own.length) return { ...weights };
  const [low, high] = room(weights, codes, locked);
  const set = Math.min(Math.max(wanted, low), high);
  const others = Object.keys(weights).filter((code) => !codes.includes(code) && !locked.has(code));
  const still = sumOf(weights, codes.filter((code) => locked.has(code)));
  return {
    ...weights,
    ...shared(weights, own, Math.max(set - still, 0)),
    ...shared(weights, others, high - set),
  };
}
