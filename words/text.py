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

from scoring.errors import Fault, FaultError, Phrase, SteelyardError
from scoring.lint.finding import Finding
from scoring.scheme.model import FIVE_CLASSES
from words import format as fmt

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
        self._single: dict[str, str] = self._terms.pop("single", {})

    def __call__(self, key: str, /, **params: object) -> str:
        """The sentence `key`; an unknown key comes back as it is, so that a page still stands."""
        if not self._bundle.has_message(key):
            return key
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            return key
        text, _ = self._bundle.format_pattern(pattern, {k: _below_zero(v) for k, v in params.items()})
        return str(text)

    def has(self, key: str) -> bool:
        """Whether the catalogue holds `key`."""
        return bool(self._bundle.has_message(key))

    def error(self, problem: SteelyardError) -> str:
        """An error as a sentence, of several faults one after the other; a rule of the readers in it as that
        rule's own sentence."""
        if isinstance(problem, FaultError):
            return self("sentence-joint").join(map(self.fault, problem.faults))
        params = {k: self._part(v) if isinstance(v, Phrase) else v for k, v in problem.params.items()}
        if isinstance(by := params.get("by"), str):
            params["by"] = self.term(by)
        if self.has(key := f"rule-{params.get('rule')}"):
            params = params | {"rule": self(key, **params)}
        return self(problem.key, **params)

    def fault(self, fault: Fault) -> str:
        """What is wrong with a scheme, a value or a judgement, as a sentence."""
        return self(f"fault-{fault.key}", **self._parts({"where": fault.where, **fault.params}))

    def finding(self, finding: Finding) -> str:
        """What a check found, as a sentence; a supervisory class in it by its name."""
        parts = {"where": finding.where, **finding.params}
        named = {name: self._class(value) for name, value in parts.items()}
        return self(f"check-{finding.key or finding.rule}", **self._parts(named))

    def citation(self, finding: Finding) -> str:
        """What the rule of a check rests on."""
        return self(f"citation-{finding.rule}")

    def _parts(self, params: Mapping[str, object]) -> dict[str, str | int]:
        """The parts of a sentence in words: phrases and faults in their own, figures in plain digits; whole
        numbers stay numbers, by which a sentence chooses between singular and plural."""
        return {name: self._part(value) for name, value in params.items()}

    def _part(self, value: object) -> str | int:
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        if isinstance(value, Phrase):
            return self(value.key, **self._parts(value.params))
        if isinstance(value, tuple | list):
            return self("list-joint").join(str(self._part(one)) for one in value)
        return self.fault(value) if isinstance(value, Fault) else fmt.plain(value)

    def _class(self, value: object) -> object:
        if isinstance(value, tuple):
            return tuple(map(self._class, value))
        return self(f"check-class-{value}") if value in FIVE_CLASSES else value

    def name(self, names: Mapping[str, str], code: str = "") -> str:
        """A name kept in both languages; the code where there is none."""
        return names.get(self.lang) or names.get("zh") or code

    def term(self, word: str) -> str:
        """A unit, a post or one of the demonstration's staff as it stands in the data, in this language
        where it has a word for it; else as it stands there."""
        return str(self._terms.get(word, word))

    def amount(self, figure: str, unit: str) -> str:
        """A figure that was written already with its unit behind it; "1" is the unit of shares and has no
        name."""
        if unit == "%":
            return f"{figure}%"
        single = self._single.get(unit) if figure.lstrip("−") == "1" else None
        return f"{figure} {single or (self.term(unit) if unit != '1' else '')}".rstrip()

    def in_unit(self, what: str, unit: str) -> str:
        """A heading with the unit of what stands under it; alone where it has none."""
        return self("in-unit", what=what, unit=self.term(unit)) if unit not in ("", "1") else what

    def pick(self, chinese: str, english: str) -> str:
        """One of two given words."""
        return english if self.lang == "en" else chinese


def _below_zero(value: object) -> object:
    """A negative number with a minus sign; Fluent would write a hyphen."""
    return fmt.plain(value) if isinstance(value, int | float) and value < 0 else value


_BEFORE_PUNCTUATION = str.maketrans({c: f"\\{c}" for c in string.punctuation})
_REPLACED_LATER = re.compile(r":(?=[\w/+-]+:|//)|www(?=\.)|@|[<~>-](?=[->=])", re.IGNORECASE)
"""Where emoji and icons by short codes, links and arrows begin, made of text that was read already."""
_UNSEEN = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""What takes no room, and what turns the reading direction of the rest of a line round."""


def literal(text: str) -> str:
    """Text that somebody typed (names, teams, reasons, file names), so that Markdown shows it as it is:
    no emphasis, formula, colour, link or picture, on one line; without what nobody sees."""
    line = " ".join(_UNSEEN.sub("", text).split())
    # A backslash does not stop what is replaced afterwards; a joiner that takes no room does.
    return _REPLACED_LATER.sub("\\g<0>\u2060", line).translate(_BEFORE_PUNCTUATION)


def leading(text: str) -> str:
    """A phrase as a line or cell begins with it: in English with a capital."""
    return text[:1].upper() + text[1:]


@cache
def text_for(lang: Lang) -> Text:
    """The catalogue of `lang`, read once."""
    return Text(lang)
