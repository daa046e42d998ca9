"""Figures of the structure that docs/architecture.md keeps: ``python tools/structure.py [TREE]``."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOMS = (
    *("scoring", "words", "data", "access", "workflow", "ui"),
    *("documents", "shell", "views", "cli", "pages"),
)
RULES = {
    *("Attainment", "Piecewise", "Bands", "Deduction", "Direct"),
    *("PeerMinMax", "PeerZScore", "PeerPercentile", "Review"),
}
STATEMENTS = {"execute", "executemany", "sql"}
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def modules(tree: Path) -> dict[str, Path]:
    """The product's modules by dotted name."""
    found = {}
    for room in ROOMS:
        for path in sorted((tree / room).rglob("*.py")):
            parts = path.relative_to(tree).with_suffix("").parts
            found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(name: str, parsed: ast.Module, known: dict[str, Path]) -> set[str]:
    """What a module imports of the product, inside functions too."""
    found = set()
    for node in ast.walk(parsed):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names if alias.name in known}
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                found |= {full if full in known else node.module} & known.keys()
    return found - {name}


def circles(arrows: dict[str, set[str]]) -> list[list[str]]:
    """Groups of modules that import each other, directly or round about."""
    reach: dict[str, set[str]] = {}
    for start in arrows:
        seen: set[str] = set()
        todo = [start]
        while todo:
            for target in arrows[todo.pop()] - seen:
                seen.add(target)
                todo.append(target)
        reach[start] = seen
    groups = {frozenset(b for b in reach[a] if a in reach[b]) for a in arrows if a in reach[a]}
    return [sorted(group) for group in groups]


def _tested(node: ast.Call) -> set[str]:
    """The classes that an isinstance call asks for."""
    return {n.id for n in ast.walk(node.args[1]) if isinstance(n, ast.Name)}


def _docstrings(parsed: ast.Module) -> set[int]:
    """The ids of string nodes that stand alone: they explain, nobody reads them on a screen."""
    return {
        id(n.value) for n in ast.walk(parsed) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)
    }


def _texts(parsed: ast.Module) -> Iterator[ast.AST]:
    """String constants with Chinese in them that are no docstrings."""
    told = _docstrings(parsed)
    for node in ast.walk(parsed):
        text = node.value if isinstance(node, ast.Constant) and id(node) not in told else None
        if isinstance(text, str) and CHINESE.search(text):
            yield node


def figures(tree: Path) -> dict[str, object]:
    """The figures by name, of the checkout at `tree`."""
    known = modules(tree)
    parsed = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in known.items()}
    arrows = {name: imports(name, module, known) for name, module in parsed.items()}
    folders = Counter(p.parent.relative_to(tree).as_posix() for p in known.values() if p.stem != "__init__")
    counts: dict[str, int] = defaultdict(int)
    texts: set[tuple[str, int]] = set()
    for name, module in parsed.items():
        room = name.split(".")[0]
        for node in ast.walk(module):
            called = node.func if isinstance(node, ast.Call) else None
            if isinstance(called, ast.Name) and called.id == "isinstance":
                counts["isinstance tests on rule classes"] += bool(_tested(node) & RULES)
            if isinstance(called, ast.Attribute):
                outside = room != "data" and called.attr in STATEMENTS
                counts["SQL statements outside data/"] += outside
            if isinstance(node, ast.Dict):
                keys = {k.value for k in node.keys if isinstance(k, ast.Constant)}
                counts["dictionaries passed to components"] += "cells" in keys or {"id", "type"} <= keys
        texts |= {(name, n.lineno) for n in _texts(module) if not name.startswith("data.")}
    longest = max(known, key=lambda n: len(known[n].read_text(encoding="utf-8").splitlines()))
    groups = circles(arrows)
    return {
        "modules": len(known),
        "folders": len(folders),
        "most modules in one folder": ", ".join(f"{n} {folder}" for folder, n in folders.most_common(4)),
        "longest module, lines": f"{len(known[longest].read_text(encoding='utf-8').splitlines())} {longest}",
        "circles of imports": f"{len(groups)}, {sum(map(len, groups))} modules",
        **dict(sorted(counts.items())),
        "lines with Chinese on screen in code (outside data/)": len(texts),
        "errors of mypy --strict": strict(tree),
    }


def strict(tree: Path) -> str:
    """How many errors strict typing finds in the product."""
    rooms = [room for room in ROOMS if (tree / room).is_dir()]
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", "/dev/null", *rooms]
    done = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=False)
    return done.stdout.strip().splitlines()[-1]


if __name__ == "__main__":
    for title, figure in figures(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()).items():
        print(f"{title}: {figure}")
