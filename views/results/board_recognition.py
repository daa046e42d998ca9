"""What is told beside the ranks, for those who see the branch."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from shell.context import Context
from ui import page
from views.results.board_view import name
from words import format as fmt
from words.text import Text, literal
from workflow.board import recognition
from workflow.board.leaderboard import Leaderboard


def show(ctx: Context, board: Leaderboard) -> None:
    """Most improved, personal bests, help given; nothing where the scheme tells none of them."""
    t = ctx.t
    found = recognition.recognition(ctx.actor, ctx.db, board.when)
    if not found.told or not board.settled:
        return
    with page.card(t("recognised"), t("recognised-note")):
        places = iter(st.columns(len(found.told)))
        said = {
            recognition.IMPROVED: [
                t("recognised-gain", name=literal(name(one.person, t)), gain=fmt.signed(one.gain))
                for one in found.improved
            ],
            recognition.BEST: [
                t(
                    "recognised-best",
                    name=literal(name(one.person, t)),
                    total=fmt.number(one.total),
                    count=one.periods,
                )
                for one in found.bests
            ],
            recognition.HELP: [
                t("recognised-help", name=literal(name(one.person, t)), grounds=grounds(one.grounds, t))
                for one in found.helped
            ],
        }
        for kind in said:
            if kind in found.told:
                next(places).markdown(_listed(t(f"recognised-{kind}"), said[kind], t))


def grounds(found: Sequence[str], t: Text) -> str:
    """What says that somebody helped."""
    return t("list-joint").join(t(f"recognised-{ground}") for ground in found)


def _listed(title: str, lines: Sequence[str], t: Text) -> str:
    shown = "\n".join(f"- {line}" for line in lines) or t("recognised-nobody")
    return f"**{title}**\n\n{shown}"
