"""What the parts of the page share: who it is about, names and days in words."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from access.permissions import Action, allowed
from scoring.periods import Period
from shell.context import Context
from words import format as fmt
from words.text import literal
from workflow.results.period_sheets import PersonInfo


@dataclass(frozen=True)
class About:
    """Whose page it is, after the result of which posted period; ``own`` whether the person reads it."""

    ctx: Context
    person: PersonInfo
    period: Period
    own: bool

    @property
    def manager_id(self) -> str:
        """The person's id."""
        return self.person.manager_id

    @property
    def name(self) -> str:
        """The person's name in the language of the page, as Markdown."""
        return literal(self.ctx.t.pick(self.person.name, self.person.name_en))

    @property
    def coaches(self) -> bool:
        """Whether who looks works with the person, and does not read alone."""
        return not self.own and allowed(self.ctx.actor, Action.COACH)

    @property
    def key(self) -> str:
        """What the fields of forms about the person and period are named by."""
        return f"{self.manager_id}-{self.period.code}"

    def day(self, day: dt.date | dt.datetime) -> str:
        """A day in words."""
        return fmt.day(day if not isinstance(day, dt.datetime) else day.date(), self.ctx.lang)

    def who(self, username: str) -> str:
        """What whoever acted is called, as Markdown; the person by the own name."""
        if username == self.manager_id.lower():
            return self.name
        return literal(self.ctx.names.get(username, username))


def lines(text: str) -> str:
    """What somebody typed, line by line, as Markdown that shows it as it is."""
    return "  \n".join(literal(line) for line in text.splitlines() if line.strip())
