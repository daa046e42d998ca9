"""HTML put together element by element: what is handed over is set as text by the writer of the tree, so that
nothing of the data can become markup."""

from __future__ import annotations

from xml.etree.ElementTree import Element, tostring


def element(name: str, attributes: dict[str, str] | None = None, *inside: Element | str) -> Element:
    """An element with what stands in it, in order; texts are texts, whatever they hold."""
    made = Element(name, attributes or {})
    last: Element | None = None
    for part in inside:
        if isinstance(part, Element):
            made.append(part)
            last = part
        elif last is None:
            made.text = (made.text or "") + part
        else:
            last.tail = (last.tail or "") + part
    return made


def document(lang: str, title: str, sheet: str, *inside: Element) -> str:
    """A whole page in the language `lang` of HTML, with its style `sheet`; it runs and loads nothing."""
    head = element(
        "head",
        None,
        element("meta", {"charset": "utf-8"}),
        element("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("meta", {"name": "robots", "content": "noindex"}),
        element("link", {"rel": "icon", "href": "data:,"}),
        element("title", None, title),
        element("style", None, sheet),
    )
    page = element("html", {"lang": lang}, head, element("body", None, element("main", None, *inside)))
    return "<!DOCTYPE html>\n" + tostring(page, encoding="unicode", method="html")
