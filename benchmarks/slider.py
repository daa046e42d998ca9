"""From a key press on a slider to the repaint, in a real browser: the weight lab beside a stock app.

Run by ``python -m benchmarks``. 30 moves after 3 warm-ups; the clock runs from the key to the first
animation frame after the text that depends on the server has changed.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Locator, Page, sync_playwright

from benchmarks.serving import ROOT, served

WARM_UPS, MOVES = 3, 30
# A frame after the watched text changed; rejects after ten seconds.
REPAINT = """
(selector) => new Promise((resolve, reject) => {
  const text = () => [...document.querySelectorAll(selector)].map((n) => n.textContent).join();
  const start = performance.now(), before = text();
  let pressed = null;
  addEventListener('keydown', () => { pressed = performance.now(); }, { once: true, capture: true });
  const look = () => {
    if (text() !== before) return requestAnimationFrame(() => resolve(performance.now() - pressed));
    if (performance.now() - start > 10000) return reject(new Error('no repaint'));
    requestAnimationFrame(look);
  };
  look();
})
"""


ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def chromium() -> str | None:
    """The browser: STEELYARD_CHROMIUM, or what the machine has."""
    names = (os.environ.get("STEELYARD_CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


def measure() -> dict[str, dict[str, float]]:
    """Median and 95th percentile in milliseconds of the stock app and of the lab."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = Path(folder) / "demo.duckdb"
        subprocess.run(
            [sys.executable, "manage.py", "--db", str(database), "init", "--demo"], cwd=ROOT, check=True
        )
        browser = playwright.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        with served("benchmarks/stock_app.py", database) as address:
            page.goto(address)
            stock = moves(page, page.get_by_role("slider"), '[data-testid="stMarkdown"]')
        with served("app.py", database) as address:
            page.goto(address)
            page.get_by_role("button", name="高主任", exact=True).click()
            slider = page.locator('input[data-code="R01"]')
            slider.wait_for()
            page.wait_for_timeout(2000)
            lab = moves(page, slider, '[data-testid="stMarkdown"]')
            dragging = drag(page, slider)
        many = Path(folder) / "many.duckdb"
        size = ["--managers", "500", "--months", "13"]
        subprocess.run(
            [sys.executable, "manage.py", "--db", str(many), "init", "--demo", *size], cwd=ROOT, check=True
        )
        with served("app.py", many) as address:
            page.goto(address)
            page.get_by_role("button", name="高主任", exact=True).click()
            slider = page.locator('input[data-code="R01"]')
            slider.wait_for()
            page.wait_for_timeout(2000)
            crowd = moves(page, slider, '[data-testid="stMarkdown"]')
            crowded = drag(page, slider)
        browser.close()
    return {
        "stock": stock,
        "lab": lab,
        "lab, 500 people": crowd,
        "frame while dragging": dragging,
        "frame while dragging, 500 people": crowded,
    }


def drag(page: Page, slider: Locator) -> dict[str, float]:
    """Milliseconds between frames while the slider is dragged to and fro for 120 steps."""
    box = slider.bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 0.2 * box["width"], middle)
    page.mouse.down()
    page.evaluate(
        """() => { window.frames_ = []; let last = performance.now();
        const next = (now) => {
          window.frames_.push(now - last);
          last = now;
          window.raf_ = requestAnimationFrame(next);
        };
        window.raf_ = requestAnimationFrame(next); }"""
    )
    for step in range(120):
        page.mouse.move(box["x"] + box["width"] * (0.2 + 0.5 * abs(step % 40 - 20) / 20), middle)
        page.wait_for_timeout(10)
    taken = page.evaluate("() => { cancelAnimationFrame(window.raf_); return window.frames_.slice(3); }")
    page.mouse.up()
    page.wait_for_timeout(1500)
    return {"median": statistics.median(taken), "p95": statistics.quantiles(taken, n=20)[-1]}


def moves(page: Page, slider: Locator, selector: str) -> dict[str, float]:
    """Move the slider by the keyboard and time each repaint."""
    slider.focus()
    taken = []
    for k in range(WARM_UPS + MOVES):
        handle = page.evaluate_handle(
            f"(selector) => {{ window.waiting = ({REPAINT})(selector); }}", selector
        )
        page.keyboard.press("ArrowRight" if k % 8 < 4 else "ArrowLeft")
        milliseconds = page.evaluate("() => window.waiting")
        handle.dispose()
        page.wait_for_timeout(250)
        if k >= WARM_UPS:
            taken.append(float(milliseconds))
    return {"median": statistics.median(taken), "p95": statistics.quantiles(taken, n=20)[-1]}
