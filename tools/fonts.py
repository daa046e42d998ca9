"""``python tools/fonts.py`` cuts the fonts of `static/fonts` from Noto Sans CJK SC (Debian's packages
fonts-noto-cjk and unicode-data).

Regular holds the 8 105 characters of the Table of General Standard Chinese Characters (国务院 2013, Unihan's
kTGH) and GB 2312, so that names of people are there; Bold, for headings, what the catalogues use; it is a
family of its own, so that Regular stands in for what it lacks.
"""

from __future__ import annotations

import bz2
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "static" / "fonts"
SOURCE = "/usr/share/fonts/opentype/noto/NotoSansCJK-{}.ttc"
UNIHAN = Path("/usr/share/unicode/Unihan_OtherMappings.txt.bz2")
FAMILIES = {"Regular": "Steelyard Han SC", "Bold": "Steelyard Heading SC"}
FACE = "Noto Sans CJK SC"
LATIN = [*range(0x20, 0x180), *range(0x370, 0x400), *range(0x2010, 0x203C), 0x20AC, 0x2103, 0x2116]
SIGNS = [*range(0x2190, 0x2194), 0x2212, 0x2215, 0x2248, 0x2260, 0x2264, 0x2265, *range(0x2460, 0x2474)]
SHAPES = [0x25A0, 0x25A1, 0x25B2, 0x25B3, 0x25BC, 0x25BD, 0x25CB, 0x25CE, 0x25CF, 0x2605, 0x2606, 0x3013]
PUNCTUATION = [*range(0x3000, 0x3018), *range(0xFF01, 0xFF5F), 0xFFE5]
ALWAYS = {*LATIN, *SIGNS, *SHAPES, *PUNCTUATION}


def standard_characters() -> set[int]:
    """The Table of General Standard Chinese Characters and GB 2312's Chinese characters."""
    found = set()
    for line in bz2.decompress(UNIHAN.read_bytes()).decode().splitlines():
        if "\tkTGH\t" in line:
            found.add(int(line.split("\t")[0].removeprefix("U+"), base=16))
    for row in range(0xB0, 0xF8):
        text = bytes(b for cell in range(0xA1, 0xFF) for b in (row, cell)).decode("gb2312", errors="ignore")
        found |= set(map(ord, text))
    return found


def words() -> set[int]:
    """Every character of the catalogues."""
    files = [*(ROOT / "locales").rglob("*.ftl"), *(ROOT / "locales").rglob("*.toml")]
    return {ord(character) for file in files for character in file.read_text(encoding="utf-8")}


def cut(style: str, characters: set[int]) -> None:
    """Write the face of one weight with these characters, under a family of its own: the same bytes for the
    same source, and never mixed up with a Noto that is installed."""
    path = SOURCE.format(style)
    faces = TTCollection(path, lazy=True).fonts
    number = next(k for k, face in enumerate(faces) if face["name"].getDebugName(1) == FACE)
    font = TTFont(path, fontNumber=number, recalcTimestamp=False)
    options = subset.Options(layout_features=["kern", "locl"], hinting=False, notdef_outline=True)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    family, file = FAMILIES[style], f"SteelyardHanSC-{style}"
    renamed = {1: family, 2: "Regular", 3: family, 4: family, 6: file}
    for name in font["name"].names:
        text = renamed.get(name.nameID)
        if text is not None:
            name.string = text
    font["CFF "].cff.fontNames = [file]
    font.save(TARGET / f"{file}.otf")


if __name__ == "__main__":
    TARGET.mkdir(exist_ok=True)
    cut("Regular", ALWAYS | standard_characters() | words())
    cut("Bold", ALWAYS | words())
