"""Who acts."""

from __future__ import annotations

from dataclasses import dataclass

from data.stores.account_store import Account


@dataclass(frozen=True)
class Actor:
    """A person with a role; managers carry the id under which they are appraised. An account has one name, as
    typed; a demonstration's managers have an English one, too."""

    username: str
    role: str
    manager_id: str | None = None
    display_name: str = ""
    name_en: str = ""
    acts_for: str = ""
    """In whose place the person acts, by user name; "" where for nobody (`access.delegation`)."""
    actions: frozenset[str] = frozenset()
    """What the person was let to do in that place."""

    def called(self, lang: str) -> str:
        """The name in a language; as it is displayed where there is no English one, or no name at all the
        user name."""
        return (self.name_en if lang == "en" else "") or self.display_name or self.username


def operator(username: str) -> Actor:
    """Whoever runs the command line: a person who may read the database file anyway."""
    return Actor(username, "operator", display_name=username)


def holder(account: Account) -> Actor:
    """Whoever signs in with the account."""
    return Actor(account.username, account.role, account.manager_id, account.display_name)
