"""One visit to a demo branch's dashboard, for whoever asks whether an installation works: waits until it is
ready, signs in, opens every page of the president, and signs out."""

from __future__ import annotations

import asyncio
import sys

from benchmarks.person import Person
from benchmarks.serving import answering


async def visit(address: str) -> int:
    """How many pages were opened."""
    person = Person(address, "li.hangzhang", "president")
    await person.connect()
    await person.sign_in()
    pages = list(person.pages)
    for page in pages:
        await person.open(page)
    await person.sign_out()
    await person.disconnect()
    return len(pages)


if __name__ == "__main__":
    number = asyncio.run(visit(answering(sys.argv[1], "/healthz")))
    print(f"{number} pages opened at {sys.argv[1]}")
