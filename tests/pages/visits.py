"""Going from page to page as somebody, and reading what stands there."""

from streamlit.testing.v1 import AppTest

from access.actor import Actor
from access.permissions import allowed
from shell.navigation import ENTRIES
from tests.places import ROOT
from ui import address_line


def open_page(app: AppTest, address: str, **parameters: str) -> AppTest:
    """Another page in the same session, or the same by a link that says what it shows."""
    script = next(e.script for e in ENTRIES if e.address == address)
    app.switch_page(str(ROOT / script))
    for name, value in address_line.to_here(parameters).items() if parameters else ():
        app.query_params[name] = value
    return app.run()


def addresses(actor: Actor) -> list[str]:
    """The pages that the actor may open."""
    return [e.address for e in ENTRIES if allowed(actor, e.action, actor.manager_id)]


def words(app: AppTest) -> str:
    """Everything on the page that is Markdown or plain text, one piece a line."""
    kinds = (
        *("title", "header", "subheader", "markdown", "caption", "text"),
        *("success", "info", "warning", "error"),
    )
    return "\n".join(str(e.value) for kind in kinds for e in app.get(kind))
