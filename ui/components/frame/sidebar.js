// On a small screen the sidebar lies over the page: it closes once a page was chosen in it.

const NARROW = "(max-width: 768px)";

/** Closes the sidebar, should it still be open. */
function close() {
  const button = document.querySelector('[data-testid="stSidebarCollapseButton"] button');
  if (button instanceof HTMLElement && button.getAttribute("aria-expanded") === "true") button.click();
}

/** @param {MouseEvent} event */
function closeAfterChoice(event) {
  if (!(event.target instanceof Element) || !globalThis.matchMedia(NARROW).matches) return;
  // Later: where Streamlit closes it itself, a second click would open it again.
  if (event.target.closest('[data-testid="stSidebarNavLink"]')) setTimeout(close, 400);
}

// Streamlit runs this text again with every drawing of the page.
if (!document.documentElement.dataset.steelyardSidebar) {
  document.documentElement.dataset.steelyardSidebar = "watched";
  document.addEventListener("click", closeAfterChoice);
}
