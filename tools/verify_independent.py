"""Checks published results, the trail and sealed rows without Steelyard: DuckDB and Python's library alone.

    python verify_independent.py PACKAGE | DATABASE | NUMBER:HASH ...

PACKAGE is a folder of `manage.py export-period`, DATABASE a copy of the branch's file, NUMBER:HASH an anchor
as printed papers and the daily file have it. Ends with 0: everything agrees 全部相符; 1: something differs
有不符; 2: wrong use, or something is not checked or cannot be read 用法不对、未核对或读不出."""

import hashlib
import json
import re
import struct
import sys
import tomllib
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from itertools import groupby
from pathlib import Path

import duckdb

AGREES, DIFFERS, NOT_CHECKED = "相符 agrees", "不符 DIFFERS", "未核对 NOT CHECKED"
VERDICTS = ("全部相符 everything agrees", "有不符 something differs", "未全部核对 not all is checked")
STATUS = ("ranked", "protected", "excluded", "low-coverage", "blocked", "no-data")
KNOWN = """code version name cycle aggregation missing minimum_coverage decimals cap additions_limit points
    from veto deductions_limit classes protection handover_months result_use payment authorisation grade
    indicator pay coefficient family dimension class kind unit direction weight target rule measure frequency
    between source owner cut_off anchors"""
RULES = {"attainment": "type cap floor", "piecewise": "type points", "deduction": "type start per_unit floor"}
RULES |= {"direct": "type scale", "review": "type groups scale minimum trim"}
USUAL = ("arithmetic", "redistribute-in-class", None)
PERSONAL = ("tenure_months", "presence", "additions", "deductions", "vetoes")
WITHIN = {"staged": "row_no", "batch_problem": "row_no", "sample_item": "item", "round_member": "username"}
WITHIN |= {"review_case_member": "username", "round_event": "happened_at"}
NOT_SEALED = "audit|seal|schema_version|sign_in(_end)?|known_browser|waiting_name|period_count|pay_link_use"
NOT_SEALED += "|scheme_sketch(_step)?|review_(ballot|comment|draft|submission|link_event)"
ANCHOR = r"(?:\d{4}-\d\d-\d\d )?(\d+)[: ]([0-9a-f]{16,64})"
SQL = [("U?(BIG|SMALL|TINY)INT|U?INTEGER|BOOLEAN", "i", "{}::BIGINT"), ("DOUBLE|FLOAT", "f", "{}::DOUBLE")]
SQL += [("DATE|TIMESTAMP", "i", "epoch_us({}::TIMESTAMP)"), ("BLOB", "t", "sha256({})")]
SQL += [("JSON", "t", "sha256({}::VARCHAR)"), (".*", "t", "{}::VARCHAR")]
told = []


def say(kind, sentence):
    """Keep and print what was found."""
    told.append(kind)
    print(f"{kind}: {sentence}")


def compare(sentence, pairs):
    """Say that something agrees, or which of (name, said, found) do not."""
    wrong = [f"{name}: {said} ≠ {found}" for name, said, found in pairs if said != found]
    say(DIFFERS if wrong else AGREES, sentence + (": " + "; ".join(wrong[:12]) if wrong else ""))


def sha256(given):
    """Of bytes, or of a text, or of a list as JSON."""
    text = given if isinstance(given, str | bytes) else json.dumps(given, ensure_ascii=False, default=str)
    return hashlib.sha256(text if isinstance(text, bytes) else text.encode()).hexdigest()


def reaches(x, mark, least=True):
    """Whether x is at a mark or above it; what agrees to 9 decimals (15 digits) is the same."""
    near = max(5e-10, 1e-15 * abs(mark))
    return x >= mark - near if least else x > mark + near


def by_rule(r, x, target, higher):
    """The score of a value by a rule of the scheme; None where the rule does not take it."""
    if r["type"] == "attainment":
        x = 100 * x / target if higher else 200 - 100 * x / target
        return min(max(x, r.get("floor", 0)), r.get("cap", 120))
    if r["type"] == "piecewise":
        at = sum(reaches(x, mark) for mark, _ in r["points"])
        (a, low), (b, high) = (r["points"][max(0, min(k, len(r["points"]) - 1))] for k in (at - 1, at))
        return low + (x - a) / (b - a) * (high - low) if a < b else low
    if r["type"] == "deduction":
        return max(r.get("floor", 0), r.get("start", 100) - r["per_unit"] * x)
    low, high = r.get("scale", (0, 100)) if r["type"] == "direct" else (0, 100)
    return 100 * (x - low) / (high - low) if reaches(x, low) and not reaches(x, high, False) else None


def scored(i, scheme, given, k, share):
    """A person's score of an indicator (None: missing) and whether it is due; `share` scales targets."""
    rule, higher = i["rule"], i.get("direction", "higher") == "higher"
    at = {code: j for j, code in enumerate(given["indicators"])}.get(i["code"])
    matrices = map(given.get, ("values", "own_values", "targets"))
    x, own, target = (m[k][at] if m and at is not None else None for m in matrices)
    if own is not None and given["inherited"][k] and scheme.get("handover_months", 12):
        x = own if i["class"] == "risk" or i.get("family") == "risk-control" else x
    target, divides = i.get("target") if target is None else target, rule["type"] == "attainment"
    scaled = higher and divides and i.get("measure", "flow") in ("flow", "daily-average", "count")
    due = i["code"] not in given["not_due"] and not (scaled and share == 0)
    target = target * share if scaled and target is not None else target
    usable = not divides or (target is not None and 5e-10 < target < 1e15)
    usable = usable and due and x is not None and abs(x) < 1e15
    return by_rule(rule, x, target, higher) if usable else None, due


def spread(weights, there, classes):
    """Weights after what is missing went to its class in proportion, and an empty class's to the others."""
    left, sums = {code: w for code, w in weights.items() if w and code in there}, {}
    for code, w in weights.items():
        whole, held = sums.get(classes[code], (0, 0))
        sums[classes[code]] = whole + w, held + left.get(code, 0)
    left = {code: w * sums[classes[code]][0] / sums[classes[code]][1] for code, w in left.items()}
    return {code: w * sum(weights.values()) / sum(left.values()) for code, w in left.items()}


def results_of(scheme, content):
    """Exact totals, totals, ranks, grades and statuses as the scheme's text and the inputs give them."""
    given, people, items, exact, status = content["inputs"], content["people"], scheme["indicator"], [], []
    rules = {"unranked_months": 3, "target_factors": [0.5, 0.7, 0.85]} | scheme.get("protection", {})
    factors = dict(enumerate(rules["target_factors"], rules["unranked_months"] + 1))
    known = [given.get(name) or [None] * len(people) for name in PERSONAL]
    weights, classes = ({i["code"]: i[name] for i in items} for name in ("weight", "class"))
    rows = []
    for k, (month, there, *_) in enumerate(zip(*known, strict=True)):
        share = factors.get(month, 1) * (1 if there is None else min(max(there, 0), 1))
        rows.append({i["code"]: scored(i, scheme, given, k, share) for i in items})
    common = spread(weights, {c for row in rows for c in row if row[c][0] is not None}, classes)
    for row, (month, _, plus, minus, veto) in zip(rows, zip(*known, strict=True), strict=True):
        got = {code: score for code, (score, _) in row.items() if score is not None}
        used, owed = spread(common, got, classes), sum(weights[c] for c in row if row[c][1])
        total = sum(w * got[code] for code, w in used.items()) / 100
        total += min(max(plus or 0, 0), scheme.get("additions_limit", 5))
        total -= min(max(minus or 0, 0), scheme.get("deductions_limit", 10))
        total = min(max(total, 0), scheme.get("cap", 120), scheme["veto"]["ceiling"] if veto else total)
        new = month is not None and not reaches(month, rules["unranked_months"], False)
        low = owed and not reaches(sum(weights[c] for c in got) / owed, scheme["minimum_coverage"])
        status.append(5 if not used else 3 if low else 1 if new else 0)
        exact.append(total if status[-1] < 3 else None)
    return {"exact": exact} | places(scheme, content, exact, status)


def places(scheme, content, exact, status):
    """Totals, ranks, grades and statuses from exact totals."""
    cent, nine, n = Decimal(1).scaleb(-scheme.get("decimals", 2)), Decimal("1e-9"), len(exact)
    snapped = [x if x is None else Decimal(x).quantize(nine, ROUND_HALF_EVEN) for x in exact]
    totals = [x if x is None else float(x.quantize(cent, ROUND_HALF_UP)) for x in snapped]
    ranked, grade, steps = [k for k in range(n) if status[k] == 0], {}, scheme.get("grade", [])
    ranks = [1 + sum(totals[o] > totals[k] for o in ranked) if k in ranked else None for k in range(n)]
    names, vetoes = [g["name"] for g in steps], content["inputs"].get("vetoes") or [False] * n
    for k in ranked if steps else ():
        met = [j for j, g in enumerate(steps) if reaches(totals[k], g["from"])]
        grade[k] = min(met, default=len(steps) - 1)
        grade[k] = max(grade[k], names.index(scheme["veto"]["grade"])) if vetoes[k] else grade[k]
    grades = [names[grade[k]] if k in grade else None for k in range(n)]
    return {"totals": totals, "ranks": ranks, "grades": grades, "status": [STATUS[s] for s in status]}


def unsupported(scheme, content):
    """What of the scheme this program does not work out, each with how many people it is about."""
    odd = [key for table in (scheme, *scheme["grade"]) for key in table if key not in KNOWN.split()]
    odd += [f"{key} {scheme[key]}" for key in ("aggregation", "missing") if scheme.get(key) not in USUAL]
    given, found = content["inputs"], dict.fromkeys(odd, len(content["people"]))
    for i in scheme["indicator"]:
        wrong = [key for key in i if key not in KNOWN.split()] + ["target"] * isinstance(i.get("target"), str)
        if not set(i["rule"]) <= set(RULES.get(i["rule"]["type"], "").split()):
            wrong.append(f"rule {i['rule']['type']}")
        column = [row[given["indicators"].index(i["code"])] for row in given["values"]] if wrong else []
        found |= {f"indicator {i['code']}: {key}": sum(x is not None for x in column) for key in wrong}
    return found | ({"held": len(content["people"])} if "held" in given else {})


def check_result(name, text, inputs_sha256, said):
    """A published result by its text: its hashes; totals, ranks, grades worked out. Gives its content."""
    content, start = json.loads(text), text.index('"inputs":')
    went_in = text[start : text.index(',"period":', start)] + "," + text[text.rindex('"scheme":') : -1]
    scheme, results, people = tomllib.loads(content["scheme"]), content["results"], content["people"]
    listed = ", ".join(f"{what} ({count} people)" for what, count in unsupported(scheme, content).items())
    now = {} if listed else results_of(scheme, content)
    if listed:
        say(NOT_CHECKED, f"{name}: totals, ranks, grades of {len(people)} people, as there is: {listed}")
    for k, (a, b) in enumerate(zip(results["exact"], now.get("exact", ()), strict=not listed)):
        now["exact"][k] = a if None not in (a, b) and abs(a - b) <= 1e-9 else b
    pairs = [("period, hash", said, [content["period"], sha256(text)])]
    pairs += [("hash of what went in", inputs_sha256, sha256("{" + went_in + "}"))]
    for what, found in now.items():
        pairs += [(f"{p[0]} {what}", *two) for p, *two in zip(people, results[what], found, strict=True)]
    compare(
        f"{name}: hashes; {', '.join(now) or 'no results'} of {len(people)} people worked out anew", pairs
    )
    return content


def check_package(folder, anchors):
    """A package of export-period; gives the anchor of its publication."""
    manifest, name = json.loads((folder / "manifest.json").read_text("utf-8")), f"package {folder.name}"
    files = {file: (folder / file).read_bytes() for file in ("period.json", "scheme.toml", "scores.csv")}
    text, entry = files["period.json"].decode(), manifest["trail"]
    content = check_result(name, text, manifest["inputs_sha256"], [manifest["period"], manifest["sha256"]])
    pairs = [(file, manifest["files"].get(file), sha256(held)) for file, held in files.items()]
    pairs += [("scheme.toml", content["scheme"], files["scheme.toml"].decode())]
    said = [*entry[3:5], json.loads(entry[5])["sha256"]]
    pairs += [(f"entry {entry[0]} of the trail", said, ["publish", content["period"], sha256(text)])]
    pairs += [("anchor", begins, sha256(entry)[: len(begins)]) for n, begins in anchors if n == entry[0]]
    compare(f"{name}: files, scheme.toml, the entry that published it; scores.csv by its hash alone", pairs)
    return entry[0], sha256(entry)


def check_trail(db, anchors):
    """The chain against itself and anchors; what was published (by sheet), and hashes of seals (by entry)."""
    found = db.execute("SELECT * FROM audit ORDER BY seq").fetchall()
    hashes, broken = {row[0]: row[7] for row in found}, None
    for number, (*entry, own, seals) in enumerate(found, 1):
        made = sha256(entry if seals is None else [*entry, seals])
        if (entry[0], entry[6], own) != (number, hashes.get(number - 1, ""), made):
            broken = broken or number
    gone = f"gone, the trail ends with {len(found)}"
    pairs = [(f"anchor {n}", short, hashes[n][: len(short)] if n in hashes else gone) for n, short in anchors]
    compare(f"trail: {len(found)} entries, {len(pairs)} anchors", [("breaks at entry", None, broken), *pairs])
    if not anchors:
        say(NOT_CHECKED, "trail: only an anchor shows whether its end was deleted or all of it chained anew")
    details = [(row[4], json.loads(row[5])) for row in found if row[3] == "publish"]
    return {d["sheet"]: [period, d["sha256"]] for period, d in details}, {row[0]: row[8] for row in found}


def check_rows(db, sealed):
    """Every row against the seal that the trail holds of it."""
    seals = db.execute("SELECT * FROM seal ORDER BY seq").fetchall()
    own = {seq: sha256(sorted(map(list, some))) for seq, some in groupby(seals, key=lambda seal: seal[0])}
    pairs = [(f"seals of entry {seq}", sealed.get(seq), own.get(seq)) for seq in sealed | own]
    (since,) = db.execute("SELECT coalesce(max(seq), 0) FROM audit WHERE action = 'sealed-anew'").fetchone()
    read = "SELECT table_name FROM duckdb_tables() WHERE NOT regexp_full_match(table_name, ?)"
    tables = [name for (name,) in db.execute(read, [NOT_SEALED]).fetchall()]
    for table in sorted({*tables, *(seal[1] for seal in seals)}):
        mine = [seal for seal in seals if seal[1] == table and seal[0] >= since]
        mine = mine[-1:] if mine and not mine[-1][3] else mine
        columns = db.execute(f'DESCRIBE "{table}"').fetchall() if table in tables else []
        for entry, _, first, last, count, sha, names in mine:
            same = names == ",".join(column[0] for column in columns)
            now = rows_of(db, table, columns, first, last) if same else "other columns"
            pairs.append((f"{table}, rows {first} to {last} of entry {entry}", (count, sha), now))
        count = db.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] if table in tables else 0
        pairs.append((f"rows of {table}", sum(seal[4] for seal in mine), count))
    compare(f"rows of {len(tables)} tables, and {len(seals)} seals of them in the trail", pairs)


def rows_of(db, table, columns, first, last):
    """How many rows there are between two numbers (of all, where `last` is 0), and their hash."""
    kinds = [next((k, sql) for types, k, sql in SQL if re.fullmatch(types, kind)) for _, kind, *_ in columns]
    names, number, within = [column[0] for column in columns], columns[0][0], WITHIN.get(table)
    order = [f'"{n}"' for n in sorted(names, key=lambda n: (n != number, n != within))]
    block = f'"{number}" // 65536' if within is None else f'"{number}"'
    block += f""" || ':' || (coalesce("{within}", 0) // 65536)""" if within in ("row_no", "item") else ""
    read = [f'{sql.format(name)} AS "{name}"' for name, (_, sql) in zip(names, kinds, strict=True)]
    where = f'WHERE "{number}" BETWEEN {first} AND {last}' if last else ""
    db.execute(
        f'SELECT {block if last else 0}, {", ".join(read)} FROM "{table}" {where} ORDER BY {", ".join(order)}'
    )
    count, hashes = 0, []
    for _, some in groupby(iter(db.fetchone, None), key=lambda row: row[0]):
        rows, made = list(some), hashlib.sha256()
        for name, (kind, _), values in zip(names, kinds, [*zip(*rows, strict=True)][1:], strict=True):
            made.update(f"{name} {kind} {len(rows)}\n".encode() + bytes(v is None for v in values))
            texts = [(v or "").encode() for v in values] if kind == "t" else []
            given = map(len, texts) if kind == "t" else (0 if v is None else v for v in values)
            made.update(struct.pack(f"<{len(rows)}{'d' if kind == 'f' else 'q'}", *given) + b"".join(texts))
        count, hashes = count + len(rows), [*hashes, made.hexdigest()]
    return count, sha256("\n".join(hashes))


def check_database(path, anchors):
    """A database: its trail, its rows, and every published result."""
    with duckdb.connect(str(path), read_only=True, config={"enable_external_access": "false"}) as db:
        published, sealed = attempt(DIFFERS, "trail", check_trail, db, anchors) or ({}, {})
        attempt(DIFFERS, "rows", check_rows, db, sealed)
        read = "SELECT sheet_id, period, content::VARCHAR, inputs_sha256 FROM score_sheet ORDER BY sheet_id"
        for sheet, period, text, inputs in db.execute(read).fetchall():
            name, said = f"result {sheet} of {period}", published.pop(sheet, [period, "not in the trail"])
            attempt(DIFFERS, name, check_result, name, text, inputs, said)
        compare("results that the trail tells of: none is gone", [("result", published, {})])


def attempt(kind, name, check, *given):
    """What a check gives; None, and said to be of a `kind`, where something cannot be read."""
    try:
        return check(*given)
    except Exception as problem:
        say(kind, f"{name}: cannot be read as Steelyard writes it ({type(problem).__name__})")


def main(given):
    """Check what is named on the command line; gives the exit status."""
    found = [re.fullmatch(ANCHOR, text.strip().lower()) for text in given]
    anchors, known = [(int(one[1]), one[2]) for one in found if one], []
    paths = sorted((Path(t) for t, one in zip(given, found, strict=True) if not one), key=Path.is_file)
    for path in paths:
        check = check_package if path.is_dir() else check_database
        known += filter(None, [attempt(NOT_CHECKED, path, check, path, anchors + known)])
    if all(path.is_dir() for path in paths) and {n for n, _ in anchors} - {n for n, _ in known}:
        say(NOT_CHECKED, "anchors of entries that only the database has")
    verdict = 1 if DIFFERS in told else 2 if NOT_CHECKED in told or not paths else 0
    print(VERDICTS[verdict] if paths else __doc__)
    return verdict


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
