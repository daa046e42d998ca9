"""The table of docs/security.md, from the permissions: ``python -m documents.permission_table`` makes it."""

from __future__ import annotations

from pathlib import Path

from access.permissions import TABLE
from words.text import text_for

TARGET = Path(__file__).parent.parent / "docs" / "security.md"
_FIRST, _LAST = "<!-- permissions -->\n", "<!-- /permissions -->"


def table() -> str:
    """Every grant as a row of Markdown, role by role: the action, what it means, its scope, and why."""
    t = text_for("en")
    lines = ["| role | action | that is, to | scope | why |", "|---|---|---|---|---|"]
    lines += [
        f"| {t(f'role-{role}')} (`{role}`) | `{action}` | {t(f'action-{action}')}"
        f" | {grant.scope} | {t(f'reason-{grant.reason}')} |"
        for (role, action), grant in TABLE.items()
    ]
    return "\n".join(lines)


def guide(text: str) -> str:
    """The page with its table written anew."""
    before, _, rest = text.partition(_FIRST)
    return f"{before}{_FIRST}\n{table()}\n\n{_LAST}{rest.partition(_LAST)[2]}"


if __name__ == "__main__":
    TARGET.write_text(guide(TARGET.read_text(encoding="utf-8")), encoding="utf-8")
