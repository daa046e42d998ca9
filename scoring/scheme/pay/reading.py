"""``[[pay]]`` and ``[payment]`` of a scheme file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scoring.scheme.pay.lines import CLOSED, INTO, KINDS, LINES, NOBODY, WITHIN, PayLine
from scoring.scheme.pay.payment import Payment
from scoring.scheme.table import Table


def payment(table: Table | None) -> Payment:
    """How pay is paid out; as usual where the file does not say."""
    if table is None:
        return Payment()
    usual = Payment
    found = Payment(
        material=table.texts("material", usual.material),
        deferred=table.number("deferred", usual.deferred),
        years=table.integer("years", usual.years),
        minimum=table.expression("minimum", optional=True),
        wage=table.expression("wage", optional=True),
    )
    table.close()
    return found


def line(table: Table) -> PayLine | None:
    """A line of pay; None where it cannot be made out, which a fault says."""
    kind = next((kind for kind in KINDS if kind == table.word("kind", KINDS)), None)
    given: dict[str, Any] = {
        "code": table.text("code"),
        "name": table.names("name"),
        "positions": table.texts("positions", PayLine.positions),
        "when": table.formula("when", optional=kind != "bonus"),
        "deferrable": table.truth("deferrable", PayLine.deferrable),
    }
    whole = kind is not None and given["code"] is not None and (kind != "bonus" or given["when"] is not None)
    if kind is not None:
        own = _own(table, kind)
        given |= own or {}
        whole = whole and own is not None
        table.close()
    return LINES[kind](**given) if whole and kind is not None else None


def _own(table: Table, kind: str) -> Mapping[str, Any] | None:
    """What the kind asks besides; None where something lacks."""
    own: dict[str, Any]
    match kind:
        case "price":
            own = {"price": table.expression("price")}
            if "shares" in table and "quantity" in table:
                table.complain("pay-quantity-one")
            if "shares" in table:
                own["shares"] = table.figures("shares") or None
            else:
                own["quantity"] = table.expression("quantity")
        case "pool":
            own = {"pool": table.expression("pool"), "share": table.expression("share")}
            own |= {"within": table.word("within", WITHIN, WITHIN[0]), "nobody": table.word("nobody", NOBODY)}
        case "coefficient":
            own = {"base": table.expression("base"), "factors": table.expressions("factors")}
        case "step":
            own = {"on": table.expression("on"), "edges": table.numbers("edges")}
            own |= {"amounts": table.numbers("amounts"), "closed": table.word("closed", CLOSED, CLOSED[0])}
        case "brackets":
            own = {"table": table.pairs("table"), "into": table.word("into", INTO)}
            own["of"] = table.texts("of", ())
        case "floor" | "ceiling":
            own = {"amount": table.expression("amount"), "of": table.texts("of", ())}
        case "fine":
            own = {"amount": table.expression("amount"), "loss": table.truth("loss", False)}
        case _:
            own = {"amount": table.expression("amount")}
    return None if any(value is None for value in own.values()) else own
