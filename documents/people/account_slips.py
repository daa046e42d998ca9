"""What new accounts are handed out with: a sheet to be cut into slips, one a person."""

from __future__ import annotations

from collections.abc import Sequence

from access.local.bringing import Slip
from documents import tables as paper
from documents.tables import Field, Head, Sheet
from words.text import Text


def workbook(slips: Sequence[Slip], t: Text) -> bytes:
    """An Excel file with a row for each new account, its first password included."""
    fields = [
        Field[Slip](t("accounts-username"), lambda s: s.username),
        Field(t("accounts-name"), lambda s: s.name),
        Field(t("accounts-role"), lambda s: t(f"role-{s.role}")),
        Field(t("manager-id"), lambda s: s.manager_id),
        Field(t("accounts-first-password"), lambda s: s.password),
    ]
    return paper.excel([Sheet(Head(t("accounts-slips"), (t("accounts-slips-note"),)), fields, slips)])
