"""团队排行: how is my branch doing, who needs me?"""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import context, navigation
from ui import charts, page
from ui.choice import keep
from views import figures, neighbours, period_choice
from views.results import board_strip, board_view
from workflow.board import leaderboard as boards
from workflow.board import waiting

ctx = context.page(Action.VIEW_BRANCH)
t, lang = ctx.t, ctx.lang
top = st.columns([3.2, 1], vertical_alignment="bottom")
period = period_choice.chosen(ctx, t("leaderboard-title"), "leaderboard-empty", top[0], top[1])
board = boards.leaderboard(ctx.actor, ctx.db, period)
with top[0]:
    page.header(t("leaderboard-title"), board_view.sentence(board, t))
board_strip.show(ctx, board, waiting.waiting(ctx.actor, ctx.db, board))

legend = figures.legend(board.scheme, t)
left, right = st.columns([1.15, 1])
with left, page.card(board_view.teams_title(board, t), board_view.teams_note(board, t)):
    board_view.teams(board, t).show("teams", t("leaderboard-title"))
with right, page.card(t("leaderboard-distribution"), t("leaderboard-distribution-note")):
    charts.show(charts.distribution([m.total for m in board.managers], board.scheme, t), key="distribution")

with page.card(t("leaderboard-managers"), t("leaderboard-managers-note")):
    tools = st.columns([2, 2, 1.6], vertical_alignment="bottom")
    teams = {row.team.team_id: board_view.name(row.team, t) for row in board.teams}
    everybody = t("everybody")
    keep("team-filter", teams)
    chosen = tools[0].multiselect(
        t("team"), list(teams), format_func=teams.__getitem__, placeholder=everybody, key="team-filter"
    )
    posts = sorted({m.person.position for m in board.managers if m.person.position})
    keep("position-filter", {post: t.term(post) for post in posts})
    held = tools[1].multiselect(
        t("position"), posts, format_func=t.term, placeholder=everybody, key="position-filter"
    )
    shapes = {v: t(f"leaderboard-view-{v}") for v in ("bars", "heat")}
    st.session_state.setdefault("view", "bars")
    keep("view", shapes)
    view = tools[2].segmented_control(
        t("view"), list(shapes), format_func=shapes.__getitem__, required=True, key="view"
    )
    shown = [
        m
        for m in board.managers
        if (not chosen or m.person.team_id in chosen) and (not held or m.person.position in held)
    ]
    neighbours.remember([m.person.manager_id for m in shown])
    table = board_view.managers(board, shown, t, heat=view == "heat")
    opened = table.show("managers", t("leaderboard-managers"), legend=legend, selectable=True)
    table.download(f"leaderboard-{board.period}.xlsx", t)
if opened:
    navigation.open_page("scorecard", person=opened, period=board.period)
st.caption(figures.standing(board.sha256, t))
