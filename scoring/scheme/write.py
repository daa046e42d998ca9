"""Writing scheme files, so that reading them gives the same scheme."""

from __future__ import annotations

import json
from collections.abc import Mapping

from scoring.scheme.indicator import Indicator
from scoring.scheme.model import FIVE_CLASSES, SchemeModel
from scoring.scheme.pay import PayLine, Payment
from scoring.scheme.result_use import ResultUse


def write(scheme: SchemeModel) -> str:
    """The scheme as TOML, keys in a fixed order and defaults left out only where none is given."""
    lines = [
        *_pairs(
            code=scheme.code,
            version=scheme.version,
            name=scheme.name,
            cycle=scheme.cycle,
            aggregation=scheme.aggregation,
            points=_unless(scheme.points, SchemeModel.points),
            combine=_unless(scheme.combine, SchemeModel.combine),
            missing=scheme.missing,
            minimum_coverage=scheme.minimum_coverage,
            decimals=scheme.decimals,
            cap=scheme.cap,
            additions_limit=scheme.additions_limit,
            deductions_limit=scheme.deductions_limit,
            veto={"ceiling": scheme.veto.ceiling, "grade": scheme.veto.grade},
            classes=None if scheme.classes == FIVE_CLASSES else list(scheme.classes),
            tie_breakers=list(scheme.tie_breakers) or None,
            protection={
                "unranked_months": scheme.protection.unranked_months,
                "target_factors": list(scheme.protection.target_factors),
            },
            handover_months=scheme.handover_months,
            result_use=_result_use(scheme.result_use),
            payment=_payment(scheme.payment),
            authorisation=None
            if scheme.authorisation is None
            else {
                "reference": scheme.authorisation.reference,
                "issued_on": scheme.authorisation.issued_on,
                "scope": scheme.authorisation.scope,
            },
        )
    ]
    for grade in scheme.grades:
        lines += ["", "[[grade]]"]
        pairs = {"name": grade.name, "from": grade.from_}
        lines += _pairs(**pairs, coefficient=grade.coefficient, quota=grade.quota, when=grade.when)
    for measure in scheme.derived:
        lines += ["", "[[derived]]"]
        lines += _pairs(
            code=measure.code,
            name=measure.name,
            unit=measure.unit or None,
            formula=measure.formula,
            start=measure.start,
        )
    for section in scheme.sections:
        lines += ["", "[[section]]"]
        lines += _pairs(code=section.code, name=section.name, cap=section.cap, scorer=section.scorer)
    for profile in scheme.profiles:
        lines += ["", "[[profile]]"]
        lines += _pairs(
            code=profile.code,
            name=profile.name,
            positions=list(profile.positions),
            weights=profile.weights,
            targets=profile.targets or None,
            ranking=profile.ranking,
        )
    for condition in scheme.conditions:
        lines += ["", "[[condition]]"]
        lines += _pairs(
            on=condition.on,
            when=condition.when,
            then={condition.effect: True if condition.effect == "exclude" else condition.amount},
            per=condition.per,
            reason=condition.reason or None,
        )
    for indicator in scheme.indicators:
        lines += ["", "[[indicator]]", *_indicator_lines(indicator)]
    for line in scheme.pay:
        lines += ["", "[[pay]]"]
        lines += _pairs(
            code=line.code,
            name=line.name,
            kind=line.kind,
            positions=list(line.positions) or None,
            when=line.when,
            **line.says,
            deferrable=_unless(line.deferrable, PayLine.deferrable),
        )
    return "\n".join(lines) + "\n"


def _result_use(use: ResultUse) -> Mapping[str, object] | None:
    """All of it where any of it is unusual: what is usual may become another thing one day."""
    if use == ResultUse():
        return None
    return {
        "appeal_days": use.appeal_days,
        "review_days": use.review_days,
        "others": use.others,
        **({"talk_grades": list(use.talk_grades)} if use.talk_grades else {}),
        "talk_days": use.talk_days,
        "falling": use.falling,
        "recognition": list(use.recognition),
    }


def _payment(payment: Payment) -> Mapping[str, object] | None:
    """All of it where any of it is unusual."""
    if payment == Payment():
        return None
    says = {
        "material": list(payment.material) or None,
        "deferred": payment.deferred,
        "years": payment.years,
        "minimum": payment.minimum,
        "wage": payment.wage,
    }
    return {name: value for name, value in says.items() if value is not None}


def _indicator_lines(indicator: Indicator) -> list[str]:
    rule = {"type": indicator.rule.type} | indicator.rule.parameters()
    return [
        *_pairs(
            code=indicator.code,
            name=indicator.name,
            family=indicator.family,
            dimension=indicator.dimension,
            **{"class": indicator.class_},
            kind=indicator.kind,
            unit=indicator.unit,
            direction=indicator.direction,
            weight=indicator.weight,
            target=indicator.target if indicator.target_formula is None else indicator.target_formula,
            rule=rule,
            measure=indicator.measure,
            frequency=indicator.frequency,
            between=indicator.between if indicator.frequency else None,
            source=indicator.source,
            owner=indicator.owner,
            cut_off=indicator.cut_off,
            anchors=list(indicator.anchors) or None,
            on=_unless(indicator.on, Indicator.on),
            steps=indicator.steps,
            without_target=_unless(indicator.without_target, Indicator.without_target),
            target_from=_unless(indicator.target_from, Indicator.target_from),
            lowest=indicator.lowest,
            highest=indicator.highest,
            section=indicator.section,
            quantity=indicator.quantity,
            factor=indicator.factor,
        )
    ]


def _unless(value: object, usual: object) -> object:
    """The value, or None where it is the one that holds anyway."""
    return None if value == usual else value


def _pairs(**pairs: object) -> list[str]:
    return [f"{name} = {value_text(value)}" for name, value in pairs.items() if value is not None]


def value_text(value: object) -> str:
    """A value as TOML, on one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, int):
        return repr(value)
    if isinstance(value, Mapping):
        inner = ", ".join(f"{key_text(k)} = {value_text(v)}" for k, v in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(value_text(v) for v in value) + "]"
    # A JSON string is a TOML basic string, except that TOML wants DEL escaped too.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")


def key_text(name: str) -> str:
    """A key as TOML, in quotes where it needs them."""
    bare = name.replace("-", "").replace("_", "")
    return name if bare.isalnum() and bare.isascii() else value_text(name)
