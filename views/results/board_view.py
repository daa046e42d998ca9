"""Parts of the leaderboard: its opening sentence, its two tables."""

from __future__ import annotations

from collections.abc import Sequence

from scoring import Scheme
from ui.tables import Cell, Column, Table
from views import figures
from words import format as fmt
from words.text import Text, literal
from workflow.board.leaderboard import Leaderboard, ManagerRow, TeamRow
from workflow.results.period_sheets import PersonInfo, TeamScore


def name(entry: PersonInfo | TeamScore, t: Text) -> str:
    """A person's or team's name in the chosen language."""
    return t.pick(entry.name, entry.name_en)


def sentence(board: Leaderboard, t: Text) -> str:
    """The answer in plain words: the branch, who rose, who fell."""
    change = fmt.signed(board.branch_change)
    words = [t("leaderboard-branch", total=fmt.number(board.branch_total), change=change)]
    rise, fall = board.biggest_rise, board.steepest_fall
    if rise:
        gained = fmt.number(rise.total_change)
        words.append(t("leaderboard-rise", team=literal(name(rise.team, t)), change=gained))
    if fall:
        lost = fmt.number(-fall.total_change)
        words.append(
            t("leaderboard-fall", person=literal(name(fall.person, t)), change=lost, periods=fall.falls)
        )
    return t("sentence-joint").join(words)


def teams_title(board: Leaderboard, t: Text) -> str:
    """Which team leads, and by how much."""
    if len(board.teams) < 2:
        return t("leaderboard-teams", teams=len(board.teams))
    first, second = board.teams[0].team, board.teams[1].team
    lead = fmt.number(round(first.total, 2) - round(second.total, 2))
    return t("leaderboard-teams-lead", teams=len(board.teams), team=literal(name(first, t)), lead=lead)


def teams(board: Leaderboard, t: Text) -> Table[TeamRow]:
    """The teams, best first."""

    def stack(row: TeamRow) -> Cell:
        return figures.stack(row.team.class_contributions, row.team.total, board.scheme, t)

    return Table(
        [
            Column("rank", t("rank"), lambda row: row.team.rank, "rank"),
            Column("move", t("vs-last"), lambda row: row.rank_change, "move"),
            Column("team", t("team"), lambda row: name(row.team, t), "strong"),
            Column("people", t("people"), lambda row: row.team.people, "number", decimals=0),
            Column("total", t("score"), lambda row: row.team.total, "number", strong=True),
            Column("stack", t("contribution"), stack, "stack", max=105),
            Column("spark", t("twelve-periods"), lambda row: row.sparkline, "spark"),
        ],
        board.teams,
        lambda row: row.team.team_id,
    )


def managers(shown: Sequence[ManagerRow], scheme: Scheme, t: Text, *, heat: bool) -> Table[ManagerRow]:
    """The managers with their results, by class as `heat` or as a bar; a dash says why there is no figure."""

    def stack(m: ManagerRow) -> Cell:
        return figures.stack(m.class_contributions, m.total, scheme, t)

    columns: list[Column[ManagerRow]] = [
        Column("rank", t("rank"), lambda m: m.rank, "rank"),
        Column("move", t("vs-last"), lambda m: m.rank_change, "move"),
        Column("name", t("name"), lambda m: name(m.person, t), "strong"),
        Column("team", t("team"), lambda m: t.pick(m.person.team_name, m.person.team_name_en), "muted"),
        Column("position", t("position"), lambda m: t.term(m.person.position), "muted"),
        Column("total", t("score"), lambda m: m.total, "number", strong=True),
        Column("change", t("change"), lambda m: m.total_change, "delta"),
        Column("grade", t("grade"), lambda m: m.grade, "grade", top="A", low=("D", "E")),
    ]
    if heat:
        columns += [_rate(k, label) for k, label in enumerate(figures.class_names(scheme, t))]
    else:
        columns.append(Column("stack", t("contribution"), stack, "stack", max=110))
        columns.append(Column("spark", t("twelve-periods"), lambda m: m.sparkline, "spark"))
    return Table(columns, shown, lambda m: m.person.manager_id, lambda m: figures.status_reason(m.status, t))


def _rate(k: int, label: str) -> Column[ManagerRow]:
    """The mean score in a class."""
    return Column(f"class{k}", label, lambda m: m.class_rates[k], "heat", middle=90, reach=20)
