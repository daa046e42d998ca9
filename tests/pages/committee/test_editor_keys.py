"""Every key of a scheme file can be set in the editor."""

from scoring.scheme import document
from tests.branch import GAO
from tests.documents.scheme_guide import documented
from views.editor.desk import Desk
from workflow.drafting import sketches

PARTS = ("indicators", "derived", "general", "sections", "posts", "grades", "conditions", "pay")
ELSEWHERE = {("scheme", "version"), *(("authorisation", key) for key in ("reference", "issued_on", "scope"))}
"""The number comes with storing, the head office's leave is recorded at the gate."""
WHOLE = """
code = "whole"
version = 1
name = "全部"
cycle = "month"

[[indicator]]
code = "E01"
name = "甲"
class = "efficiency"
direction = "higher"
weight = 100
target = 10
frequency = "quarter"
section = "S"
rule = { type = "attainment" }

[[derived]]
code = "K1"
name = "乙"
formula = "E01"

[[section]]
code = "S"
name = "丙"

[[profile]]
code = "P"
name = "丁"
positions = ["高级"]
weights = { E01 = 100 }
targets = { E01 = 12 }

[[condition]]
on = "E01"
when = "E01 > 1"
then = { add = 1 }
per = "E01"

[[pay]]
code = "A1"
name = "戊"
kind = "price"
quantity = "E01"
price = 1

[[pay]]
code = "A2"
name = "己"
kind = "pool"
pool = 100
share = "E01"
nobody = "equal"

[[pay]]
code = "A3"
name = "庚"
kind = "coefficient"
base = 1000
factors = ["total()/100"]

[[pay]]
code = "A4"
name = "辛"
kind = "step"
on = "E01"
edges = [5]
amounts = [0, 100]

[[pay]]
code = "A5"
name = "壬"
kind = "bonus"
when = "pay(A1) > 5"
amount = 10

[[pay]]
code = "A6"
name = "癸"
kind = "fine"
amount = "deductions()*10"

[[pay]]
code = "A7"
name = "子"
kind = "floor"
amount = 200

[[pay]]
code = "A8"
name = "丑"
kind = "brackets"
table = [[0, 10]]
into = "held"

[[grade]]
name = "A"
from = 80
when = "E01 > 1"

[[grade]]
name = "D"
from = 0
"""


def test_every_key_has_its_field(db, visit, monkeypatch):
    number = sketches.begin(GAO, db, document.write(document.read(WHOLE)))
    bound, plain = set(), Desk.key

    def key(desk, path, more=""):
        if more in ("", "effect"):
            bound.add(tuple(step for step in path if isinstance(step, str) and step not in ("zh", "en")))
        return plain(desk, path, more)

    monkeypatch.setattr(Desk, "key", key)
    for part in PARTS:
        app = visit(GAO, "scheme-editor", sketch=str(number), part=part)
        assert not app.exception
        if part == "indicators":
            next(b for b in app.button if b.label == "E01 甲").click().run()
            # Its code has a field that everything else which names it follows.
            assert any(one.label == "代码" and one.value == "E01" for one in app.text_input)
            bound.add(("indicator", "code"))
    fields = {(("scheme", path[0]) if len(path) == 1 else path[:2]) for path in bound if path}
    tables = documented()
    inside = {(kind, key) for kind, keys in tables.items() for key in keys if key not in tables}
    assert inside - fields - ELSEWHERE == set()
