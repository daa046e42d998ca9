"""Sessions: begun, asked for, ended; whatever keeps them."""

import subprocess
import sys

from access import sessions
from access.actor import Actor
from access.audit import now
from tests.places import ROOT

GAO = Actor("gao", "committee")


def test_a_session_says_who_and_since_when():
    kept = {"lang": "en"}
    assert sessions.current(kept) is None
    before = now()
    begun = sessions.begin(kept, GAO)
    assert sessions.current(kept) == begun and begun.actor == GAO
    assert before <= begun.began_at <= now()


def test_signing_out_leaves_nothing_of_the_person():
    kept = {"lang": "en", "weights": [20, 80]}
    sessions.begin(kept, GAO)
    sessions.end(kept)
    assert kept == {} and sessions.current(kept) is None


def test_what_is_no_session_signs_nobody_in():
    assert sessions.current({sessions.KEY: "gao"}) is None


def test_access_brings_in_no_interface():
    code = (
        "import sys, access.sessions, access.sign_in, access.accounts;"
        "print(sorted({'streamlit', 'plotly', 'words', 'workflow'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
