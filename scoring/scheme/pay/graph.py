"""Which line of pay leans on which, and the order in which they are worked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from scoring.scheme.pay.lines import OfLines, PayLine, summed


def leaning(lines: Sequence[PayLine]) -> dict[str, tuple[str, ...]]:
    """For each line those that it reads, in an order of their own: that of the file plays no part."""
    found: dict[str, tuple[str, ...]] = {}
    there = {line.code for line in lines}
    for line in sorted(lines, key=lambda one: one.code):
        read = {code for _, formula in line.formulas for code in formula.codes("pay")}
        if isinstance(line, OfLines):
            read |= set(summed(line, lines))
        found[line.code] = tuple(sorted(read & there))
    return found


def in_order(lines: Sequence[PayLine]) -> tuple[PayLine, ...]:
    """Lines without a circle, each after those that it reads."""
    by_code = {line.code: line for line in lines}
    return tuple(by_code[code] for code in TopologicalSorter(leaning(lines)).static_order())


def circle(graph: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Lines that lean on each other in a circle, each on the one after it; empty where there is none."""
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as problem:
        # The sorter names each before the one that reads it.
        return tuple(reversed([str(code) for code in problem.args[1]]))
    return ()
