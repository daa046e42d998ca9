"""From text to nodes: a parser by precedence, and the rules of what may stand where."""

from __future__ import annotations

import math
from collections.abc import Callable

from scoring.errors import FormulaError
from scoring.formula import faults
from scoring.formula.faults import expected, want
from scoring.formula.functions import FUNCTIONS, KEEP_TYPE, WORDS, Function
from scoring.formula.nodes import (
    PAST,
    RESULTS,
    WINDOWS,
    Apply,
    Formula,
    Node,
    Number,
    Read,
    Type,
    Word,
    children,
)
from scoring.formula.scanner import Scanner, Token
from scoring.formula.text import COMPARISONS, canonical
from scoring.thresholds import LARGEST


def parse(text: str) -> Formula:
    """Read an expression.

    Raises
    ------
    FormulaError : it cannot be read; its one fault (``formula-…``) names the column from 1 (``at``), what
        stands there and what was expected. ``fault.where`` is "" for the caller to fill in.
    """
    if len(text) > faults.LONGEST:
        raise faults.too_long(len(text))
    parser = _Parser(text)
    root = parser.whole()
    _refuse_results_of_the_past(root, inside=False)
    return Formula(canonical(root), root, text)


class _Parser:
    def __init__(self, text: str) -> None:
        self._scanner = Scanner(text)
        self._nested = 0
        self._nodes: dict[tuple[object, ...], Node] = {}
        self._depth: dict[int, int] = {}

    # The same part twice is one node.

    def _number(self, at: int, value: float) -> Node:
        return self._same(("number", value), lambda: Number(at, "number", value))

    def _read(self, at: int, given: Function, code: str, name: str) -> Node:
        assert given.reads
        subject = given.reads
        return self._same((subject, code, name), lambda: Read(at, given.gives, subject, code, name))

    def _apply(
        self,
        at: int,
        op: str,
        args: list[Node],
        gives: Type = "number",
        signs: str = "",
        whole: int = 0,
        table: tuple[tuple[float, float], ...] = (),
    ) -> Node:
        key = (op, *map(id, args), signs, whole, table)
        return self._same(key, lambda: Apply(at, gives, op, tuple(args), signs, whole, table))

    def _same(self, key: tuple[object, ...], make: Callable[[], Node]) -> Node:
        node = self._nodes.get(key)
        if node is None:
            node = self._nodes[key] = make()
            depth = 1 + max((self._depth[id(arg)] for arg in children(node)), default=0)
            if depth > faults.DEEPEST:
                raise faults.too_deep(node.at)
            self._depth[id(node)] = depth
        return node

    # What comes next.

    def _next_is(self, *signs: str) -> bool:
        token = self._scanner.token
        return token.kind in ("sign", "word") and token.text in signs

    def _expect(self, sign: str) -> Token:
        if not self._next_is(sign):
            raise self._unexpected("sign", sign=sign)
        return self._scanner.take()

    def _unexpected(self, what: str, **params: object) -> FormulaError:
        return expected(self._scanner.token.at, self._scanner.token.typed, want(what, **params))

    # The levels, from what binds loosest.

    def whole(self) -> Node:
        root = self._any()
        token = self._scanner.token
        if token.kind != "end":
            raise self._unexpected("equals" if token.text == "=" else "operator")
        if root.type == "text":
            raise expected(root.at, canonical(root), want("number-or-condition"))
        return root

    def _any(self) -> Node:
        self._nested += 1
        if self._nested > faults.DEEPEST:
            raise faults.too_deep(self._scanner.token.at)
        node = self._joined("or", self._all_of)
        self._nested -= 1
        return node

    def _all_of(self) -> Node:
        return self._joined("and", self._not)

    def _joined(self, word: str, part: Callable[[], Node]) -> Node:
        parts = [part()]
        while self._next_is(word):
            self._scanner.take()
            parts.append(part())
        if len(parts) == 1:
            return parts[0]
        for one in parts:
            _want_condition(one)
        return self._apply(parts[0].at, word, parts, "condition")

    def _not(self) -> Node:
        return self._before("not", self._not, self._comparison)

    def _before(self, sign: str, again: Callable[[], Node], then: Callable[[], Node]) -> Node:
        """An operator that stands before what it works on, any number of times."""
        if not self._next_is(sign):
            return then()
        at = self._scanner.take().at
        self._nested += 1
        if self._nested > faults.DEEPEST:
            raise faults.too_deep(at)
        node = again()
        self._nested -= 1
        if sign == "not":
            _want_condition(node)
            return self._apply(at, "not", [node], "condition")
        _want_number(node)
        return self._apply(at, "negate", [node])

    def _comparison(self) -> Node:
        left = self._sum()
        if not self._next_is(*COMPARISONS):
            return left
        sign = self._scanner.take()
        right = self._sum()
        if self._next_is(*COMPARISONS):
            raise self._unexpected("one-comparison")
        if (left.type == "text") != (right.type == "text"):
            other = right if left.type == "text" else left
            raise expected(other.at, canonical(other), want("text"))
        if left.type == "text" and sign.text not in ("==", "!="):
            raise expected(sign.at, sign.typed, want("equality"))
        return self._apply(left.at, sign.text, [left, right], "condition")

    def _sum(self) -> Node:
        return self._chain("sum", "+-", self._product)

    def _product(self) -> Node:
        return self._chain("product", "*/", self._negated)

    def _chain(self, op: str, signs: str, part: Callable[[], Node]) -> Node:
        parts, before = [part()], signs[0]
        while self._next_is(*signs):
            before += self._scanner.take().text
            parts.append(part())
        if len(parts) == 1:
            return parts[0]
        for one in parts:
            _want_number(one)
        return self._apply(parts[0].at, op, parts, signs=before)

    def _negated(self) -> Node:
        return self._before("-", self._negated, self._single)

    def _single(self) -> Node:
        token = self._scanner.token
        if token.kind == "number":
            return self._number(token.at, self._figure())
        if token.kind == "text":
            self._scanner.take()
            return self._same(("text", token.text), lambda: Word(token.at, "text", token.text))
        if token.text == "(" and token.kind == "sign":
            self._scanner.take()
            node = self._any()
            self._close()
            return node
        if token.text == "[" and token.kind == "sign":
            return self._read(token.at, _VALUE, self._code(), "")
        if token.kind == "word" and token.text not in ("and", "or", "not"):
            self._scanner.take()
            if self._next_is("("):
                return self._call(token)
            if token.text in WORDS:
                raise self._unexpected("brackets-of", name=token.text)
            return self._read(token.at, _VALUE, token.text, "")
        raise self._unexpected("value")

    def _close(self) -> None:
        if not self._next_is(")"):
            raise self._unexpected("equals" if self._next_is("=") else "close")
        self._scanner.take()

    # Functions.

    def _call(self, name: Token) -> Node:
        function = FUNCTIONS.get(name.text)
        if function is None:
            raise faults.unknown_function(name.at, name.text, FUNCTIONS)
        self._expect("(")
        node = self._looked_up(name, function) if function.reads else self._applied(name, function)
        self._close()
        return node

    def _looked_up(self, name: Token, function: Function) -> Node:
        code = self._code() if function.takes == "code" else ""
        return self._read(name.at, function, code, name.text)

    def _applied(self, name: Token, function: Function) -> Node:
        args = self._values(name, function)
        whole = int(name.text == "previous")
        table: tuple[tuple[float, float], ...] = ()
        if function.takes == "table":
            self._expect(",")
            table = self._table()
        elif function.takes == "whole" or (function.takes == "optional-whole" and self._next_is(",")):
            self._expect(",")
            whole = self._whole_number(*function.limits)
        chosen = args[1:] if function.takes == "condition" else args
        conditions = name.text in KEEP_TYPE and all(arg.type == "condition" for arg in chosen)
        gives: Type = "condition" if conditions else "number"
        return self._apply(name.at, name.text, args, gives, whole=whole, table=table)

    def _values(self, name: Token, function: Function) -> list[Node]:
        args: list[Node] = []
        while not args or (len(args) != function.most and self._next_is(",")):
            if args:
                self._scanner.take()
            arg = self._any()
            (_want_condition if function.takes == "condition" and not args else _want_number)(arg)
            args.append(arg)
        if len(args) < function.fewest:
            raise self._unexpected("more-values", name=name.text, count=function.fewest)
        return args

    def _code(self) -> str:
        token = self._scanner.token
        code = self._scanner.take_code() if token.text == "[" else None
        if code is None and token.kind == "word" and token.text not in WORDS:
            code = self._scanner.take().text
        if code is None:
            raise self._unexpected("code")
        return code

    def _figure(self) -> float:
        token = self._scanner.token
        if token.kind != "number":
            raise self._unexpected("number")
        value = float(self._scanner.take().text)
        if not value < LARGEST:
            raise faults.too_large(token.at, token.typed)
        return value

    def _signed(self) -> float:
        negative = self._next_is("-")
        if negative:
            self._scanner.take()
        return -self._figure() if negative else self._figure()

    def _whole_number(self, low: int, high: int) -> int:
        token = self._scanner.token
        value = self._figure() if token.kind == "number" else math.nan
        if not (low <= value <= high and value.is_integer()):
            raise expected(token.at, token.typed, want("whole", low=low, high=high))
        return int(value)

    def _table(self) -> tuple[tuple[float, float], ...]:
        rows: list[tuple[float, float]] = []
        self._expect("[")
        while not rows or self._next_is(","):
            if rows:
                self._scanner.take()
            self._expect("[")
            at, typed = self._scanner.token.at, self._scanner.token.typed
            bound = self._signed()
            if rows and bound <= rows[-1][0]:
                raise expected(at, typed, want("rising"))
            self._expect(",")
            rows.append((bound, self._signed()))
            self._expect("]")
        self._expect("]")
        return tuple(rows)


_VALUE = Function("code", reads="value")
"""A code that stands alone is a value."""


def _want_condition(node: Node) -> None:
    if node.type != "condition":
        raise expected(node.at, canonical(node), want("condition"))


def _want_number(node: Node) -> None:
    if node.type == "text":
        raise expected(node.at, canonical(node), want("value"))


def _refuse_results_of_the_past(node: Node, *, inside: bool) -> None:
    """Results are known as they stand in the period itself; of earlier periods only measures are."""
    if inside and isinstance(node, Read) and node.subject in RESULTS:
        raise faults.result_of_the_past(node.at, node.name)
    over_time = isinstance(node, Apply) and node.op in PAST | WINDOWS
    for arg in children(node):
        _refuse_results_of_the_past(arg, inside=inside or over_time)
