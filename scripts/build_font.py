"""Cut the self-hosted font out of the npm package @fontsource-variable/radio-canada: for the site and for the PDF files.

It also measures by how much Arial must be stretched to take the same room, so that lines break alike before the font is there.

Run by `make font`; needs npm and the packages fonttools and brotli (installed by that target).
The results are committed, so that a build never needs this script.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter, parse_unicodes
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from kompass.downloads.letters import width

PACKAGE = "@fontsource-variable/radio-canada"
VERSION = "5.3.0"
ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "fonts"
PDF_FOLDER = ROOT / "kompass" / "downloads" / "fonts"
FALLBACK_SHEET = ROOT / "docs" / "stylesheets" / "font-fallback.css"
FALLBACKS = {400: ("Arial", "Liberation Sans", "Helvetica"), 700: ("Arial Bold", "Liberation Sans Bold", "Helvetica Bold")}
"""What stands in for each weight until the font is there: fonts of the same widths, by the names that `local()` goes by."""
PDF_WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}
FEATURES = "kern,liga,ccmp,locl,mark,tnum,frac"
GERMAN = "U+0020-007E,U+00A0-00FF,U+2010-2026,U+20AC,U+2212"
SORBIAN_POLISH_CZECH = (
    "U+0104-0107,U+010C-010F,U+0118-011B,U+0139-013A,U+013D-013E,U+0141-0144,U+0147-0148,U+0150-0151,"
    "U+0154-0155,U+0158-015B,U+0160-0161,U+0164-0165,U+016E-0171,U+0179-017E,U+1E9E"
)
SUBSETS = {
    "radio-canada-de.woff2": ("radio-canada-latin-wght-normal.woff2", GERMAN),
    "radio-canada-sorbisch.woff2": ("radio-canada-latin-ext-wght-normal.woff2", SORBIAN_POLISH_CZECH),
}


def main() -> None:
    """Fetch the package, write the subset files and the licence."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "install", "--no-save", "--prefix", folder, f"{PACKAGE}@{VERSION}"], check=True)
        package = Path(folder) / "node_modules" / PACKAGE
        for name, (source, characters) in SUBSETS.items():
            cut(package / "files" / source, characters, FOLDER / name)
        for style, weight in PDF_WEIGHTS.items():
            freeze({package / "files" / source: characters for source, characters in SUBSETS.values()}, weight, style)
        FALLBACK_SHEET.write_text(fallback_sheet(FOLDER / "radio-canada-de.woff2"), encoding="utf-8")
        for target in (FOLDER, PDF_FOLDER):
            shutil.copyfile(package / "LICENSE", target / "OFL-1.1.txt")


def cut(source: Path, characters: str, target: Path) -> None:
    """Write the subset of `source` that holds `characters` to `target`."""
    command = [sys.executable, "-m", "fontTools.subset", str(source), f"--unicodes={characters}"]
    command += ["--flavor=woff2", f"--layout-features={FEATURES}", f"--output-file={target}"]
    subprocess.run(command, check=True)


def freeze(sources: dict[Path, str], weight: int, style: str) -> None:
    """Write one static weight, merged from the characters of the variable `sources`, as a TrueType file for Typst."""
    PDF_FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        parts = []
        for number, (source, characters) in enumerate(sources.items()):
            font = TTFont(source)
            selection = Subsetter(Options(layout_features=FEATURES.split(","), notdef_outline=not number))
            selection.populate(unicodes=parse_unicodes(characters.replace("U+", "")))
            selection.subset(font)
            font = instantiateVariableFont(font, {"wght": weight})
            font.flavor = None
            parts.append(str(Path(folder) / f"{number}.ttf"))
            font.save(parts[-1])
        merged = Merger().merge(parts)
    name_style(merged, style, weight)
    merged["head"].created = merged["head"].modified = 0
    merged.recalcTimestamp = False
    merged.save(PDF_FOLDER / f"RadioCanada-{style}.ttf")


def fallback_sheet(path: Path) -> str:
    """Return the sheet of the stand-in for the font at `path`: as wide as it is in our own texts, and as high."""
    text = "".join(file.read_text(encoding="utf-8") for file in sorted((ROOT / "data").glob("*.yml")))
    letters = Counter(re.sub(r"[^\w ,.;:()-]|[_\d]", "", text))
    faces = [face(path, weight, names, letters) for weight, names in FALLBACKS.items()]
    head = "/* Arial, stretched to the room that Radio Canada takes; written by scripts/build_font.py. */\n"
    return head + "".join(faces)


def face(path: Path, weight: int, names: tuple[str, ...], letters: Counter[str]) -> str:
    """Return the rule of one weight."""
    font = instantiateVariableFont(TTFont(path), {"wght": weight})
    unit, widths, glyphs = font["head"].unitsPerEm, font["hmtx"].metrics, font.getBestCmap()
    known = {letter: count for letter, count in letters.items() if ord(letter) in glyphs}
    own = sum(count * widths[glyphs[ord(letter)]][0] for letter, count in known.items()) / unit
    stretch = own / sum(count * width(letter, 1, bold=weight >= 700) for letter, count in known.items())
    lines = font["hhea"]
    sources = ", ".join(f'local("{name}")' for name in names)
    return (
        "@font-face {\n"
        '  font-family: "Radio Canada Ersatz";\n'
        f"  src: {sources};\n"
        f"  font-weight: {'300 599' if weight < 600 else '600 700'};\n"
        f"  size-adjust: {stretch:.2%};\n"
        f"  ascent-override: {lines.ascent / unit / stretch:.2%};\n"
        f"  descent-override: {-lines.descent / unit / stretch:.2%};\n"
        f"  line-gap-override: {lines.lineGap / unit / stretch:.2%};\n"
        "}\n"
    )


def name_style(font: TTFont, style: str, weight: int) -> None:
    """Give a static font the names and the weight that font lookups go by."""
    names = {1: "Radio Canada", 2: style, 4: f"Radio Canada {style}", 6: f"RadioCanada-{style}", 16: "Radio Canada", 17: style}
    for number, text in names.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight


if __name__ == "__main__":
    main()
