"""What a regulation consists of, and which of its articles an objection is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from documents.clauses.names import PAY
from scoring.lint import Finding
from words import format as fmt
from words.text import Text

_TOPICS = {
    "authorisation": "A01",
    "weights": "W01 W02 W03 W04 W05 W07 W10 W11",
    "indicators": "I10",
    "limits": "I06",
    "grades": "L02 M04",
    "handover": "D02",
    "appeals": "P04",
    "talks": "P05",
    "deferral": "M01 M02 L03",
}
_TOPIC = {rule: topic for topic, rules in _TOPICS.items() for rule in rules.split()}
"""Which article is about what a check objects to in a whole scheme."""

_CONDITIONS = "S02"
"""The check that names what a condition is on and objects to the condition."""


@dataclass(frozen=True)
class Article:
    """One article: its number through the whole regulation, its sentences, and what it is about: the code of
    an indicator, a measure or a list, the name of a grade, or a topic of the whole scheme."""

    number: int
    text: str
    about: tuple[str, ...]

    def ordinal(self, t: Text) -> str:
        """Its number as a regulation of the language writes it."""
        return fmt.ordinal(self.number, t.lang)

    def line(self, t: Text) -> str:
        """The article with its number."""
        return t("regulation-article", number=self.ordinal(t), text=self.text)


@dataclass(frozen=True)
class Chapter:
    """Articles under a heading; there are no empty ones."""

    number: int
    title: str
    articles: tuple[Article, ...]

    def heading(self, t: Text) -> str:
        """The heading with its number."""
        return t("regulation-chapter", number=fmt.ordinal(self.number, t.lang), title=self.title)


@dataclass(frozen=True)
class Regulation:
    """A scheme in words. Names stand in it as they were typed: whoever shows it as Markdown takes care."""

    title: str
    chapters: tuple[Chapter, ...]

    @cached_property
    def _by_subject(self) -> Mapping[str, Article]:
        """The first article about each subject."""
        found: dict[str, Article] = {}
        for article in (article for chapter in self.chapters for article in chapter.articles):
            for subject in article.about:
                found.setdefault(subject, article)
        return found

    def about(self, finding: Finding) -> Article | None:
        """The article that a check objects to; None where no article says it."""
        where = finding.where
        asked = f"{where}.when" if finding.rule == _CONDITIONS else where
        named = (asked, where, where.partition(".")[0], f"{PAY}{where}")
        subjects = (*named, _TOPIC.get(finding.rule, ""))
        return next((self._by_subject[s] for s in subjects if s in self._by_subject), None)

    def see(self, finding: Finding, t: Text) -> str:
        """Where to read what a check objects to, to stand behind the objection: "(see Article 7)"; empty
        where no article says it."""
        article = self.about(finding)
        return "" if article is None else t("regulation-see", number=article.ordinal(t))

    def lines(self, t: Text) -> list[str]:
        """Title, headings and articles, one line each; an empty line before a heading."""
        lines = [self.title]
        for chapter in self.chapters:
            lines += ["", chapter.heading(t), *(article.line(t) for article in chapter.articles)]
        return lines
