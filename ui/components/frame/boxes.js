// Boxes of a fixed height scroll when they are full: the keyboard must reach them, and a screen reader say which one it is.

const BOX = '[class*="st-key-box-"]:not([tabindex])';

/** Makes every box that is not yet one a place to go to, called by its first words in bold. */
function reachable() {
  for (const box of document.querySelectorAll(BOX)) {
    box.setAttribute("tabindex", "0");
    box.setAttribute("role", "region");
    box.setAttribute("aria-label", box.querySelector("strong")?.textContent ?? "");
  }
}

// Streamlit runs this text again with every drawing of the page.
if (!document.documentElement.dataset.steelyardBoxes) {
  document.documentElement.dataset.steelyardBoxes = "watched";
  new MutationObserver(reachable).observe(document.body, { childList: true, subtree: true });
}
reachable();
