// The panel's preview of scoring.weights.rebalance; tests/browser/test_parity.py holds the two together.

/**
 * One weight set: the unlocked others keep their proportions and the sum stays 100; where the others were all
 * 0, what is left is shared equally among them. What is wanted is held between 0 and what the locked ones
 * leave, and where nothing else is free the weight takes just that.
 *
 * @param {Record<string, number>} weights points by code, 100 together
 * @param {string} code the weight that is set
 * @param {number} wanted its points
 * @param {ReadonlySet<string>} locked codes that stay; the one that is set counts as unlocked
 * @returns {Record<string, number>} all weights
 */
export function rebalance(weights, code, wanted, locked) {
  const fixed = [...locked].filter((c) => c !== code).reduce((sum, c) => sum + weights[c], 0);
  const others = Object.keys(weights).filter((c) => c !== code && !locked.has(c));
  // A sum of locked weights may be a binary hair above 100; no weight is below 0.
  const room = Math.max(100 - fixed, 0);
  const set = others.length ? Math.min(Math.max(wanted, 0), room) : room;
  const held = others.reduce((sum, c) => sum + weights[c], 0);
  const next = { ...weights, [code]: set };
  for (const c of others) {
    next[c] = held > 0 ? (weights[c] / held) * (room - set) : (room - set) / others.length;
  }
  return next;
}
