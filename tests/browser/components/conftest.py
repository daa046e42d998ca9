"""One component by itself, in a page without Streamlit: what a demo branch does not bring about."""

import pytest

from ui import components

# A component as Streamlit draws it: a module from a text, in a shadow root. `draw` gives back its cleanup.
STAGE = """
async ([script, css]) => {
  document.body.replaceChildren();
  const module = await import(URL.createObjectURL(new Blob([script], { type: "text/javascript" })));
  const shadow = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  const style = document.createElement("style");
  style.textContent = css;
  const root = document.createElement("div");
  root.className = "root";
  shadow.append(style, root);
  window.sent = [];
  const send = (name, value) => window.sent.push([name, value]);
  const given = { name: "", key: "", parentElement: shadow, setStateValue: send, setTriggerValue: send };
  window.root = root;
  window.draw = (data) => module.default({ ...given, data });
  window.weights = (weights) => {
    const detail = { revision: "r", weights };
    window.dispatchEvent(new CustomEvent("steelyard-weights", { detail }));
  };
  window.nextFrames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}
"""


@pytest.fixture
def stage(chromium):
    """A function that puts one component on an empty page; a script that fails there fails the test."""
    tab = chromium.new_page(viewport={"width": 900, "height": 700})
    wrong = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))

    def put(name):
        css = (components.FOLDER / name / "style.css").read_text(encoding="utf-8")
        tab.evaluate(STAGE, [components.script(f"{name}/index.js"), css])
        return tab

    yield put
    tab.close()
    assert wrong == []
