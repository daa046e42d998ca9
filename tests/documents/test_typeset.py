"""What names may hold, and what becomes of it on paper."""

import datetime as dt
import io
import time
from pathlib import Path

import pytest
import typst
from fontTools.ttLib import TTFont
from pypdf import PdfReader

from documents.paper import typeset
from tests.documents.hostile import HOSTILE
from tests.places import ROOT

ON = dt.date(2026, 3, 31)
NOT_IN_OURS = "㐂𠮷"


@pytest.fixture
def papers(tmp_path, monkeypatch):
    """A template that says a title and a list of lines, and nothing else."""
    (tmp_path / "lines.typ").write_text((typeset.TEMPLATES / "base.typ").read_text(encoding="utf-8") + LINES)
    monkeypatch.setattr(typeset, "TEMPLATES", tmp_path)


LINES = """
#show: paper
#for one in data.lines { par(one) }
"""


def made(*lines):
    content = {"title": "T", "mark": "", "lang": "zh", "page": "", "lines": lines}
    return typeset.pdf("lines", content, ON)


def text(content):
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


@pytest.mark.usefixtures("papers")
def test_text_is_never_read_as_markup():
    found = text(made(*HOSTILE))
    for line in HOSTILE:
        assert line.replace(" ", "") in found.replace(" ", "").replace("\u200b", ""), line


@pytest.mark.usefixtures("papers")
def test_what_cannot_be_seen_is_left_out_and_a_long_word_stays_on_the_page():
    content = made("a\x00b\u202ec\ud800d\ue000\ne", "W" * 400)
    assert "abcd e" in text(content)
    page = PdfReader(io.BytesIO(content)).pages[0]
    rights = []
    page.extract_text(visitor_text=lambda words, cm, tm, font, size: rights.append(tm[4]))
    assert max(rights) < float(page.mediabox.width)
    assert text(content).replace("\u200b", "").replace("\n", "").count("W") == 400


def test_our_font_holds_the_standard_characters_and_those_of_the_catalogues():
    regular, bold = (
        {chr(c) for c in TTFont(typeset.FONTS / f"SteelyardHanSC-{style}.otf").getBestCmap()}
        for style in ("Regular", "Bold")
    )
    ours = {c for file in (ROOT / "locales").rglob("*.*") for c in file.read_text(encoding="utf-8")}
    headings = {c for file in (ROOT / "locales").rglob("paper.ftl") for c in file.read_text(encoding="utf-8")}
    assert {c for c in ours if c.isprintable()} - regular == set(), "run tools/fonts.py"
    assert {c for c in headings if c.isprintable()} - bold == set(), "run tools/fonts.py"
    # Of the general standard table's third level, which names are full of.
    assert set("䶮堃喆翀彧昇燊") <= regular and len(regular) > 8105
    assert sum(p.stat().st_size for p in typeset.FONTS.glob("*.otf")) < 4_000_000


@pytest.mark.usefixtures("papers")
def test_a_character_that_our_font_lacks_is_taken_from_the_machine_or_told(monkeypatch):
    assert "䶮喆" in text(made("䶮喆"))
    assert typeset._lacking(NOT_IN_OURS, system=False) == NOT_IN_OURS
    found = text(made("张㐂 李𠮷 王\U0001fae8"))
    for character in NOT_IN_OURS:
        geta = f"〓(U+{ord(character):04X})"
        assert (character in found) != (geta in found), "shown as it is, or told by its number"
    assert "王〓(U+1FAE8)" in found.replace(" ", "")
    # On a machine without any Chinese font every one of them is told.
    monkeypatch.setattr(typeset, "_fonts", lambda *, system: OURS)
    typeset._shows.cache_clear()
    told = text(made("张㐂 李𠮷"))
    typeset._shows.cache_clear()
    assert "张〓(U+3402)" in told.replace(" ", "") and "李〓(U+20BB7)" in told.replace(" ", "")


OURS = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(typeset.FONTS)])


@pytest.mark.usefixtures("papers")
def test_the_same_content_gives_the_same_bytes_and_says_that_it_is_archival():
    first = made("绩效成绩单")
    time.sleep(1.1)
    assert made("绩效成绩单") == first
    reader = PdfReader(io.BytesIO(first))
    assert b"pdfaid:part" in first and reader.metadata.creation_date.date() == ON
    embedded = [
        font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        for font in (f.get_object() for f in reader.pages[0]["/Resources"]["/Font"].values())
    ]
    assert embedded and all("/FontFile3" in font for font in embedded)


@pytest.mark.usefixtures("papers")
def test_a_template_that_asks_for_what_is_not_there_is_an_error():
    with pytest.raises(typst.TypstError):
        typeset.pdf("lines", {"title": "T", "mark": "", "lang": "zh", "page": ""}, ON)


def test_every_template_stands_with_the_fonts():
    names = {path.name for path in typeset.TEMPLATES.glob("*.typ")}
    assert "base.typ" in names and Path(typeset.FONTS / "OFL.txt").exists()
