"""`check --fix` mends what needs no judgement, keeps comments, says the same as before, and is safe to repeat."""

from __future__ import annotations

import random
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from kompass.load import load
from kompass.model import FILES, DataFile
from kompass.model.paths import order_of
from kompass.writing.fix import fix

ROOT = Path(__file__).parents[3]
VALID = ROOT / "tests" / "cases" / "valid"
CASES = sorted((ROOT / "tests" / "cases" / "invalid").glob("*/*.yml"))
FILE = {file.name: file for file in FILES}
EXAMPLES = FILE["examples"]
VALID_EXAMPLES = (VALID / "examples.yml").read_text(encoding="utf-8")


def fixed(text: str, file: DataFile = EXAMPLES) -> str:
    return fix(text.encode("utf-8"), file).decode("utf-8")


def scramble(text: str, seed: int) -> str:
    """Return the file with its records, and the fields of each, in any order; a comment stands above each field."""
    chance = random.Random(seed)  # noqa: S311  the same mix every time
    head, *records = re.split(r"(?m)^(?=- )", text)
    mixed = []
    for number, record in enumerate(records):
        fields = re.split(r"(?m)^(?=  [a-z])", record.replace("- ", "  ", 1))[1:]
        if not fields:
            fields = [record]
        chance.shuffle(fields)
        commented = [f"  # Bemerkung {number}.{place}\n{field}" for place, field in enumerate(fields)]
        first = commented[0].split("\n", 1)[1]
        mixed.append("".join(["- " + first[2:], *commented[1:]]))
    chance.shuffle(mixed)
    return head + "".join(mixed)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_real_data_is_in_order(file: DataFile) -> None:
    content = (ROOT / "data" / f"{file.name}.yml").read_bytes()
    assert fix(content, file) == content, "python -m kompass check --fix bringt die Datei in Ordnung"


@pytest.mark.parametrize("seed", range(20))
def test_order_comes_back_after_any_mixing(seed: int) -> None:
    mixed = scramble(VALID_EXAMPLES, seed)
    assert mixed != VALID_EXAMPLES
    result = fixed(mixed)
    assert re.sub(r"(?m)^ *#(?! yaml).*\n", "", result) == VALID_EXAMPLES
    assert sorted(re.findall(r"# Bemerkung.*", result)) == sorted(re.findall(r"# Bemerkung.*", mixed))


@pytest.mark.parametrize("name", ["examples", "measures", "support", "glossary"])
def test_real_files_come_back_after_mixing(name: str) -> None:
    text = (ROOT / "data" / f"{name}.yml").read_text(encoding="utf-8")
    assert re.sub(r"(?m)^ *# Bemerkung.*\n", "", fixed(scramble(text, 7), FILE[name])).split() == text.split()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_fixing_twice_is_fixing_once(case: Path) -> None:
    file = FILE.get(case.name.partition(".")[0], EXAMPLES)
    once = fix(case.read_bytes(), file)
    assert fix(once, file) == once


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_fixing_makes_no_new_problem(case: Path, data: Path) -> None:
    name = case.name.partition(".")[0]
    target = data / f"{name}.yml"
    target.write_bytes(case.read_bytes())
    before = load(data, today=date(2026, 11, 22)).problems
    if name in FILE:
        target.write_bytes(fix(case.read_bytes(), FILE[name]))
    after = load(data, today=date(2026, 11, 22)).problems
    could_be_read = before[0].rule != "utf-16"
    assert len(after) <= len(before) or not could_be_read


@pytest.mark.parametrize(
    "rule",
    [
        "datumsform",
        "doppelpunkt-im-text",
        "leerzeichen-am-rand",
        "leerzeichen-nach-doppelpunkt",
        "schema-zeile",
        "tabulator",
        "unsortiert",
        "utf-16",
    ],
)
def test_snippet_of_mechanical_rule_is_mended(rule: str, data: Path) -> None:
    folder = ROOT / "tests" / "cases" / "invalid" / rule
    for case in folder.glob("*.snippet.yml"):
        name = case.name.partition(".")[0]
        (data / f"{name}.yml").write_bytes(fix(case.read_bytes(), FILE[name]))
        assert rule not in {problem.rule for problem in load(data, today=date(2026, 11, 22)).problems}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  effort: Zwei: eine Stunde", '  effort: "Zwei: eine Stunde"'),
        ("  effort: '8'", '  effort: "8"'),
        ("  effort: no", '  effort: "no"'),
        ("  effort: 12:30", '  effort: "12:30"'),
        ("  effort: *viel*", '  effort: "*viel*"'),
        ("  effort:Zwei Stunden", "  effort: Zwei Stunden"),
        ('  effort: " Zwei Stunden "', '  effort: "Zwei Stunden"'),
        ("  effort: Zwei Stunden \t", "  effort: Zwei Stunden"),
        ("  effort: Zwei\u200b Stunden", "  effort: Zwei Stunden"),
        ("  effort: " + unicodedata.normalize("NFD", "Für zwei"), "  effort: Für zwei"),
        ("\teffort: Zwei Stunden", "  effort: Zwei Stunden"),
        ("  as_of: 3.5.2024", "  as_of: 2024-05-03"),
        ('  as_of: "2024-05-03"', "  as_of: 2024-05-03"),
        ("  as_of: 2024-5", "  as_of: 2024-05"),
        ("  effort: Zwei Stunden  # laut Amt", "  effort: Zwei Stunden  # laut Amt"),
        ("  effort: |\n    Zwei: eine und  noch eine\n    no", "  effort: |\n    Zwei: eine und  noch eine\n    no"),
    ],
)
def test_line_is_mended(before: str, after: str) -> None:
    def around(line: str) -> str:
        return VALID_EXAMPLES.replace("  lesson: Reden", f"{line}\n  lesson: Reden", 1)

    result = fixed(around(before))
    assert after in result
    assert fixed(result) == result


def test_item_with_colon_is_quoted() -> None:
    result = fixed(VALID_EXAMPLES.replace("- Fragen Sie beim Kreis nach.", "- Fragen Sie den Kreis: Wer fährt?"))
    assert '    - "Fragen Sie den Kreis: Wer fährt?"\n' in result


def test_windows_file_with_mark_becomes_plain() -> None:
    content = b"\xef\xbb\xbf" + VALID_EXAMPLES.replace("\n", "\r\n").encode("utf-8")
    assert fix(content, EXAMPLES).decode("utf-8") == VALID_EXAMPLES


def test_utf_16_becomes_utf_8() -> None:
    assert fix(VALID_EXAMPLES.encode("utf-16"), EXAMPLES).decode("utf-8") == VALID_EXAMPLES


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"\x80abc", b"\x00\x01", b""])
def test_what_is_no_text_stays_as_it_is(content: bytes) -> None:
    once = fix(content, EXAMPLES)
    assert fix(once, EXAMPLES) == once


def test_broken_yaml_keeps_its_lines() -> None:
    text = VALID_EXAMPLES.replace("title: Dorfladen", 'title: "Dorfladen')
    assert fixed(text).split() == text.split()


def test_paragraphs_in_texts_stay() -> None:
    text = VALID_EXAMPLES.replace(
        "  lesson: Reden Sie zuerst mit denen, die fahren sollen.", "  lesson: |\n    Eins.\n\n    Zwei."
    )
    assert "    Eins.\n\n    Zwei.\n" in fixed(text)


def test_comment_above_an_entry_moves_with_it() -> None:
    head, first, second = re.split(r"(?m)^(?=- )", VALID_EXAMPLES)
    assert fixed(f"{head}# zum Laden\n{second}# zum Bus\n{first}") == f"{head}# zum Bus\n{first}# zum Laden\n{second}"


def test_fields_of_sources_are_ordered() -> None:
    text = VALID_EXAMPLES.replace(
        "- title: Bericht der Gemeinde\n      url: https://www.example.org/bericht\n",
        "- url: https://www.example.org/bericht\n      title: Bericht der Gemeinde\n",
    )
    assert text != VALID_EXAMPLES
    assert fixed(text) == VALID_EXAMPLES


def test_grouped_file_is_ordered_within_its_lists() -> None:
    text = (VALID / "charta.yml").read_text(encoding="utf-8")
    mixed = re.sub(r"(?m)^(    order: .*\n)(    summary: .*\n)", r"\2\1", text)
    assert mixed != text
    assert fixed(mixed, FILE["charta"]) == text


def test_order_of_fields_begins_with_id_and_ends_with_what_all_entries_have() -> None:
    order = order_of(EXAMPLES.kinds[0].model)
    assert order[:2] == ("id", "title")
    assert order[-4:] == ("checked", "sources", "aliases", "reservation")
