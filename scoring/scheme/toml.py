"""Reading scheme files, with every fault collected."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from scoring.errors import Fault, SchemeError
from scoring.formula import Formula
from scoring.scheme.check import faults as scheme_faults
from scoring.scheme.indicator import (
    BETWEEN,
    DIMENSIONS,
    DIRECTIONS,
    KINDS,
    MEASURES,
    ON,
    TARGET_FROM,
    WITHOUT_TARGET,
    Indicator,
)
from scoring.scheme.model import (
    AGGREGATIONS,
    COMBINATIONS,
    CYCLES,
    MISSING_POLICIES,
    USUAL_CAP,
    SchemeModel,
)
from scoring.scheme.parts import (
    EFFECTS,
    RANKINGS,
    Authorisation,
    Condition,
    Grade,
    Measure,
    Profile,
    Protection,
    Section,
    Veto,
)
from scoring.scheme.pay import reading as pay
from scoring.scheme.result_use import OTHERS, RECOGNITION, ResultUse
from scoring.scheme.rules import RULES, Rule, parameters
from scoring.scheme.table import Table

S = TypeVar("S", bound=SchemeModel)


@dataclass(frozen=True)
class Reading(Generic[S]):
    """What a file says: the scheme as far as it can be made out, and every fault."""

    scheme: S
    faults: tuple[Fault, ...]


def read(text: str, make: type[S]) -> Reading[S]:
    """Read a scheme file leniently, as an object of the class `make`.

    Indicators whose rule cannot be made out are left out of ``scheme``; a fault says so.

    Raises
    ------
    SchemeError : when the text is not TOML at all.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise SchemeError([Fault("toml", params={"detail": problem})]) from None
    found: list[Fault] = []
    top = Table(document, str(document.get("code", "scheme")), found)
    scheme = _scheme(top, make)
    whole = len(scheme.indicators) == len(document.get("indicator", ()))
    for fault in scheme_faults(scheme):
        # Where an indicator had to be left out, the sum and the count say nothing true.
        if whole or fault.key not in ("weight-sum", "no-indicators"):
            found.append(fault)
    return Reading(scheme, tuple(_unique(found)))


def _unique(faults: Sequence[Fault]) -> list[Fault]:
    seen: dict[str, Fault] = {}
    for fault in faults:
        seen.setdefault(repr(fault), fault)
    return list(seen.values())


def _scheme(top: Table, make: type[S]) -> S:
    classes = top.texts("classes", make.classes)
    points = top.number("points", make.points)
    profiles = tuple(_profile(entry) for entry in top.tables("profile", "code"))
    entries = top.tables("indicator", "code")
    # Where every list stands in a profile, the indicators need no weights of their own.
    weighted = not profiles or any("weight" in entry for entry in entries)
    scheme = make(
        code=top.text("code") or "scheme",
        version=top.integer("version") or 0,
        name=top.names("name"),
        cycle=top.word("cycle", CYCLES) or make.cycle,
        aggregation=top.word("aggregation", AGGREGATIONS, make.aggregation),
        missing=top.word("missing", MISSING_POLICIES, make.missing),
        minimum_coverage=top.number("minimum_coverage", make.minimum_coverage),
        decimals=top.integer("decimals", make.decimals),
        cap=top.number("cap", USUAL_CAP * points),
        additions_limit=top.number("additions_limit", make.additions_limit),
        deductions_limit=top.number("deductions_limit", make.deductions_limit),
        veto=_veto(top.table("veto", None)),
        grades=tuple(_grade(entry) for entry in top.tables("grade", "name")),
        classes=classes,
        authorisation=_authorisation(top.table("authorisation", None)),
        tie_breakers=top.texts("tie_breakers", make.tie_breakers),
        protection=_protection(top.table("protection", None)),
        handover_months=top.integer("handover_months", make.handover_months),
        indicators=tuple(
            indicator
            for entry in entries
            if (indicator := _indicator(entry, classes, weighted=weighted)) is not None
        ),
        points=points,
        combine=top.word("combine", COMBINATIONS, make.combine),
        sections=tuple(_section(entry) for entry in top.tables("section", "code")),
        profiles=profiles,
        derived=tuple(
            measure for entry in top.tables("derived", "code") if (measure := _measure(entry)) is not None
        ),
        conditions=tuple(
            condition
            for entry in top.tables("condition", "on")
            if (condition := _condition(entry)) is not None
        ),
        result_use=_result_use(top.table("result_use", None)),
        pay=tuple(line for entry in top.tables("pay", "code") if (line := pay.line(entry)) is not None),
        payment=pay.payment(top.table("payment", None)),
    )
    top.close()
    return scheme


def _veto(table: Table | None) -> Veto:
    if table is None:
        return Veto()
    veto = Veto(
        ceiling=table.number("ceiling", Veto.ceiling),
        grade=table.text("grade", Veto.grade) or Veto.grade,
    )
    table.close()
    return veto


def _protection(table: Table | None) -> Protection:
    if table is None:
        return Protection()
    protection = Protection(
        unranked_months=table.integer("unranked_months", Protection.unranked_months),
        target_factors=table.numbers("target_factors", default=Protection.target_factors),
    )
    table.close()
    return protection


def _result_use(table: Table | None) -> ResultUse:
    if table is None:
        return ResultUse()
    usual = ResultUse
    use = ResultUse(
        appeal_days=table.integer("appeal_days", usual.appeal_days),
        review_days=table.integer("review_days", usual.review_days),
        others=table.word("others", OTHERS, usual.others),
        talk_grades=table.texts("talk_grades", usual.talk_grades),
        talk_days=table.integer("talk_days", usual.talk_days),
        falling=table.integer("falling", usual.falling),
        recognition=table.words("recognition", RECOGNITION, usual.recognition),
    )
    table.close()
    return use


def _authorisation(table: Table | None) -> Authorisation | None:
    if table is None:
        return None
    authorisation = Authorisation(
        reference=table.text("reference") or "",
        issued_on=table.date("issued_on"),
        scope=table.text("scope") or "",
    )
    table.close()
    return authorisation


def _grade(table: Table) -> Grade:
    grade = Grade(
        name=table.text("name") or "",
        from_=table.number("from") or 0.0,
        coefficient=table.number("coefficient", Grade.coefficient),
        quota=table.number("quota", Grade.quota),
        when=table.formula("when"),
    )
    table.close()
    return grade


def _section(table: Table) -> Section:
    section = Section(
        code=table.text("code") or table.where,
        name=table.names("name"),
        cap=table.number("cap", Section.cap),
        scorer=table.text("scorer", Section.scorer),
    )
    table.close()
    return section


def _measure(table: Table) -> Measure | None:
    code, formula = table.text("code"), table.formula("formula", optional=False)
    names, unit, start = table.names("name"), table.text("unit", ""), table.number("start", None)
    table.close()
    if code is None or formula is None:
        return None
    return Measure(code, names, formula, unit, start)


def _condition(table: Table) -> Condition | None:
    on, when = table.text("on"), table.formula("when", optional=False)
    per, then = table.formula("per"), table.table("then")
    reason = table.names("reason") if "reason" in table else {}
    table.close()
    if then is None or on is None or when is None:
        return None
    given = [effect for effect in EFFECTS if effect in then]
    amount: float | None = 0.0
    if len(given) != 1:
        for effect in given:
            then.may_lack(effect, True)
        table.complain("effect-one", choices=EFFECTS)
    elif given[0] == "exclude":
        if not then.flag("exclude"):
            table.complain("exclude-true")
    else:
        amount = then.number(given[0])
    then.close()
    if len(given) != 1 or amount is None:
        return None
    return Condition(on, when, given[0], amount, per, reason)


def _profile(table: Table) -> Profile:
    profile = Profile(
        code=table.text("code") or table.where,
        name=table.names("name"),
        positions=table.texts("positions", ()),
        weights=table.figures("weights") or {},
        targets=(table.figures("targets") or {}) if "targets" in table else {},
        ranking=table.word("ranking", RANKINGS, Profile.ranking),
    )
    table.close()
    return profile


def _indicator(table: Table, classes: Sequence[str], *, weighted: bool) -> Indicator | None:
    weight = table.number("weight", None)
    if weighted and "weight" not in table:
        table.complain("weight-missing")
    rule = _rule(table.table("rule"))
    code = table.text("code")
    class_ = table.text("class")
    frequency = table.word("frequency", CYCLES, "")
    target = table.number_or_formula("target")
    new = Indicator
    indicator = Indicator(
        code=code or table.where,
        name=table.names("name"),
        weight=weight or 0.0,
        rule=rule or Rule(),
        class_=class_ or classes[0],
        direction="lower" if table.word("direction", DIRECTIONS) == "lower" else "higher",
        family=table.text("family", new.family) or new.family,
        dimension=table.word("dimension", DIMENSIONS, new.dimension),
        kind=table.word("kind", KINDS, new.kind),
        unit=table.text("unit", new.unit),
        measure=table.word("measure", MEASURES, new.measure),
        target=None if isinstance(target, Formula) else target,
        frequency=frequency or new.frequency,
        between="not-due" if table.word("between", BETWEEN, new.between) == "not-due" else "carry",
        source=table.text("source", new.source),
        owner=table.text("owner", new.owner),
        cut_off=table.text("cut_off", new.cut_off),
        anchors=table.texts("anchors", new.anchors),
        on=table.word("on", ON, new.on),
        steps=table.number("steps", new.steps),
        without_target=table.word("without_target", WITHOUT_TARGET, new.without_target),
        target_from=table.word("target_from", TARGET_FROM, new.target_from),
        lowest=table.number("lowest", new.lowest),
        highest=table.number("highest", new.highest),
        section=table.text("section", new.section),
        quantity=table.formula("quantity"),
        target_formula=target if isinstance(target, Formula) else None,
        factor=table.formula("factor"),
    )
    table.close()
    return indicator if rule is not None and code is not None and class_ is not None else None


def _rule(table: Table | None) -> Rule | None:
    kind = None if table is None else table.word("type", tuple(RULES))
    return None if table is None or kind is None else parameters.read(RULES[kind], table)
