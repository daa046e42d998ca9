"""Thirty people at the dashboard for half an hour: how long pages take, and whether the server's memory,
files, threads and sessions stay as they are.

Run by ``make bench-load`` (``MINUTES=2`` for a short look). Starts a server of its own on an invented branch,
on loopback only, prints a table and writes benchmarks/results/load.json. Ends with status 1 where something
was wrong: an error on a page, memory that grows, what was not given back.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from benchmarks.person import Person, Wrong
from benchmarks.serving import ROOT, answering, free_port

RESULTS = Path(__file__).parent / "results" / "load.json"
STAFF = (
    *(("li.hangzhang", "president"), ("data.zhao", "data-officer"), ("data.wang", "data-officer")),
    *((f"committee.{name}", "committee") for name in ("gao", "ning", "tang")),
)
EVERY = 10.0
"""Seconds between two looks at the server."""
PAUSE = (10.0, 40.0)
"""Seconds for which somebody reads what was drawn, at least and at most."""
FLAT = 0.5
"""MB a minute: what memory may grow by in the second half, once everybody has been on every page."""
KEPT = 120.0
"""Seconds for which Streamlit keeps the session of a tab that was closed, in case it comes back."""


@dataclass
class Heard:
    """What came of everything that was done."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    done: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    wrong: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Look:
    """The server at a moment: MB of memory, open files, threads, sessions, MB of files kept for download."""

    minute: float
    memory: float
    files: int
    threads: int
    sessions: int
    media: float


async def act(person: Person, heard: Heard, until: float) -> None:
    """One person's half hour: pages, months, files taken and brought, reloading, leaving and coming again."""
    loop = asyncio.get_running_loop()
    await asyncio.sleep(random.uniform(0, 30))
    while loop.time() < until:
        try:
            await person.connect()
            await person.sign_in()
            heard.done["sign in"] += 1
            # Somebody leaves after a while and comes again.
            for _ in range(random.randint(10, 30)):
                await asyncio.sleep(random.uniform(*PAUSE))
                if loop.time() >= until:
                    break
                await step(person, heard)
            await person.sign_out()
            heard.done["sign out"] += 1
        except (Wrong, OSError, ValueError, StopIteration) as problem:
            heard.wrong.append(f"{person.label}: {problem or type(problem).__name__}")
            # Whoever met that closes the browser.
            person.cookies = {}
        await person.disconnect()
        await asyncio.sleep(random.uniform(*PAUSE))


async def step(person: Person, heard: Heard) -> None:
    """The next thing that somebody does."""
    what = random.random()
    here = person.page
    if what < 0.05:
        await person.connect()
        heard.seconds["reload"].append(await person.run())
        heard.done["reload"] += 1
    elif what < 0.15 and person.has("download_button"):
        await person.download()
        heard.done["download"] += 1
    elif what < 0.45 and person.has("selectbox", "period"):
        options = person.find("selectbox", "period").selectbox.options
        heard.seconds[f"{here}: month"].append(await person.choose("period", random.choice(options[:12])))
        heard.done["month"] += 1
    elif what < 0.6 and person.username == "data.zhao":
        await person.open("desk")
        heard.seconds["desk: file"].append(await person.upload("load.csv", _file()))
        heard.done["upload"] += 1
        if random.random() < 0.3 and person.has("button", "desk-submit"):
            await person.click("desk-submit")
            heard.done["submit"] += 1
    else:
        page = random.choice(list(person.pages))
        heard.seconds[page].append(await person.open(page))
        heard.done["page"] += 1


def _file() -> bytes:
    """Measured values of everybody for a month that has none yet, other ones each time."""
    rows = [f"CM{n:02d},2026-11,C03,{random.uniform(60, 99):.3f}" for n in range(1, 49)]
    return "\n".join(["manager_id,period,indicator,value", *rows, ""]).encode()


def look(process: int, address: str, start: float) -> Look:
    """The server as it is now, by the kernel's and by its own account."""
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    figures = dict(re.findall(r"^(VmRSS|Threads):\s+(\d+)", status, re.MULTILINE))
    with urllib.request.urlopen(f"{address}/_stcore/metrics", timeout=30) as answer:  # noqa: S310 - our own
        told = answer.read().decode()
    sessions = re.search(r"^active_sessions (\d+)", told, re.MULTILINE)
    media = re.findall(r"^cache_memory_bytes\{[^}]*media_file_storage[^}]*\} (\d+)", told, re.MULTILINE)
    return Look(
        (time.monotonic() - start) / 60,
        int(figures["VmRSS"]) / 1024,
        len(list(Path(f"/proc/{process}/fd").iterdir())),
        int(figures["Threads"]),
        int(sessions[1]) if sessions else 0,
        sum(map(int, media)) / 2**20,
    )


async def watch(process: int, address: str, looks: list[Look], heard: Heard, until: float) -> None:
    """Look every few seconds, and say every minute how it goes."""
    loop, start = asyncio.get_running_loop(), time.monotonic()
    while loop.time() < until:
        looks.append(await asyncio.to_thread(look, process, address, start))
        if len(looks) % 6 == 1:
            now = looks[-1]
            print(
                f"minute {now.minute:.0f}: {now.memory:.0f} MB, {now.sessions} sessions,"
                f" {sum(heard.done.values())} done, wrong: {heard.wrong[-3:]}",
                file=sys.stderr,
                flush=True,
            )
        await asyncio.sleep(EVERY)


async def load(process: int, address: str, people: int, minutes: float) -> tuple[Heard, list[Look], Look]:
    """Everybody at once; what was heard, the looks meanwhile, and one after all have gone."""
    managers = tuple((f"CM{n:02d}", "manager") for n in range(1, max(people - len(STAFF), 0) + 1))
    everybody = [Person(address, name, role) for name, role in (*STAFF, *managers)[:people]]
    heard, looks, start = Heard(), list[Look](), time.monotonic()
    until = asyncio.get_running_loop().time() + 60 * minutes
    await asyncio.gather(
        *(act(person, heard, until) for person in everybody), watch(process, address, looks, heard, until)
    )
    # A session is let go once nobody came back to it, which is looked for when the next tab comes or goes.
    await asyncio.sleep(KEPT + 10)
    last = Person(address, "", "")
    await last.connect()
    await last.run()
    await last.disconnect()
    await asyncio.sleep(2)
    return heard, looks, look(process, address, start)


def slope(looks: list[Look]) -> float:
    """MB a minute by least squares, of what was seen in the second half."""
    settled = looks[len(looks) // 2 :]
    return float(np.polyfit([one.minute for one in settled], [one.memory for one in settled], 1)[0])


def report(heard: Heard, looks: list[Look], after: Look, minutes: float) -> dict[str, object]:
    """Print the table, and give what it says."""
    runs = [seconds for all_of in heard.seconds.values() for seconds in all_of]
    pages = {"all": runs, **dict(sorted(heard.seconds.items()))}
    table = {
        name: dict(zip(("n", "p50", "p95", "p99"), (len(s), *np.percentile(s, [50, 95, 99])), strict=True))
        for name, s in pages.items()
        if s
    }
    print(f"{'ms':28}{'runs':>7}{'p50':>7}{'p95':>7}{'p99':>7}")
    for name, row in table.items():
        times = "".join(f"{1000 * row[p]:7.0f}" for p in ("p50", "p95", "p99"))
        print(f"{name:28}{row['n']:7.0f}{times}")
    print(f"\n{'minute':>7}{'MB':>7}{'files':>7}{'threads':>9}{'sessions':>10}{'media MB':>10}")
    marks = [minutes * part for part in (1 / 6, 1 / 3, 1 / 2, 2 / 3, 5 / 6, 1)]
    shown = [min(looks, key=lambda one, mark=mark: abs(one.minute - mark)) for mark in marks]
    for one in (looks[0], *shown, after):
        print(
            f"{one.minute:7.1f}{one.memory:7.0f}{one.files:7}{one.threads:9}{one.sessions:10}{one.media:10.1f}"
        )
    grows = slope(looks)
    print(f"\nmemory {grows:+.2f} MB a minute in the second half; done: {dict(heard.done)}")
    print(f"wrong: {len(heard.wrong)}" + "".join(f"\n  {w}" for w in heard.wrong[:20]))
    return {
        "minutes": minutes,
        "pages": table,
        "looks": [vars(one) for one in looks],
        "after": vars(after),
        "slope": grows,
        "done": heard.done,
        "wrong": heard.wrong,
    }


def failures(found: Heard, looks: list[Look], after: Look, minutes: float) -> list[str]:
    """What was not as it should be."""
    told = [f"{len(found.wrong)} errors"] if found.wrong else []
    # In less time than that, caches are still being filled.
    if minutes >= 20 and slope(looks) > FLAT:
        told.append(f"memory grows by {slope(looks):.2f} MB a minute")
    if after.sessions or after.media:
        told.append(f"{after.sessions} sessions, {after.media:.1f} MB of files not given back")
    busy = statistics.median(one.files for one in looks[len(looks) // 2 :])
    if after.files > busy:
        told.append(f"{after.files} open files after everybody has gone, {busy} before")
    return told


def main() -> None:
    """Measure and report."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--minutes", type=float, default=30)
    asked.add_argument("--people", type=int, default=30)
    asked.add_argument("--db", type=Path, help="a database to use (it is changed); else the demo is made")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as place:
        database = given.db or Path(place) / "load.duckdb"
        if not database.exists():
            made = [sys.executable, "manage.py", "--db", str(database), "init", "--demo"]
            subprocess.run(made, cwd=ROOT, check=True)
        port = free_port()
        log = Path(place) / "server.log"
        with log.open("w") as out:
            server = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)],
                cwd=ROOT,
                env={**os.environ, "STEELYARD_DB": str(database)},
                stdout=out,
                stderr=out,
            )
        try:
            address = answering(f"http://127.0.0.1:{port}")
            heard, looks, after = asyncio.run(load(server.pid, address, given.people, given.minutes))
        finally:
            server.terminate()
            server.wait()
        found = report(heard, looks, after, given.minutes)
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text(json.dumps(found, indent=1))
        if told := failures(heard, looks, after, given.minutes):
            print(log.read_text(encoding="utf-8")[-4000:])
            sys.exit("; ".join(told))


if __name__ == "__main__":
    main()
