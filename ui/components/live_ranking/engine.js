// The preview's arithmetic: what scoring.sheet does from indicator scores to ranks, in the browser, while a
// slider moves. On release the engine's own figures replace it; tests/browser/test_parity.py holds the two together.

// Weights after what nobody has (held) went to the rest of its class, and a class without anything to the others.
function common(weights, model) {
  const { groups, classes, held } = model;
  const whole = new Float64Array(classes), there = new Float64Array(classes);
  weights.forEach((w, j) => { whole[groups[j]] += w; if (held[j]) there[groups[j]] += w; });
  const spread = weights.map((w, j) => (held[j] && there[groups[j]] > 0 ? (w * whole[groups[j]]) / there[groups[j]] : 0));
  const sum = spread.reduce((a, b) => a + b, 0), total = weights.reduce((a, b) => a + b, 0);
  return sum > 0 ? spread.map((w) => (w * total) / sum) : spread;
}

// One person's weights: what the person lacks goes to the class (or, by policy, to all that is there).
function effective(shared, there, model) {
  const { groups, classes, inClass } = model, m = shared.length, own = new Float64Array(m);
  const whole = new Float64Array(classes), held = new Float64Array(classes);
  let total = 0;
  for (let j = 0; j < m; j++) {
    total += shared[j];
    whole[groups[j]] += shared[j];
    if (there[j]) held[groups[j]] += shared[j];
  }
  let sum = 0;
  for (let j = 0; j < m; j++) {
    if (!there[j]) continue;
    own[j] = inClass ? (held[groups[j]] > 0 ? (shared[j] * whole[groups[j]]) / held[groups[j]] : 0) : shared[j];
    sum += own[j];
  }
  for (let j = 0; j < m; j++) own[j] = sum > 0 ? (own[j] * total) / sum : 0;
  return own;
}

// Snapped to 9 decimals (half to even, as numpy does), then half up, as whole numbers of 10^-decimals.
function key(total, decimals) {
  const scaled = total * 1e9, floor = Math.floor(scaled), rest = scaled - floor;
  const snapped = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  const unit = 10 ** (9 - decimals);
  return Math.floor((snapped + Math.floor(unit / 2)) / unit);
}

// Totals, ranks and class parts of everybody under `weights` (points, in the order of the model's indicators).
function preview(model, weights) {
  const shared = common(weights, model), n = model.scores.length;
  const exact = new Float64Array(n), keys = new Float64Array(n), parts = [];
  for (let i = 0; i < n; i++) {
    const own = model.gaps[i] ? effective(shared, model.there[i], model) : shared, scores = model.scores[i];
    const part = new Float64Array(model.classes);
    let mean = 0;
    for (let j = 0; j < own.length; j++) {
      const points = own[j] > 0 ? (own[j] * scores[j]) / 100 : 0;
      mean += points;
      part[model.groups[j]] += points;
    }
    exact[i] = Math.min(Math.max(mean + model.offsets[i], 0), model.ceilings[i]);
    keys[i] = key(exact[i], model.decimals);
    parts.push(part);
  }
  const order = [...keys.keys()].filter((i) => model.ranked[i]).sort((a, b) => keys[b] - keys[a]);
  const ranks = new Array(n).fill(null);
  order.forEach((i, place) => { ranks[i] = place && keys[i] === keys[order[place - 1]] ? ranks[order[place - 1]] : place + 1; });
  return { exact, totals: Array.from(keys, (k) => k / 10 ** model.decimals), ranks, parts };
}
