// Weights under the hand: a moved weight takes from or gives to the unlocked others in proportion, so
// that the sum stays 100. This is a preview; the engine does it again when the hand lets go.
function el(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function rebalance(weights, code, wanted, locked) {
  const fixed = [...locked].filter((c) => c !== code).reduce((sum, c) => sum + weights[c], 0);
  const others = Object.keys(weights).filter((c) => c !== code && !locked.has(c));
  const room = 100 - fixed;
  const set = others.length ? Math.min(Math.max(wanted, 0), room) : room;
  const held = others.reduce((sum, c) => sum + weights[c], 0);
  const next = { ...weights, [code]: set };
  for (const c of others) next[c] = held > 0 ? (weights[c] / held) * (room - set) : (room - set) / others.length;
  return next;
}

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const root = parentElement.querySelector(".root");
  const items = data.groups.flatMap((group) => group.items);
  // Moves are numbered anew each time the panel is put on a page: the mount keeps their names apart.
  const state = (root.state ??= { mount: `${Date.now()}-${Math.random()}`, moves: 0, locked: new Set(data.locked) });
  if (state.revision !== data.revision) {
    state.revision = data.revision;
    state.weights = Object.fromEntries(items.map((i) => [i.code, i.weight]));
  }
  const shape = JSON.stringify([data.labels, data.groups.map((g) => [g.label, g.items.map((i) => [i.code, i.label])])]);
  if (state.shape !== shape) build(shape);
  state.show();
  // The range in which nobody changes place, as a stripe on the track; the engine sends a new one each time.
  for (const item of items) {
    const range = state.bandOf.get(item.code), percent = (v) => `${Math.min(100, Math.max(0, 2 * v)).toFixed(2)}%`;
    range.classList.toggle("banded", !!item.band);
    if (!item.band) continue;
    const [low, high] = item.band;
    range.style.setProperty("--low", percent(low));
    range.style.setProperty("--high", percent(high));
    range.title = `${data.labels.band} ${low.toFixed(1)} – ${high.toFixed(1)}`;
  }

  function build(newShape) {
    state.shape = newShape;
    root.replaceChildren();
    const bandOf = (state.bandOf = new Map());
    const total = el("div", "total");
    const sum = el("span");
    total.append(el("span", "", data.labels.title), sum);
    root.append(total);
    const shows = [() => { sum.textContent = `${data.labels.total} ${Object.values(state.weights).reduce((a, b) => a + b, 0).toFixed(1)}`; }];
    for (const group of data.groups) {
      const line = el("div", "group"), mark = el("i"), points = el("span"), change = el("span", "change");
      mark.style.background = group.colour;
      line.append(mark, el("span", "", group.label), points, change);
      root.append(line);
      shows.push(() => {
        const now = group.items.reduce((a, i) => a + state.weights[i.code], 0);
        const moved = now - group.items.reduce((a, i) => a + i.start, 0);
        points.textContent = now.toFixed(1);
        change.textContent = Math.abs(moved) < 0.05 ? data.labels.same : (moved > 0 ? "+" : "−") + Math.abs(moved).toFixed(1);
      });
      for (const item of group.items) root.append(row(item, group, shows, bandOf));
    }
    state.show = () => shows.forEach((show) => show());
  }

  function row(item, group, shows, bandOf) {
    const line = el("div", "item"), lock = el("input"), range = el("input"), number = el("input");
    const label = el("label", "", item.label);
    label.title = `${item.code} ${item.label}`;
    lock.type = "checkbox";
    lock.setAttribute("aria-label", `${data.labels.lock} ${item.label}`);
    lock.title = data.labels.lock;
    range.type = "range";
    Object.assign(range, { min: 0, max: 50, step: 0.5 });
    range.setAttribute("aria-label", item.label);
    range.dataset.code = item.code;
    range.style.setProperty("--colour", group.colour);
    bandOf.set(item.code, range);
    number.type = "number";
    Object.assign(number, { min: 0, max: 100, step: 0.1 });
    number.setAttribute("aria-label", `${item.label} ${data.labels.weight}`);
    const move = (value) => {
      if (Number.isNaN(value)) return state.show();
      state.weights = rebalance(state.weights, item.code, value, state.locked);
      state.show();
      // Whoever draws the ranking moves with the hand.
      window.dispatchEvent(new CustomEvent("steelyard-weights", { detail: { revision: state.revision, weights: state.weights } }));
    };
    const send = () => {
      state.moves += 1;
      setStateValue("moved", {
        changed: item.code, weight: state.weights[item.code], weights: state.weights, locked: [...state.locked],
        revision: state.revision, move: `${state.mount} ${state.moves}`,
      });
    };
    range.oninput = () => move(Number(range.value));
    range.onchange = send;
    // Half a number is left alone: the page may be drawn again while it is being typed.
    let typing = false;
    number.oninput = () => { typing = true; };
    number.onblur = () => { typing = false; state.show(); };
    number.onchange = () => { typing = false; move(Number.parseFloat(number.value)); send(); };
    lock.onchange = () => {
      if (lock.checked) state.locked.add(item.code); else state.locked.delete(item.code);
      state.show();
      setStateValue("locked", [...state.locked]);
    };
    shows.push(() => {
      const weight = state.weights[item.code], held = state.locked.has(item.code);
      if (Number(range.value) !== weight) range.value = weight;
      if (!typing && (root.getRootNode().activeElement !== number || Number(number.value) !== weight)) number.value = weight.toFixed(1);
      lock.checked = held;
      range.disabled = number.disabled = held;
    });
    line.append(lock, label, range, number);
    return line;
  }
}
