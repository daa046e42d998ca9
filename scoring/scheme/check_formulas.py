"""Whether the expressions of a scheme can work: what each may read where it stands, and that none leans on
itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter

from scoring.errors import Fault, FormulaError
from scoring.formula import Formula, Subject, check, order
from scoring.scheme.model import SchemeModel
from scoring.scheme.parts import ENTRY, SECTION, TOTAL, Condition
from scoring.thresholds import LARGEST

Known = Mapping[Subject, Collection[str] | None]

_FACTS: Known = {"value": None, "target": None, "position": None, "month": None}
"""What every expression may read. Which measures there are is known with the values only."""


def formula_faults(scheme: SchemeModel) -> Iterator[Fault]:
    """What is wrong with derived measures, conditions and every expression."""
    yield from _measures(scheme)
    sections = [section.code for section in scheme.sections]
    scores: Known = {**_FACTS, "score": scheme.codes}
    results = results_known(scheme)
    for measure in scheme.derived:
        yield from _named(f"{measure.code}.formula", measure.formula, _FACTS)
    for indicator in scheme.indicators:
        for name, formula in indicator.formulas:
            yield from _named(f"{indicator.code}.{name}", formula, _FACTS)
            if formula.is_condition:
                yield Fault("formula-number-wanted", f"{indicator.code}.{name}")
    for condition in scheme.conditions:
        known = results
        if condition.section is not None:
            known = {**scores, "section": sections}
        elif condition.on not in (TOTAL, ENTRY):
            known = scores
        for name, formula in condition.formulas:
            yield from _named(f"{condition.on}.{name}", formula, known)
        yield from _condition(condition, scheme)
    for grade in scheme.grades:
        if grade.when is not None:
            yield from _named(f"{grade.name}.when", grade.when, results)
            if not grade.when.is_condition:
                yield Fault("formula-condition-wanted", f"{grade.name}.when")
    if scheme.grades and scheme.grades[-1].when is not None:
        yield Fault("grade-when-last", scheme.grades[-1].name)
    for graph in (score_graph(scheme), section_graph(scheme)):
        if circle := _circle(graph):
            yield Fault("condition-circle", circle[0], {"circle": " → ".join(circle)})
    if circle := _circle(target_graph(scheme)):
        yield Fault("target-circle", circle[0], {"circle": " → ".join(circle)})


def results_known(scheme: SchemeModel) -> Known:
    """What an expression may read that has its turn once everybody's total is there."""
    sections = [section.code for section in scheme.sections]
    return {**_FACTS, "score": scheme.codes, "section": sections, "total": None}


def score_graph(scheme: SchemeModel) -> dict[str, set[str]]:
    """For each indicator those whose scores its conditions read."""
    graph: dict[str, set[str]] = {code: set() for code in scheme.codes}
    for condition in scheme.conditions:
        if condition.on in graph:
            read = {code for _, formula in condition.formulas for code in formula.codes("score")}
            graph[condition.on] |= (read & set(graph)) - {condition.on}
    return graph


def section_graph(scheme: SchemeModel) -> dict[str, set[str]]:
    """For each section those whose points its conditions read."""
    graph: dict[str, set[str]] = {section.code: set() for section in scheme.sections}
    for condition in scheme.conditions:
        if condition.section in graph:
            read = {code for _, formula in condition.formulas for code in formula.codes("section")}
            graph[str(condition.section)] |= (read & set(graph)) - {str(condition.section)}
    return graph


def target_graph(scheme: SchemeModel) -> dict[str, set[str]]:
    """For each indicator with an expression as target those whose targets it reads, itself included."""
    graph: dict[str, set[str]] = {}
    derived = {measure.code: measure.formula for measure in scheme.derived}

    def read(formula: Formula, seen: set[str]) -> set[str]:
        found = set(formula.codes("target"))
        for code in set(formula.codes()) - seen:
            if code in derived:
                seen.add(code)
                found |= read(derived[code], seen)
        return found

    for indicator in scheme.indicators:
        if indicator.target_formula is not None:
            graph[indicator.code] = read(indicator.target_formula, set())
    return graph


def in_order(graph: Mapping[str, Collection[str]]) -> tuple[str, ...]:
    """The codes of a graph without circles, each after those that it reads."""
    return tuple(code for code in TopologicalSorter(graph).static_order() if code in graph)


def _circle(graph: Mapping[str, Collection[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return [str(code) for code in error.args[1]]
    return []


def _measures(scheme: SchemeModel) -> Iterator[Fault]:
    codes = [measure.code for measure in scheme.derived]
    for code, count in Counter(codes).items():
        if count > 1:
            yield Fault("duplicate-entry", code, {"name": "derived"})
        if code in scheme.by_code:
            yield Fault("derived-indicator", code)
    for measure in scheme.derived:
        if measure.start is not None and not abs(measure.start) < LARGEST:
            yield Fault("not-finite", measure.code, {"name": "start"})
        if measure.formula.is_condition:
            yield Fault("formula-number-wanted", f"{measure.code}.formula")
    try:
        measures = {measure.code: measure.formula for measure in scheme.derived}
        others = [f for key, f in scheme.expressions if key.removesuffix(".formula") not in measures]
        order(measures, others)
    except FormulaError as problem:
        for fault in problem.faults:
            yield replace(fault, where=fault.where or scheme.code)


def _condition(condition: Condition, scheme: SchemeModel) -> Iterator[Fault]:
    sections = [section.code for section in scheme.sections]
    there = condition.on in scheme.by_code or condition.on in (TOTAL, ENTRY) or condition.section in sections
    if not there:
        choices = (*scheme.codes, *(SECTION + code for code in sections), TOTAL, ENTRY)
        yield Fault("condition-on", condition.on, {"choices": choices})
    if (condition.effect == "exclude") != (condition.on == ENTRY):
        yield Fault("condition-exclude", condition.on)
    if not abs(condition.amount) < LARGEST:
        yield Fault("not-finite", condition.on, {"name": condition.effect})
    if condition.per is not None and condition.effect != "add":
        yield Fault("condition-per", condition.on)
    if not condition.when.is_condition:
        yield Fault("formula-condition-wanted", f"{condition.on}.when")
    if condition.per is not None and condition.per.is_condition:
        yield Fault("formula-number-wanted", f"{condition.on}.per")


def _named(where: str, formula: Formula, known: Known) -> Iterator[Fault]:
    for fault in check(formula, known):
        yield replace(fault, where=where)
