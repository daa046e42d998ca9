"""How formulas lean on each other and on what there is: order, circles, size, how far back they read."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from graphlib import CycleError, TopologicalSorter

from scoring.errors import Fault, FormulaError, Phrase
from scoring.formula.faults import LARGEST_SCHEME, near, shortened
from scoring.formula.nodes import Formula, Subject, Word


def check(formula: Formula, known: Mapping[Subject, Collection[str] | None]) -> list[Fault]:
    """What `formula` names that there is not, each with its column and the nearest name.

    `known` has for each subject that may be read here the codes there are, None where any will do; a subject
    that is not in it may not be read in this place.
    """
    found = []
    for use in formula.uses:
        names = known.get(use.subject)
        if use.subject not in known:
            what = Phrase(f"formula-subject-{use.subject}")
            found.append(Fault("formula-not-here", params={"at": use.at, "what": what}))
        elif use.code and names is not None and use.code not in names:
            found.append(_unknown(use.at, use.subject, use.code, names))
    positions = known.get("position")
    if positions is not None:
        words = [node for node in formula.nodes if isinstance(node, Word)]
        found += [_unknown(w.at, "position", w.text, positions) for w in words if w.text not in positions]
    return found


def _unknown(at: int, subject: Subject, name: str, names: Collection[str]) -> Fault:
    what = Phrase(f"formula-subject-{subject}")
    params = {"at": at, "what": what, "name": shortened(name), "near": near(name, names)}
    return Fault("formula-name", params=params)


def order(measures: Mapping[str, Formula], others: Iterable[Formula] = ()) -> tuple[str, ...]:
    """The codes of derived measures so that each stands after those that it reads.

    `others` are the formulas of the scheme that are no derived measures; they count for the size.

    Raises
    ------
    FormulaError : a circle, named (a measure's own past is none), or more than 10 000 nodes when every
        measure is written out.
    """
    for code, formula in measures.items():
        if any(use.code == code and use.subject == "value" and use.lag == 0 for use in formula.uses):
            raise _circle((code, code))
    graph = {code: _read_by(code, formula, measures) for code, formula in measures.items()}
    try:
        ordered = tuple(TopologicalSorter(graph).static_order())
    except CycleError as circle:
        # The sorter names each before the one that reads it.
        raise _circle(tuple(reversed(circle.args[1]))) from None
    sizes: dict[str, int] = {}
    for code in ordered:
        sizes[code] = measures[code].size(sizes)
        _refuse_size(sum(sizes.values()))
    _refuse_size(sum(sizes.values()) + sum(formula.size(sizes) for formula in others))
    return ordered


def reach(formula: Formula, measures: Mapping[str, Formula], cycle: str) -> int | None:
    """How many periods back `formula` reads, the derived measures that it names included; None: as far as
    there is anything, as one of them reads its own past."""
    reaches: dict[str, float] = {}
    for code in order(measures):
        own_past = code in measures[code].codes()
        reaches[code] = math.inf if own_past else measures[code].looks_back(cycle, reaches)
    found = formula.looks_back(cycle, reaches)
    return None if math.isinf(found) else int(found)


def _read_by(code: str, formula: Formula, measures: Mapping[str, Formula]) -> list[str]:
    """The other derived measures that one reads."""
    return [other for other in formula.codes() if other in measures and other != code]


def _circle(codes: tuple[str, ...]) -> FormulaError:
    return FormulaError([Fault("formula-circle", codes[0], {"circle": " → ".join(codes)})])


def _refuse_size(nodes: int) -> None:
    if nodes > LARGEST_SCHEME:
        params = {"nodes": nodes, "limit": LARGEST_SCHEME}
        raise FormulaError([Fault("formula-size", params=params)])
