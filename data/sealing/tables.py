"""Which tables are sealed, in which order their rows were added, and why the others are not."""

from __future__ import annotations

from typing import NamedTuple


class Sealed(NamedTuple):
    """A table whose rows are never changed. ``number`` is a column that only grows: what was added since is
    what has a greater one. Where there is none, the whole table is sealed each time. ``within`` puts rows in
    order that share a number (and a part of it in which there may be many)."""

    name: str
    number: str | None
    within: str | None = None
    order: tuple[str, ...] = ()
    """What tells the rows of a table that is sealed whole."""


def _numbered(number: str, *names: str) -> tuple[Sealed, ...]:
    return tuple(Sealed(name, number) for name in names)


def _whole(name: str, *order: str) -> Sealed:
    return Sealed(name, None, order=order)


TABLES = {
    table.name: table
    for table in (
        *_numbered(
            "fact_id",
            *("employment", "event", "handover", "indicator", "leave_of_absence", "membership", "outcome"),
            *("person_record", "team_record"),
        ),
        *_numbered(
            "event_id",
            *(
                "account_event",
                "appeal_event",
                "batch_event",
                "clawback_event",
                "course_event",
                "delegation_event",
            ),
            *("pay_run_event", "period_event", "plan_event", "question_event", "review_campaign_event"),
            *("review_case_event", "risk_check_event", "scheme_event", "talk_event"),
        ),
        *_numbered(
            "entry_id", "calendar_day", "calendar_year", "ledger_entry", "result_difference", "team_superior"
        ),
        *_numbered("number", "measured", "targeted"),
        Sealed("person_key", "person_no"),
        Sealed("indicator_key", "indicator_no"),
        Sealed("period_key", "period_no"),
        Sealed("import_batch", "batch_id"),
        Sealed("staged", "batch_id", within="row_no"),
        Sealed("batch_problem", "batch_id", within="row_no"),
        Sealed("source_mapping", "mapping_id"),
        Sealed("audit_sample", "sample_id"),
        Sealed("sample_item", "sample_id", within="item"),
        Sealed("sample_check", "check_id"),
        Sealed("score_sheet", "sheet_id"),
        Sealed("receipt", "receipt_id"),
        Sealed("appeal", "appeal_id"),
        *_numbered("attachment_id", "appeal_attachment", "clawback_attachment"),
        Sealed("clawback", "clawback_id"),
        Sealed("pay_run", "run_id"),
        Sealed("payroll", "payroll_id"),
        Sealed("pay_link", "link_id"),
        Sealed("risk_check", "check_id"),
        Sealed("comment_answer", "answer_id"),
        Sealed("course", "course_id"),
        Sealed("plan", "plan_id"),
        _whole("plan_goal", "plan_id", "revision", "place"),
        Sealed("talk", "talk_id"),
        Sealed("question", "question_id"),
        Sealed("ladder", "version"),
        Sealed("impact_run", "run_id"),
        _whole("scheme_version", "code", "version"),
        Sealed("scenario", "scenario_id"),
        Sealed("weight_trial", "trial_id"),
        Sealed("weighting_round", "round_id"),
        Sealed("member_weighting", "weighting_id"),
        Sealed("round_member", "round_id", within="username"),
        _whole("round_event", "round_id", "happened_at"),
        _whole("round_scenario", "round_id"),
        Sealed("review_campaign", "campaign_id"),
        Sealed("review_case", "case_id"),
        Sealed("review_case_vote", "vote_id"),
        Sealed("review_case_member", "case_id", within="username"),
        Sealed("review_assignment", "assignment_id"),
        _whole("review_assignment_event", "assignment_id", "kind", "happened_at"),
        Sealed("review_link", "link_id"),
        _whole("review_figure", "campaign_id", "ratee_id", "measure", "rater_group"),
        _whole("review_result", "campaign_id", "ratee_id", "measure"),
        Sealed("delegation", "delegation_id"),
        _whole("account", "username"),
        _whole("setting", "key"),
    )
}

LEFT_OUT = {
    "audit": "the trail is its own chain",
    "seal": "its rows are hashed into the trail's entries",
    "schema_version": "what the file was made by; its scripts have hashes of their own",
    "sign_in": "moves its clock with every look, and nothing rests on it",
    "sign_in_end": "as sign_in",
    "known_browser": "no fact of record: the oldest are forgotten",
    "waiting_name": "no fact of record: forgotten after a day",
    "period_count": "worked out of measured, which is sealed",
    "review_ballot": "sealed answers stand in an order of their own, so that nobody can tell when one came",
    "review_comment": "as review_ballot",
    "review_draft": "half-written answers that are thrown away",
    "review_submission": "a customer's answer writes no entry that would tell when it came",
    "review_link_event": "a customer's answer uses a link, and writes no entry",
    "pay_link_use": "using a link writes no entry",
    "scheme_sketch": "a scheme in the making; what counts is the version that it becomes",
    "scheme_sketch_step": "as scheme_sketch",
}
"""Tables without seals, each with the reason."""
