"""All that a page shows, whatever draws it: text, choices, tables, charts and components of our own."""

import json
import re
from collections.abc import Iterator

from streamlit.testing.v1 import AppTest

_NOT_SHOWN = re.compile(
    r"(^|_)(id|key|type|tag|icon|theme|config|format|min|max|url|mode|path|colou?r|template|autocomplete)$"
    r"|^(css|js|html)_|^component_name$"
)
"""Fields of Streamlit's messages and of what we hand to components that nobody reads."""


def shown(app: AppTest) -> list[str]:
    """Every text on the page and in the sidebar, in order, as it was handed to Streamlit."""
    found = []
    for node in app._tree:
        proto = getattr(node, "proto", None)
        if proto is None:
            continue
        if node.type == "html":
            # A style sheet, or what was put together of elements.
            found += [] if "<style>" in proto.body else re.findall(r">([^<]+)<", proto.body)
            continue
        found += _texts(proto)
        if node.type in ("dataframe", "arrow_data_frame"):
            frame = node.value
            found += [str(x) for x in (*frame.columns, *frame.to_numpy(dtype=object).ravel())]
    return [text for text in found if text]


_PLAIN = re.compile(
    # A choice's options, what stands in a field, code and text as they are: Streamlit sets them as text.
    r"^(Selectbox|MultiSelect)\.options$|\.(default|value|raw_values?|placeholder)$|^(Text|Code|Html)\."
    # Ours draw text as text; charts are looked at by `charts`.
    r"|^(BidiComponent|MixedData|PlotlyChart|Dataframe|ArrowData|Arrow[A-Za-z]*)\."
    r"|\.([a-z_]*id|type|icon|url|theme|config|format|query_param_key|tag|anchor|divider|shortcut)$"
)


def markdown(app: AppTest) -> list[tuple[str, str]]:
    """(where, text) of everything that Streamlit reads as Markdown; a field that nobody has said to be plain
    text counts as Markdown."""
    found: list[tuple[str, str]] = []
    for node in app._tree:
        if (proto := getattr(node, "proto", None)) is not None:
            found += _fields(proto)
    return [(where, text) for where, text in found if text and not _PLAIN.search(where)]


def charts(app: AppTest) -> list[str]:
    """Every text of a chart, where Plotly reads some HTML."""
    specs = [json.loads(node.proto.spec) for node in app._tree if node.type == "plotly_chart"]
    return [text for spec in specs for text in _leaves(spec)]


def _fields(message) -> Iterator[tuple[str, str]]:
    for field, value in message.ListFields():
        several = value if not isinstance(value, str) and hasattr(value, "__len__") else [value]
        if field.type == field.TYPE_STRING:
            yield from ((f"{message.DESCRIPTOR.name}.{field.name}", text) for text in several)
        elif field.type == field.TYPE_MESSAGE and not field.message_type.GetOptions().map_entry:
            for part in several:
                yield from _fields(part)


def _texts(message) -> Iterator[str]:
    widget = "set_value" in message.DESCRIPTOR.fields_by_name
    for field, value in message.ListFields():
        # What is chosen in a widget is one of its options, and is sent only when the program sets it.
        if _NOT_SHOWN.search(field.name) or (widget and re.fullmatch("(raw_)?values?", field.name)):
            continue
        several = value if not isinstance(value, str) and hasattr(value, "__len__") else [value]
        if field.type == field.TYPE_STRING:
            for text in several:
                yield from _leaves(json.loads(text)) if text[:1] in ("{", "[") and _is_json(text) else [text]
        elif field.type == field.TYPE_MESSAGE and not field.message_type.GetOptions().map_entry:
            for part in several:
                yield from _texts(part)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part)
    elif isinstance(value, dict):
        for name, part in value.items():
            if not _NOT_SHOWN.search(name):
                yield from _leaves(part)
