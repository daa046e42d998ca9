"""Who goes through which door of the workflow: written by hand, from what each role is there for.

A word of letters: P(resident), C(ommittee), M(anager), H(uman resources), D(ata officer), (a)U(ditor),
A(dministrator). A small letter: only for some people, m for oneself, c for the members of the own teams.
"""

ALL = "PCMHDUA"
"""Rules and deadlines are public in the branch; where people are behind such a door, everybody is handed the
own part alone, which tests/rights/test_doors.py looks at."""
SEE_BRANCH = "PCU"
"""Who answers for the branch's results or audits them; no manager, nor who keeps people, data, accounts."""
SEE_PERSON = "PCUm"
SEE_GROWTH = "PHcm"
"""Talks and plans are between a person and the superior; human resources keep them on file. The audit of
results needs none of it."""
COACH = "Pc"
TRY = "PC"
SEE_PAY = "CUm"
"""Not human resources (PIPL art. 6), and of the president only sums, unless the branch lets."""

TABLE = {
    "adoption.gate": {ALL: "life standing decided_on requirements setting_up obstacles findings"},
    "adoption.impact": {ALL: "replaced latest kept is_current", TRY: "trial run", SEE_PERSON: "on_person"},
    # The president votes and looks at the head office's document, but neither drafts nor adopts.
    "adoption.lifecycle": {
        "C": "propose withdraw authorise reason give_notice adopt retire",
        "PC": "vote confirm_authorisation",
    },
    "adoption.record": {"C": "opened add", "PC": "voter"},
    "adoption.retirement": {
        ALL: "under_way requirements",
        "C": "propose withdraw give_notice reason",
        "PC": "vote",
    },
    "appeals.bearing": {"D": "follows", SEE_BRANCH: "posted"},
    "appeals.board": {"PC": "waiting"},
    "appeals.challenges": {ALL: "open_against challenges"},
    "appeals.effect": {"m": "counterfactual", "PC": "effect"},
    "appeals.figures": {SEE_PERSON: "figures"},
    # Only the person objects, and only to the own result.
    "appeals.filing": {ALL: "deadline", "m": "file attach withdraw"},
    "appeals.granting": {"PC": "confirm"},
    "appeals.reviewing": {
        "PC": "candidates take ask propose send_back turn_down independent",
        "m": "answer",
    },
    "appeals.standing": {SEE_PERSON: "days_left appeal may_see attachments content", "PCMU": "appeals"},
    # Everybody who works by the rules is heard; who audits or keeps accounts is not.
    "asked.comments": {"PCMHD": "comment", ALL: "comments taken", "PC": "decide undecided"},
    "asked.questions": {
        ALL: "contact questions",
        "PC": "answering name_contact unanswered answer",
        "PCMHD": "ask withdraw",
    },
    "board.attention": {"PC": "attention", "M": "own"},
    "board.changes": {SEE_BRANCH: "changes"},
    "board.leaderboard": {SEE_BRANCH: "leaderboard"},
    "board.longer": {SEE_BRANCH: "offered longer"},
    "board.recognition": {SEE_BRANCH: "recognition", SEE_PERSON: "own"},
    "board.waiting": {SEE_BRANCH: "waiting", "PCM": "reviews"},
    "branch.demo_appeals": {"A": "load"},
    "branch.demo_branch": {"A": "load"},
    "branch.demo_growth": {"A": "load"},
    "branch.demo_handbook": {"A": "load"},
    "branch.demo_pay": {"A": "load"},
    "branch.demo_receipts": {"A": "load"},
    "branch.demo_reviews": {"A": "load"},
    "branch.setup": {"A": "rename set_idle set_rules describe", ALL: "rules"},
    "calendar": {"HDA": "days years counted offered set_days announce withdraw"},
    # Weights of a scheme move money: whoever keeps the scheme drafts it, and nobody else.
    "drafting.sketches": {"C": "opened sketch begin save undo redo discard store"},
    "drafting.starts": {"C": "library version columns"},
    "drafting.trial": {"C": "checked pays last_period drawn worked"},
    "growth.due": {"PCMH": "newest due"},
    "growth.ladder": {"PCMH": "held", "CH": "checked keep", SEE_GROWTH: "climb"},
    "growth.plans": {
        SEE_GROWTH: "plans candidates",
        "PCMH": "open_plans",
        "Pcm": "draw_up change sign",
        COACH: "close call_off",
    },
    "growth.reach": {
        SEE_GROWTH: "see scheme",
        COACH: "coach",
        "m": "own",
        "Pcm": "take_part",
        "PCMH": "people",
    },
    "growth.standing": {ALL: "posted", SEE_GROWTH: "surroundings"},
    "growth.talks": {SEE_GROWTH: "talks", COACH: "record withdraw follow_up", "m": "confirm view_otherwise"},
    "growth.training": {
        "PCMH": "catalogue",
        "PCH": "add_course retire",
        SEE_GROWTH: "record suggested",
        COACH: "offer take_back done",
        "m": "decline",
    },
    # Data are the data officers' alone; human resources bring people, which a data officer approves.
    "intake.batches": {
        "D": "people library batches batch_of problems preview changes brought effect brought_later effect_of"
        " undo history",
        "HD": "bring",
    },
    "intake.corrections": {"D": "events value target fact"},
    "intake.imports": {
        "D": "read_file submit earlier_batch import_file remember_mapping mapping_for approve reject"
        " take_over"
    },
    "intake.inbox": {"D": "look"},
    "intake.people": {"HD": "staff teams history change rename_team add_leave add_handover"},
    "intake.sampling": {"D": "draw samples check findings"},
    "keeping.backups": {"A": "plan set_plan copies make make_if_due failure standing checked"},
    "keeping.restoring": {"A": "outlook restore repair_log tell_loss"},
    "receipts": {"m": "sign", SEE_PERSON: "receipt", "PC": "unread feedback"},
    "results.completeness": {"PCDUA": "period_data"},
    # A proof says whether results are as they were, not what they are; a period's package holds them all.
    "results.proof": {"PCDUA": "verify", SEE_BRANCH: "export_period"},
    "results.proving.anchors": {"PCDUA": "head note"},
    "results.publishing": {
        ALL: "history results notice_days notice_ends in_notice",
        SEE_BRANCH: "differences",
        "PC": "set_notice_days publishable publish advance reopen",
    },
    "results.scorecards": {"PCMU": "people", ALL: "without_data", SEE_PERSON: "scorecard"},
    "results.scores": {ALL: "periods offered between up_to", SEE_BRANCH: "period_sheet history"},
    "results.shown": {ALL: "since offered coming newest is_shown settled", "PC": "show_since"},
    "results.superiors": {ALL: "superiors", "PHA": "choices teams name name_all"},
    "results.what_if.trying": {SEE_PERSON: "trial outcome"},
    # A form opens for the one who is asked: here CM01, and neither president nor committee.
    "reviews.answering": {"PCM": "mine", "m": "form save hand_in"},
    # Who says who is asked sees no result; who sees results says nothing of who is asked.
    "reviews.assigning": {
        "DA": "people raters superiors assignments propose assign add withdraw change",
    },
    "reviews.calibration": {
        "PC": "cases candidates raise_case vote own votes call_off propose confirm turn_down effect",
    },
    "reviews.campaigns": {
        "PCDA": "campaigns campaign events progress uses",
        "DA": "create open_ extend close call_off remind",
    },
    "reviews.drawing": {"PC": "draw certificate release"},
    "reviews.links": {"DA": "issue withdraw_unused counts"},
    "reviews.results": {"PC": "results judging", SEE_PERSON: "own", "PCM": "leniency"},
    "rewards.approving": {"PC": "approve turn_down", "C": "withdraw"},
    "rewards.clawback.clawing": {
        "C": "recoverable preview open_ approve turn_down withdraw",
        SEE_PAY: "clawback may_see evidence content last_day",
        ALL: "clawbacks",
    },
    "rewards.clawback.objecting": {"m": "object_to", "PC": "uphold dismiss", ALL: "independent"},
    "rewards.explained": {SEE_PAY: "explained"},
    "rewards.findings": {"C": "register set_finding"},
    "rewards.holding": {"C": "due coming checks check approve turn_down withdraw"},
    "rewards.leaving": {"C": "gone issue"},
    "rewards.payroll": {"C": "waiting make files"},
    "rewards.runs": {
        "CU": "can_see_people",
        "PCU": "president_sees runs run",
        "C": "payable preview propose",
    },
    "rewards.standing": {SEE_PAY: "statement", "CU": "people", "PCU": "totals", "C": "show_individuals"},
    "rewards.touched": {"D": "payments", "C": "waiting"},
    "schemes": {
        ALL: "schemes scheme named coming in_force_reference begins checks_by",
        "C": "store storing",
    },
    "seen_by": {"m": "seen_by"},
    "trail": {"UA": "entries offered"},
    "validity.history": {SEE_BRANCH: "steadiness", TRY: "tested"},
    "validity.one_period": {SEE_BRANCH: "trust"},
    "validity.outcomes": {SEE_BRANCH: "told", TRY: "beside"},
    "validity.report": {SEE_BRANCH: "report"},
    "weighing.cost": {TRY: "trial beside", "C": "compared"},
    "weighing.derived": {TRY: "derived"},
    "weighing.margins": {TRY: "bands nearest"},
    "weighing.pay": {TRY: "base", "C": "set_base"},
    "weighing.rounds": {
        TRY: "rounds round_ hand_in own result keep_median scenario_of",
        "C": "candidates open_round call_off",
    },
    "weighing.scenarios": {TRY: "keep kept"},
    "weighing.simulation": {
        TRY: "start simulate under set_beside worth jumps firmness why",
        "C": "save_draft",
    },
    "weighing.trail": {TRY: "record annotate tried"},
    "weighing.xray": {TRY: "pays measures"},
}
"""Module behind ``workflow.`` → word → its functions."""

WORDS = {
    f"{module}.{name}": word
    for module, words in TABLE.items()
    for word, names in words.items()
    for name in names.split()
}


def goes(word: str, letter: str, person: str, own: str, led) -> bool:
    """Whether the word lets somebody through about a person: `own` of the manager, `led` by the member of the
    committee."""
    if letter in word:
        return True
    if letter.lower() not in word:
        return False
    return person == own if letter == "M" else letter == "C" and person in led
