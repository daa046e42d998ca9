// Which changes of the address are steps that "back" goes back over; stands in the first page, before Streamlit.
//
// Streamlit makes a step of every change. But where a page writes into the address what it shows, or the start
// address becomes that of the first page, nobody did anything: going back would lead to where one already is.

/** @type {{ base?: string }} */
const place = document.currentScript?.dataset ?? {};

/** Whether somebody did something since the address last changed. */
let hand = false;
for (const kind of ["pointerdown", "keydown"]) {
  addEventListener(kind, () => (hand = true), { capture: true, passive: true });
}

const push = history.pushState.bind(history);

/** @type {History["pushState"]} */
history.pushState = (state, unused, url) => {
  const to = new URL(url ?? location.href, location.href);
  const another = to.pathname !== location.pathname;
  const step = another ? location.pathname !== place.base : hand && to.href !== location.href;
  hand = false;
  if (step) push(state, unused, url);
  else history.replaceState(state, unused, url);
};
