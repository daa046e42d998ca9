"""What people read: the catalogues' messages, and errors as sentences."""

import re
from contextlib import contextmanager

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Message, VariableReference
from fluent.syntax.visitor import Visitor

from words.text import FOLDERS, LOCALES, text_for

_INCOMPLETE = re.compile(
    r"[，、；：,;:]\s*[，、；：。,;.]|[，、；,;]\s*$|[–—] ?[，；。,;.]|^[，、；。,;.]|[（(]\s*[）)]"
)


def incomplete(sentence):
    """Whether it goes on where a part of it is missing: a comma before a stop, a dash for a figure."""
    return bool(_INCOMPLETE.search(sentence.replace("*", "")))


class _Variables(Visitor):
    def __init__(self):
        self.found = set()

    def visit_VariableReference(self, node: VariableReference):
        self.found.add(node.id.name)


def catalogue(lang):
    """Every message of a language's catalogue with the variables in it."""
    messages = {}
    for path in sorted((LOCALES / FOLDERS[lang]).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text(encoding="utf-8")).body:
            assert type(entry).__name__ != "Junk", (path, getattr(entry, "content", ""))
            if isinstance(entry, Message):
                assert entry.id.name not in messages, entry.id.name
                variables = _Variables()
                variables.visit(entry)
                messages[entry.id.name] = variables.found
    return messages


def checked_rules():
    """The rules of the checks that the catalogue cites something for."""
    return {key.removeprefix("citation-") for key in catalogue("en") if key.startswith("citation-")}


def said(problem, lang="en"):
    """An error as the sentence that people read."""
    sentence = text_for(lang).error(problem)
    assert sentence and "{" not in sentence and not sentence.startswith(("fault-", "errors-")), sentence
    return sentence


@contextmanager
def refused(kind, says):
    """As ``pytest.raises``; `says` is looked for in the English sentence."""
    with pytest.raises(kind) as raised:
        yield raised
    assert re.search(says, said(raised.value)), said(raised.value)
