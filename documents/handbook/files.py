"""The handbook as files: Word and PDF."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document as WordDocument

from documents.handbook.book import Handbook, answer, asked, example, heads, taken
from documents.paper import typeset, word
from words.text import Text

_EXAMPLE = (30.0, 110.0, 34.0)
_WIDTHS = {
    "dates": (34.0, 62.0, 78.0),
    "grades": (24.0, 60.0, 30.0, 60.0),
    "counted": (30.0, 120.0, 24.0),
    "pay": (150.0, 24.0),
}
"""Of the columns of tables, in millimetres."""


def docx(book: Handbook, t: Text) -> bytes:
    """The handbook as a Word file."""
    title = t("handbook-title")
    file = word.begin(f"{title} {book.title}", book.period.last_day)
    word.line(file, book.branch, size=9, after=0)
    word.line(file, f"{title}{t('colon')}{book.title}", size=16, bold=True, after=2)
    word.line(file, book.holds)
    for part in book.parts:
        _heading(file, part.title)
        for sentence in part.sentences:
            word.line(file, sentence, after=2)
        if part.rows:
            word.table(
                file, part.heads, part.rows, widths=_WIDTHS[part.name], figures=[False] * len(part.heads)
            )
            word.line(file, "", size=4, after=0)
    for title, lines in _lists(book, t):
        _heading(file, title)
        for line in lines:
            word.line(file, line, after=1)
    for chapter in book.chapters:
        _heading(file, chapter.heading(t))
        for article in chapter.articles:
            word.line(file, article.line(t))
            if steps := book.examples.get(article.number):
                said = word.line(file, example(article, book, t), size=9, after=2)
                said.paragraph_format.keep_with_next = True
                word.table(file, heads(t), steps, widths=_EXAMPLE, figures=(False, False, True), size=8.5)
                word.line(file, "", size=4, after=0)
    word.footer(file, book.foot, t("paper-page", page="{page}", pages="{pages}"))
    return word.saved(file)


def _heading(file: WordDocument, text: str) -> None:
    word.line(file, text, size=13, bold=True, after=3).paragraph_format.keep_with_next = True


def _lists(book: Handbook, t: Text) -> Iterator[tuple[str, list[str]]]:
    """What changed, the comments that were taken, what was asked and answered; each where there is any."""
    if book.changes is not None:
        title = t("handbook-changes", before=book.changed_from)
        yield title, list(book.changes or (t("schemes-same"),))
    if book.taken:
        yield t("handbook-taken"), [taken(comment, t) for comment in book.taken]
    if book.answered:
        yield (
            t("handbook-answers"),
            [line for q in book.answered for line in (asked(q, book, t), answer(q, t))],
        )


def pdf(book: Handbook, t: Text) -> bytes:
    """The handbook as PDF/A."""
    content = {
        "title": t("handbook-title"),
        "mark": "",
        "lang": t.lang,
        "page": t("paper-page", page="{page}", pages="{pages}"),
        "branch": book.branch,
        "scheme": book.title,
        "foot": book.foot,
        "holds": book.holds,
        "parts": [
            {
                "title": part.title,
                "sentences": part.sentences,
                "heads": part.heads,
                "rows": part.rows,
                "widths": _WIDTHS.get(part.name, ()),
            }
            for part in book.parts
        ],
        "lists": [{"title": title, "lines": lines} for title, lines in _lists(book, t)],
        "heads": heads(t),
        "chapters": [
            {
                "heading": chapter.heading(t),
                "articles": [
                    {
                        "text": article.line(t),
                        "example": example(article, book, t),
                        "steps": [list(step) for step in book.examples.get(article.number, ())],
                    }
                    for article in chapter.articles
                ],
            }
            for chapter in book.chapters
        ],
    }
    return typeset.pdf("handbook", content, book.period.last_day)
