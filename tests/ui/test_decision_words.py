"""Words that are put together when a decision is shown: every event, requirement and remark has its own."""

import re

from data.keeping.migrating import MIGRATIONS
from tests.places import ROOT
from tests.sentences import catalogue
from workflow import blind
from workflow.adoption import gate

ZH = catalogue("zh")


def test_everything_that_can_happen_to_a_version_is_told():
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in sorted(MIGRATIONS.glob("*.sql")))
    life = scripts.split("CREATE TABLE scheme_life")[-1].split("))")[0]
    kinds = set(re.findall("'([a-z-]+)'", life.partition("kind IN")[2]))
    assert {"objected", "retirement-withdrawn"} < kinds
    assert {f"life-{kind}" for kind in kinds - {"comment"}} - set(ZH) == set()


def test_every_requirement_has_a_name_and_every_obstacle_a_sentence():
    assert {f"gate-{name}" for name in gate.NAMES} | {f"lacking-{name}" for name in gate.NAMES} <= set(ZH)
    adoption = "\n".join(f.read_text(encoding="utf-8") for f in (ROOT / "workflow" / "adoption").glob("*.py"))
    retiring = set(re.findall(r'Requirement\("([a-z-]+)"', adoption))
    assert len(retiring) > 3 and {f"gate-{name}" for name in retiring} <= set(ZH)
    said = set(re.findall(r'"((?:gate|errors)-[a-z-]+[a-z])"', adoption))
    assert {"gate-votes-older", "gate-authorised-by-file"} < said
    assert said - set(ZH) == set()


def test_every_quorum_has_a_name():
    assert {f"round-quorum-{name}" for name in blind.QUORUMS} <= set(ZH)
