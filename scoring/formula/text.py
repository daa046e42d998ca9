"""An expression as canonical text: the same nodes give the same text, and the text gives the same nodes."""

from __future__ import annotations

import re

from scoring.formula.functions import WORDS
from scoring.formula.nodes import Apply, Node, Number, Read, Word

OR, AND, NOT, COMPARE, SUM, PRODUCT, NEGATE, CLOSED = range(8)
"""How tightly operators bind, the loosest first; what is closed in itself binds tightest."""

COMPARISONS = frozenset({"<", "<=", ">", ">=", "==", "!="})
_TIGHTNESS = {
    "or": OR,
    "and": AND,
    "not": NOT,
    **dict.fromkeys(COMPARISONS, COMPARE),
    "sum": SUM,
    "product": PRODUCT,
    "negate": NEGATE,
}


def tightness(node: Node) -> int:
    """How tightly the operator of a node binds."""
    return _TIGHTNESS.get(node.op, CLOSED) if isinstance(node, Apply) else CLOSED


def canonical(node: Node) -> str:
    """The text of a node."""
    if isinstance(node, Number):
        return figure(node.value)
    if isinstance(node, Word):
        mark = "'" if '"' in node.text else '"'
        return f"{mark}{node.text}{mark}"
    if isinstance(node, Read):
        if not node.name:
            return code_text(node.code)
        return f"{node.name}({code_text(node.code) if node.code else ''})"
    assert isinstance(node, Apply)
    return _applied(node)


def figure(value: float) -> str:
    """A number with all its digits, whole ones without decimals."""
    return str(int(value)) if value.is_integer() else repr(value)


def code_text(code: str) -> str:
    """A code, in ``[ ]`` where it could be taken for something else."""
    plain = re.fullmatch(r"\w+", code) and not re.match(r"[0-9]+(?:[eE][0-9]+)?\Z", code)
    return code if plain and code not in WORDS else f"[{code}]"


def _applied(node: Apply) -> str:
    own = tightness(node)
    if node.op in ("sum", "product"):
        texts = [_inside(arg, own + 1) for arg in node.args]
        apart = " {} " if node.op == "sum" else "{}"
        rest = (apart.format(sign) + text for sign, text in zip(node.signs[1:], texts[1:], strict=True))
        return texts[0] + "".join(rest)
    if node.op in ("and", "or"):
        return f" {node.op} ".join(_inside(arg, own + 1) for arg in node.args)
    if node.op in COMPARISONS:
        return f" {node.op} ".join(_inside(arg, own + 1) for arg in node.args)
    if node.op == "not":
        return f"not {_inside(node.args[0], own)}"
    if node.op == "negate":
        return f"-{_inside(node.args[0], own)}"
    inside = [canonical(arg) for arg in node.args]
    if node.table:
        inside.append("[" + ", ".join(f"[{figure(b)}, {figure(r)}]" for b, r in node.table) + "]")
    elif node.op in ("round", "sum_of_last", "mean_of_last") or (node.op == "previous" and node.whole != 1):
        inside.append(str(node.whole))
    return f"{node.op}({', '.join(inside)})"


def _inside(node: Node, loosest: int) -> str:
    text = canonical(node)
    return text if tightness(node) >= loosest else f"({text})"
