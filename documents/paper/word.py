"""Word files: A4, a font with Chinese letters, tables of texts; the same content gives the same bytes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from documents.tables import FONT

_PLACES = re.compile(r"(\{pages?\})")
_CODES = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def begin(title: str, on: dt.date, *, size: float = 10.5, margin: float = 18) -> WordDocument:
    """An empty A4 document (margins in mm, type in points), dated `on`."""
    made = Document()
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(margin)
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        style = made.styles[name]
        style.font.name = FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    made.styles["Normal"].font.size = Pt(size)
    made.styles["Normal"].paragraph_format.space_after = Pt(size * 0.35)
    day = dt.datetime.combine(on, dt.time())
    about = made.core_properties
    about.title, about.author, about.last_modified_by, about.comments = title, "", "", ""
    about.created = about.modified = day
    return made


def line(
    made: WordDocument,
    text: str,
    *,
    size: float | None = None,
    bold: bool = False,
    align: WD_ALIGN_PARAGRAPH | None = None,
    after: float | None = None,
    indent: float = 0,
) -> Paragraph:
    """A paragraph of one text; `size` and space `after` in points, `indent` of its first line in letters."""
    paragraph = made.add_paragraph()
    run = paragraph.add_run(printable(text))
    run.bold = bold
    if size is not None:
        run.font.size = Pt(size)
    if align is not None:
        paragraph.alignment = align
    if after is not None:
        paragraph.paragraph_format.space_after = Pt(after)
    if indent:
        own = run.font.size or made.styles["Normal"].font.size
        paragraph.paragraph_format.first_line_indent = Pt(indent * (own.pt if own else 10.5))
    return paragraph


def table(
    made: WordDocument,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    widths: Sequence[float],
    figures: Sequence[bool],
    size: float = 9,
) -> None:
    """A table of texts, columns `widths` mm wide, those of `figures` to the right; its headings (none where
    `heads` is empty) stand on every page, and no row is broken between two.

    Written at once, as WordprocessingML (ECMA-376 part 1, 17.4): the library reads all rows for each new one.
    """
    lines = [_row(heads, widths, figures, size, heading=True)] if heads else []
    lines += [_row(row, widths, figures, size) for row in rows]
    grid = "".join(f'<w:gridCol w:w="{_twips(wide)}"/>' for wide in widths)
    edges = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:color="9AA5B1"/>'
        for edge in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    drawn = parse_xml(
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{_twips(sum(widths))}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblBorders>{edges}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"
    )
    made.element.body.insert_element_before(drawn, "w:sectPr")


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def _row(
    texts: Sequence[str],
    widths: Sequence[float],
    figures: Sequence[bool],
    size: float,
    *,
    heading: bool = False,
) -> str:
    kept = "<w:cantSplit/><w:tblHeader/>" if heading else "<w:cantSplit/>"
    shaded = '<w:shd w:val="clear" w:fill="E9EEF3"/>' if heading else ""
    style = f'{"<w:b/>" if heading else ""}<w:sz w:val="{round(2 * size)}"/>'
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="{_twips(wide)}" w:type="dxa"/>{shaded}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:after="0"/><w:jc w:val="{"right" if right else "left"}"/></w:pPr>'
        f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{escape(printable(text))}</w:t></w:r>'
        "</w:p></w:tc>"
        for text, wide, right in zip(texts, widths, figures, strict=True)
    ]
    return f"<w:tr><w:trPr>{kept}</w:trPr>{''.join(cells)}</w:tr>"


def footer(made: WordDocument, text: str, page: str) -> None:
    """The foot of every page: a text, and `page` with ``{page}`` and ``{pages}`` filled in by Word."""
    paragraph = made.sections[0].footer.paragraphs[0]
    paragraph.add_run(printable(text) + "    ").font.size = Pt(8)
    for part in _PLACES.split(page):
        if part in _CODES:
            inner = "<w:r><w:rPr><w:sz w:val='16'/></w:rPr><w:t>1</w:t></w:r>"
            field = f"<w:fldSimple {nsdecls('w')} w:instr='{_CODES[part]}'>{inner}</w:fldSimple>"
            paragraph._p.append(parse_xml(field))
        else:
            paragraph.add_run(part).font.size = Pt(8)


def next_page(made: WordDocument) -> None:
    """What follows begins on a new page."""
    made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def printable(text: str) -> str:
    """A text on one line without the characters that no XML may hold."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable())


def saved(made: WordDocument) -> bytes:
    """The file, without anything of the clock in it."""
    buffer, again = io.BytesIO(), io.BytesIO()
    made.save(buffer)
    with zipfile.ZipFile(buffer) as packed, zipfile.ZipFile(again, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in packed.infolist():
            target.writestr(
                zipfile.ZipInfo(entry.filename, _ZIP_EPOCH), packed.read(entry), zipfile.ZIP_DEFLATED
            )
    return again.getvalue()
