"""团队排行: how is my branch doing, who needs me?"""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from shell import context, navigation
from ui import page
from ui.choice import pick, pick_several
from views import figures, neighbours, paper, period_choice
from views.results import board_longer, board_recognition, board_side, board_strip, board_view
from workflow.board import attention
from workflow.board import leaderboard as boards

ctx = context.page(Action.VIEW_BRANCH)
t, lang = ctx.t, ctx.lang
top = st.columns([3.5, 0.65, 1.05], vertical_alignment="top")
kinds = board_longer.spans(ctx)
if len(kinds) > 1:
    span = pick(
        t("span"), kinds, lambda k: t(f"span-{k}"), key="span", address="span", place=top[1], bare=True
    )
    if span != kinds[0]:
        board_longer.show(ctx, span, top[0], top[2])
        st.stop()
period = period_choice.chosen(ctx, t("leaderboard-title"), "leaderboard-empty", top[0], top[2])
board = boards.leaderboard(ctx.actor, ctx.db, period)
with top[0]:
    page.header(t("leaderboard-title"), board_view.sentence(board, t))
asks = attention.attention(ctx.actor, ctx.db) if allowed(ctx.actor, Action.COACH) else None
board_strip.show(ctx, board, asks)

left, right = st.columns([1.15, 1])
with left:
    ranked = board_view.teams(board, t)
    box, (download,) = page.card_with_tools(
        board_view.teams_title(board, t), board_view.teams_note(board, t), [0.5]
    )
    with box:
        ranked.show("teams", t("leaderboard-title"))
    with download:
        paper.teams(ctx, board, ranked.ordered("teams"))
with right:
    opened = board_side.show(ctx, board)

box, tools = page.card_with_tools(t("leaderboard-managers"), t("leaderboard-managers-note"), [0.5, 0.5, 0.5])
with box:
    teams = {row.team.team_id: board_view.name(row.team, t) for row in board.teams}
    chosen = pick_several(
        t("team"),
        list(teams),
        teams.__getitem__,
        key="team-filter",
        address="team",
        place=tools[0],
        placeholder=t("board-all-teams"),
    )
    posts = sorted({m.person.position for m in board.managers if m.person.position})
    held = pick_several(
        t("position"),
        posts,
        t.term,
        key="position-filter",
        address="position",
        place=tools[1],
        placeholder=t("board-all-positions"),
    )
    ways = board_view.ways(board, t)
    by = pick(
        t("board-by"), list(ways), ways.__getitem__, key="board-by", address="by", place=tools[2], bare=True
    )
    shown = [
        m
        for m in board.managers
        if (not chosen or m.person.team_id in chosen) and (not held or m.person.position in held)
    ]
    table = board_view.managers(board, shown, t, by=by)
    rows = table.ordered("managers")
    neighbours.remember([m.person.manager_id for m in rows])
    legend = () if by else figures.legend(board.scheme, t)
    opened = table.show("managers", t("leaderboard-managers"), legend=legend, selectable=True) or opened
    paper.managers(ctx, board, rows, by if by in board.scheme.by_code else "")
if opened:
    navigation.open_page("scorecard", person=opened, period=board.period)
board_recognition.show(ctx, board)
st.caption(figures.standing(board.sha256, t))
