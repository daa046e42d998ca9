"""Files with something wrong in them: bytes, values of a part, a part of an archive."""

import io
import os
import random
import re
import zipfile


def some_of(runs: int) -> int:
    """How many of `runs` damaged files are tried: all in ``make fuzz``, the first eighth otherwise."""
    return runs if "STEELYARD_FUZZ" in os.environ else runs // 8


PIECES = [
    *(
        b"\x00",
        b"\xff\xfe",
        b'"',
        b"'",
        b",",
        b"\t",
        b"\r",
        b"\n",
        b"=cmd|' /C calc'!A0",
        b"<script>",
        b"1e999",
        b"-",
    ),
    *(
        "万元",
        "（1,234.50）",
        "二〇二六年三月",
        "小计",
        "２０２６",
        "\u202e",
        "NaN",
        "—",
        "99999999999999999999",
        "％",
    ).__iter__(),
]


PIECES = [p if isinstance(p, bytes) else p.encode() for p in PIECES]


def mutated(rng: random.Random, raw: bytes) -> bytes:
    """A few bytes changed, taken out, doubled, moved, or something nasty put in."""
    data = bytearray(raw)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(data) + 1) if data else 0
        match rng.randrange(6):
            case 0 if data:
                data[min(at, len(data) - 1)] = rng.randrange(256)
            case 1:
                del data[at : at + rng.randint(1, 40)]
            case 2:
                data[at:at] = data[at : at + rng.randint(1, 60)]
            case 3:
                data[at:at] = rng.choice(PIECES)
            case 4:
                del data[at:]
            case _:
                data[at:at] = bytes(rng.randrange(256) for _ in range(rng.randint(1, 8)))
    return bytes(data)


ODD = (
    b"",
    b"0",
    b"-1",
    b"1",
    b"7",
    b"999999999",
    b"1e9",
    b"x",
    "　".encode(),
    b"A1:XFD1048576",
    b"XFD1048576",
)


def mutated_values(rng: random.Random, raw: bytes) -> bytes:
    """Text of a part that is still well-formed, with odd values of attributes or elements."""
    places = list(re.finditer(rb"""(?<==')[^']*(?=')|(?<==")[^"]*(?=")|(?<=>)[^<>]+(?=<)""", raw))
    data = raw
    for place in sorted(rng.sample(places, min(len(places), rng.randint(1, 4))), key=lambda m: -m.start()):
        data = data[: place.start()] + rng.choice(ODD) + data[place.end() :]
    return data


def mutated_part(rng: random.Random, raw: bytes) -> bytes:
    """A workbook that is a whole archive with one part of it changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        victim = rng.choice(names)
        for name in names:
            text = old.read(name)
            if name == victim:
                if rng.random() < 0.1:
                    continue
                text = rng.choice((mutated, mutated_values))(rng, text)
            new.writestr(name, text)
    return out.getvalue()


def mutated_in_place(rng: random.Random, raw: bytes) -> bytes:
    """A few bytes changed, so that most of what points to what still does."""
    data = bytearray(raw)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(data))
        data[at] = rng.choice((0, 1, 127, 128, 255, data[at] ^ 1 << rng.randrange(8), rng.randrange(256)))
    return bytes(data)
