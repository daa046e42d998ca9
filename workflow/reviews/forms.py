"""What raters are asked: items with behaviour anchors, and answers as they may be given."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from workflow.errors import WorkflowError

GROUPS = ("superior", "peers", "customers", "self")
CONFIDENTIAL = ("peers", "customers")
"""Groups whose members nobody can tell by what was said."""
LEVELS = 5
LONGEST_COMMENT = 300
"""Characters of a comment, as browsers count them. All sealed answers are as long as the longest could be."""
_MOST_BYTES = 3
"""Of a character when sealed; the rare ones of four count as two."""
LANGUAGES = ("zh", "en")
_MOST_ITEMS = 12
_CODE = re.compile(r"[A-Za-z0-9_-]{1,30}")
_DEFAULT = Path(__file__).parents[2] / "data" / "schemes" / "reviews.toml"
_UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that take six bytes when sealed, or turn a line round."""


@dataclass(frozen=True)
class Item:
    """One thing that is asked: ``name``, ``question`` and five ``anchors`` (levels 1 to 5: what one can have
    seen somebody do) by language. ``indicator`` is what the answers become ("": for
    development only, no score), ``groups`` who is asked."""

    code: str
    indicator: str
    name: Mapping[str, str]
    question: Mapping[str, str]
    anchors: tuple[Mapping[str, str], ...]
    groups: tuple[str, ...]

    @property
    def measure(self) -> str:
        """What its figures stand under: the indicator, or the item itself where it has none."""
        return self.indicator or self.code


@dataclass(frozen=True)
class Answers:
    """What one rater says: a level 1 to 5 by item, items that cannot be judged, comments by item."""

    levels: Mapping[str, int]
    cannot: frozenset[str]
    comments: Mapping[str, str]

    def kept(self) -> dict[str, object]:
        """As it is sealed."""
        return {"levels": dict(self.levels), "cannot": sorted(self.cannot), "comments": dict(self.comments)}


def read_answers(said: Mapping[str, Any]) -> Answers:
    """What was sealed by :meth:`Answers.kept`."""
    return Answers(dict(said["levels"]), frozenset(said["cannot"]), dict(said["comments"]))


@cache
def default_items() -> tuple[Item, ...]:
    """The items that a campaign begins with: teamwork, service, compliance, competence, coaching."""
    table = tomllib.loads(_DEFAULT.read_text(encoding="utf-8"))
    return items_of({**item, "anchors": item["anchor"]} for item in table["item"])


def items_of(stored: Iterable[Mapping[str, Any]]) -> tuple[Item, ...]:
    """Items as a campaign keeps them."""
    return tuple(
        Item(
            code=item["code"],
            indicator=item["indicator"],
            name=item["name"],
            question=item["question"],
            anchors=tuple(item["anchors"]),
            groups=tuple(item["groups"]),
        )
        for item in stored
    )


def stored(items: Sequence[Item]) -> list[dict[str, object]]:
    """Items as they are kept.

    Raises
    ------
    WorkflowError : none or too many, a code that is none or stands twice, nobody who is asked, or something
        that is not said in both languages.
    """
    codes = [item.code for item in items]
    if not 0 < len(items) <= _MOST_ITEMS:
        raise WorkflowError("errors-review-items", most=_MOST_ITEMS)
    for item in items:
        if not _CODE.fullmatch(item.code) or codes.count(item.code) > 1:
            raise WorkflowError("errors-review-item-code", item=item.code)
        if not item.groups or not set(item.groups) <= set(GROUPS):
            raise WorkflowError("errors-review-item-groups", item=item.code)
        texts = (item.name, item.question, *item.anchors)
        if len(item.anchors) != LEVELS or not all(
            t.get(lang, "").strip() for t in texts for lang in LANGUAGES
        ):
            raise WorkflowError("errors-review-item-words", item=item.code, levels=LEVELS)
    return [asdict(item) for item in items]


def asked(items: Sequence[Item], group: str) -> tuple[Item, ...]:
    """The items that a group is asked."""
    return tuple(item for item in items if group in item.groups)


def taken(
    items: Sequence[Item],
    answers: Mapping[str, int | None],
    cannot: Iterable[str],
    comments: Mapping[str, str],
) -> Answers:
    """What a rater says about `items`, as it can be kept.

    Raises
    ------
    WorkflowError : an item that is not asked, an answer that is no level, or a comment that is too long.
    """
    unable = frozenset(cannot)
    levels = {code: level for code, level in answers.items() if level is not None and code not in unable}
    said = {code: _UNSEEN.sub(" ", text).strip() for code, text in comments.items()}
    said = {code: text for code, text in said.items() if text}
    codes = {item.code for item in items}
    if strange := {*levels, *unable, *said} - codes:
        raise WorkflowError("errors-review-item-unknown", item=", ".join(sorted(strange)))
    for code, level in levels.items():
        if type(level) is not int or not 1 <= level <= LEVELS:
            raise WorkflowError("errors-review-level", item=code, levels=LEVELS)
    for code, text in said.items():
        if _length(text) > LONGEST_COMMENT:
            raise WorkflowError("errors-review-comment-long", item=code, most=LONGEST_COMMENT)
    # What is no character of any text would not be sealed.
    said = {code: text.encode(errors="replace").decode() for code, text in said.items()}
    return Answers(levels, unable, said)


def whole(items: Sequence[Item], given: Answers) -> Answers:
    """Answers to be handed in: each item is answered, or cannot be judged.

    Raises
    ------
    WorkflowError : ``errors-review-unanswered`` with the codes of those that are neither.
    """
    left = [item.code for item in items if item.code not in given.levels and item.code not in given.cannot]
    if left:
        raise WorkflowError("errors-review-unanswered", items=tuple(left), count=len(left))
    return given


def room(items: Sequence[Item]) -> int:
    """Bytes that the longest answers to `items` can take, whoever gives them about whomever."""
    return 512 + sum(48 + 3 * len(item.code) + _MOST_BYTES * LONGEST_COMMENT for item in items)


def _length(text: str) -> int:
    """Characters as browsers count them."""
    return len(text) + sum(ord(character) > 0xFFFF for character in text)
