"""What people read stands in the catalogues: the code holds words of a language only as data, listed here."""

import ast
import re

import pytest

from tests.places import CODE, ROOT

JOINT = re.compile(r"""["'][^"'\w\n]*["'] if (?:\w+\.)?lang == "(?:zh|en)" else ["']""")
CHINESE = re.compile("[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")

DATA = {
    "shell/door.py": "the product's own name, before a language is known",
    "access/demo.py": "people of the demo branch",
    "cli/batches.py": "a unit in an example of a line",
    "documents/paper/typeset.py": "the sign that printers set where a type is lacking",
    "scoring/formula/scanner.py": "signs as Chinese keyboards type them",
    "documents/file_guide.py": "cells that a file may hold, in a page about them",
    "scoring/lint/scheme_checks.py": "words looked for in the names and clauses of a scheme",
    "scoring/lint/pay_checks.py": "words of attendance that a scheme must not pay by",
    "scoring/periods.py": "spellings of periods that are read",
    "shell/sidebar.py": "each language by its own name",
    "words/format.py": "periods as they are written in each language",
    "views/editor/fields.py": "marks between figures as Chinese keyboards type them",
    "workflow/branch/demo_branch.py": "the demo branch",
    "workflow/branch/demo_receipts.py": "the demo branch",
    "workflow/branch/demo_reviews.py": "the demo branch",
    "workflow/branch/setup.py": "a branch that nobody has named",
    "workflow/files/criteria.py": "words that a table of judgements may hold",
}


FILES = [ROOT / "app.py", *(path for path in CODE if path.relative_to(ROOT).parts[0] != "data")]


def chinese_texts(code):
    """Every text of a module in Chinese, docstrings aside."""
    tree = ast.parse(code)
    # A text that stands as a line of its own is a docstring, or describes the name above it.
    docstrings = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in docstrings and CHINESE.search(text):
            yield text


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_sentence_stands_in_the_code(path):
    found = list(chinese_texts(path.read_text(encoding="utf-8")))
    assert bool(found) == (str(path.relative_to(ROOT)) in DATA), found


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_code_joins_words_by_language(path):
    """Joints and punctuation of a language are the catalogue's too."""
    code = path.read_text(encoding="utf-8")
    assert not JOINT.search(code)


def test_such_a_text_would_be_seen():
    assert list(chinese_texts('"""说明"""\nx = f"共 {n} 人"\n')) == ["共 ", " 人"]
    assert JOINT.search('("" if t.lang == "zh" else " ").join(words)')
    assert JOINT.search('("，" if lang == "zh" else ", ").join(words)')
