"""An expression in words, and how it came to its figure, as a calculator repeats it: K1 = 3.5×400 + 18×60 =
2,480."""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from scoring.errors import Phrase
from scoring.formula import Formula, Node, Worked
from scoring.formula.nodes import PAST, PEERS, WINDOWS, Apply, Number, Read, Word
from scoring.formula.text import CLOSED, SUM, tightness
from scoring.scheme.parts import SECTION
from words import format as fmt
from words.text import Text

Names = Mapping[str, str]
"""What codes are called (sections as "section:CODE"); a code without a name is shown as it is."""

_SIGNS = {"+": " + ", "-": " − ", "*": "×", "/": "÷"}
_COMPARED = {"<": "<", "<=": "≤", ">": ">", ">=": "≥", "==": "=", "!=": "≠"}


def statement(name: str, worked: Worked, t: Text, unit: str = "", names: Names = MappingProxyType({})) -> str:
    """The whole line of a measure: its name, the expression with its figures, what came out, in its unit; of
    a missing one why. A condition says whether it holds instead."""
    formula = plain(worked, t)
    if worked.why is not None:
        key = "formula-undecided" if worked.node.type == "condition" else "formula-missing"
        return t(key, name=name, formula=formula, why=reason(worked.why, t, names))
    if worked.node.type == "condition":
        return t("formula-holds" if worked.value else "formula-fails", formula=formula)
    value = fmt.operand(worked.value)
    if formula == value:
        return t("formula-plain", name=name, value=f"{value} {unit}".rstrip())
    return t("formula-statement", name=name, formula=formula, value=f"{value} {unit}".rstrip())


def reason(why: Phrase, t: Text, names: Names = MappingProxyType({})) -> str:
    """Why there is nothing."""
    params = {name: names.get(str(value), value) for name, value in why.params.items()}
    return t(why.key, **params)


def plain(worked: Worked, t: Text) -> str:
    """The expression with the figures of one person in the place of its codes; what stands inside a function
    over time or over people is shown as the one figure that came out, with what it is."""
    node = worked.node
    if isinstance(node, Word):
        return t("formula-text", text=node.text)
    if isinstance(node, Number | Read):
        return t("formula-text", text=worked.text) if node.type == "text" else _figure(worked.value, t)
    assert isinstance(node, Apply)
    if node.op in PAST | WINDOWS | PEERS:
        return t("formula-of", value=_figure(worked.value, t), what=_span(node, t))
    if node.op == "coalesce":
        return plain(worked.parts[0], t)
    if node.op == "if":
        return _chosen(worked, t)
    if tightness(node) == CLOSED:
        return _called(worked, node, t)
    return _joined(worked, node, t)


def spelled(formula: Formula, t: Text, names: Names = MappingProxyType({})) -> str:
    """The expression as a regulation writes it: measures by their names, functions in words."""
    return _spelled(formula.root, t, names)


def as_factor(root: Node, text: str) -> str:
    """The text of an expression that something is multiplied by, in brackets where it needs them."""
    return text if tightness(root) > SUM else f"({text})"


def _spelled(node: Node, t: Text, names: Names) -> str:
    if isinstance(node, Number):
        return fmt.operand(node.value)
    if isinstance(node, Word):
        return t("formula-text", text=node.text)
    if isinstance(node, Read):
        return _read(node, t, names)
    assert isinstance(node, Apply)
    if node.op in ("sum", "product", "and", "or", "not", "negate", *_COMPARED):
        loosest = tightness(node) + (node.op not in ("not", "negate"))
        inside = [_spelled(arg, t, names) for arg in node.args]
        texts = [
            f"({text})" if tightness(arg) < loosest else text
            for arg, text in zip(node.args, inside, strict=True)
        ]
        return _operated(node, texts, t)
    inside = [_spelled(arg, t, names) for arg in node.args]
    if node.op in PAST | WINDOWS | PEERS:
        value = inside[0] if tightness(node.args[0]) == CLOSED else f"({inside[0]})"
        return t("formula-of", value=value, what=_span(node, t))
    if node.op == "if":
        return t("formula-spelled-if", condition=inside[0], value=inside[1], other=inside[2])
    if node.op == "round":
        inside.append(t("formula-spelled-decimals", count=node.whole))
    if node.op == "brackets":
        inside += [
            t("formula-spelled-bracket", bound=fmt.operand(bound), rate=fmt.operand(rate))
            for bound, rate in node.table
        ]
    return t("formula-call", name=t(f"formula-call-{node.op}"), inside=t("comma-joint").join(inside))


def _read(node: Read, t: Text, names: Names) -> str:
    """What is looked up: a measure by its name, what is read of it beside it."""
    before = {"section": SECTION, "pay": "pay:"}.get(node.subject, "")
    known = f"{before}{node.code}"
    name = t("formula-named", name=names[known]) if known in names else node.code
    return t(f"formula-spelled-{node.name}", name=name) if node.name else name


def _span(node: Apply, t: Text) -> str:
    """Over which periods or people a function goes."""
    return t(f"formula-of-{node.op.replace('_', '-')}", whole=node.whole)


def _figure(value: float, t: Text) -> str:
    return t("formula-no-figure") if math.isnan(value) else fmt.operand(value)


def _chosen(worked: Worked, t: Text) -> str:
    condition, *branch = worked.parts
    if not branch:
        return t("formula-if-undecided", condition=plain(condition, t))
    key = "formula-if-holds" if condition.value else "formula-if-fails"
    return t(key, value=plain(branch[0], t), condition=plain(condition, t))


def _called(worked: Worked, node: Apply, t: Text) -> str:
    inside = [plain(part, t) for part in worked.parts]
    if node.op == "round":
        inside.append(str(node.whole))
    if node.op == "brackets" and not math.isnan(worked.value):
        parts = worked.slices() or ((0.0, node.table[0][1]),)
        shown = (t("formula-slice", part=fmt.operand(p), rate=fmt.operand(rate)) for p, rate in parts)
        inside = [" + ".join(shown)]
    return t("formula-call", name=t(f"formula-call-{node.op}"), inside=", ".join(inside))


def _joined(worked: Worked, node: Apply, t: Text) -> str:
    """Operators between what they work on; what binds less tightly in brackets."""
    loosest = tightness(node) + (node.op not in ("not", "negate"))
    first, *others = worked.parts
    texts = [_inside(first, loosest, t, signed=node.op != "negate")]
    texts += [_inside(part, loosest, t, signed=node.op not in ("sum", "product")) for part in others]
    return _operated(node, texts, t)


def _operated(node: Apply, texts: list[str], t: Text) -> str:
    """The texts with the operator between them."""
    if node.op in ("sum", "product"):
        rest = (_SIGNS[sign] + text for sign, text in zip(node.signs[1:], texts[1:], strict=True))
        return texts[0] + "".join(rest)
    if node.op in ("and", "or"):
        return t(f"formula-{node.op}").join(texts)
    if node.op == "not":
        return t("formula-not", condition=texts[0])
    if node.op == "negate":
        return f"{fmt.MINUS}{texts[0]}"
    return f" {_COMPARED[node.op]} ".join(texts)


def _inside(part: Worked, loosest: int, t: Text, *, signed: bool) -> str:
    """A part of an operation; in brackets where it would be read otherwise without, or has a sign of its own
    and stands where it should have none."""
    shown = plain(part, t)
    while isinstance(part.node, Apply) and part.node.op == "coalesce":
        part = part.parts[0]
    bare = shown.startswith(fmt.MINUS) and not signed
    return f"({shown})" if tightness(part.node) < loosest or bare else shown
