"""The words on screen, from the catalogues in ``locales/``; imports no interface library."""

from __future__ import annotations

import re
import string
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from fluent.runtime import FluentBundle, FluentResource

from scoring.errors import FaultError, SteelyardError

Lang = Literal["zh", "en"]
LOCALES = Path(__file__).parent.parent / "locales"
FOLDERS = {"zh": "zh_CN", "en": "en"}


class Text:
    """The catalogue of one language: ``t("lab-title", people=3)``."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang
        self._bundle = FluentBundle([FOLDERS[lang].replace("_", "-")], use_isolating=False)
        for path in sorted((LOCALES / FOLDERS[lang]).glob("*.ftl")):
            self._bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
        terms = LOCALES / FOLDERS[lang] / "terms.toml"
        self._terms = tomllib.loads(terms.read_text(encoding="utf-8")) if terms.exists() else {}

    def __call__(self, key: str, **params: object) -> str:
        """The sentence `key`; an unknown key comes back as it is, so that a page still stands."""
        if not self._bundle.has_message(key):
            return key
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            return key
        text, _ = self._bundle.format_pattern(pattern, params)
        return str(text)

    def has(self, key: str) -> bool:
        """Whether the catalogue holds `key`."""
        return bool(self._bundle.has_message(key))

    def error(self, problem: SteelyardError) -> str:
        """An error as a sentence; a rule of the readers in it as that rule's own sentence."""
        if isinstance(problem, FaultError):
            return problem.text(self.lang)
        params = problem.params
        if self.has(key := f"rule-{params.get('rule')}"):
            params = params | {"rule": self(key, **params)}
        return self(problem.key, **params)

    def name(self, names: Mapping[str, str], code: str = "") -> str:
        """A name kept in both languages; the code where there is none."""
        return names.get(self.lang) or names.get("zh") or code

    def term(self, word: str) -> str:
        """A unit or a post as it stands in the data, in this language where it has a word for it."""
        return str(self._terms.get(word, word))

    def pick(self, chinese: str, english: str) -> str:
        """One of two given words."""
        return english if self.lang == "en" else chinese


_BEFORE_PUNCTUATION = str.maketrans({c: f"\\{c}" for c in string.punctuation})
_REPLACED_LATER = re.compile(r":(?=[\w/+-]+:|//)|www(?=\.)|@|[<~>-](?=[->=])", re.IGNORECASE)
"""Where emoji and icons by short codes, links and arrows begin, made of text that was read already."""


def literal(text: str) -> str:
    """Text that somebody typed (names, teams, reasons, file names), so that Markdown shows it as it is:
    no emphasis, formula, colour, link or picture, on one line."""
    line = " ".join(text.split())
    # A backslash does not stop what is replaced afterwards; a joiner that takes no room does.
    return _REPLACED_LATER.sub("\\g<0>\u2060", line).translate(_BEFORE_PUNCTUATION)


@cache
def text_for(lang: Lang) -> Text:
    """The catalogue of `lang`, read once."""
    return Text(lang)
