"""Streamlit shows typed text as it was typed: no emoji, arrow, link, picture or formula, no request."""

import json

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

TYPED = (
    *("![i](http://127.0.0.1:9/x.png)", "$x^2$", "$$y$$", ":red[hot]", ":smile:", ":+1:", ":material/home:"),
    *("**b** _i_ `c` ~~s~~", "<img src=x>", "www.example.com", "http://127.0.0.1:9/q", "a@b.example"),
    *("# head", "- item", "1. one", "a -> b <- c -- d <= e >= f ~= g", "[l](http://x)", "&amp; &#58;", "***"),
    *("\\*x\\*", "张三:abc:李", "::red[x]", "-->", "| a | b |"),
)


def test_typed_text_stays_as_it_is(chromium, tmp_path, serve):
    (tmp_path / "typed.json").write_text(json.dumps(TYPED))
    address = serve(tmp_path / "typed.json", "tests/browser/typed_text_app.py")
    tab = chromium.new_page()
    elsewhere = []
    tab.on("request", lambda r: None if r.url.startswith((address, "data:")) else elsewhere.append(r.url))
    tab.goto(address)
    expect(tab.get_by_test_id("stExpander")).to_have_count(len(TYPED))
    expect(tab.get_by_test_id("stMarkdown")).to_have_count(2 * len(TYPED))
    expect(tab.get_by_test_id("stBaseButton-secondary")).to_have_count(len(TYPED))

    def shown(name):
        return [text.replace("\u2060", "") for text in tab.get_by_test_id(name).all_inner_texts()]

    assert shown("stMarkdown") == [text for one in TYPED for text in (one, f"{one} {one}")]
    assert shown("stBaseButton-secondary") == list(TYPED)
    assert all(text in label for text, label in zip(TYPED, shown("stExpander"), strict=True))
    main = tab.get_by_test_id("stMain")
    for made in ("a", "img", ".katex"):
        assert main.locator(made).count() == 0, made
    assert elsewhere == []
    tab.close()
