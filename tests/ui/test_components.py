"""The JavaScript of a component is one module for the browser, made from files that import one another."""

import re

import pytest

from ui import components

COMPONENTS = sorted(path.parent.name for path in components.FOLDER.glob("*/index.js"))
TOP_LEVEL = re.compile(r"^(?:export )?(?:function|const|let|class) (\w+)", re.MULTILINE)


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_component_is_one_module_that_imports_nothing(name):
    text = components.script(f"{name}/index.js")
    code = [line for line in text.splitlines() if not line.lstrip().startswith(("//", "*", "/*"))]
    assert not [line for line in code if re.match(r"import\b", line)]
    assert [line for line in code if line.startswith("export")] == [
        line for line in code if line.startswith("export default function (")
    ]
    assert len([line for line in code if line.startswith("export")]) == 1


@pytest.mark.parametrize("name", COMPONENTS)
def test_no_two_files_of_a_component_use_one_name_twice(name):
    names = TOP_LEVEL.findall(components.script(f"{name}/index.js"))
    assert {"rootOf", "Browser"} & set(names)
    assert len(names) == len(set(names))


def test_what_several_files_import_stands_once_and_before_them():
    text = components.script("live_ranking/index.js")
    assert text.count("function el(") == 1
    places = [text.index(f"function {name}(") for name in ("el", "makeRow", "makeFrame", "paint")]
    assert places == sorted(places)
