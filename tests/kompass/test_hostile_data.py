"""Whatever stands in a file, checking ends with a report: no traceback, no endless work, nothing executed."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from kompass.load import Loaded
from kompass.telling.report import FORMATS

Check = Callable[..., Loaded]
VALID = Path(__file__).parents[1] / "cases" / "valid"
PIECES = [
    ": ",
    "- ",
    "\n",
    "  ",
    "\t",
    '"',
    "'",
    "{",
    "}",
    "[",
    "]",
    "|",
    ">",
    "&a ",
    "*a",
    "!x ",
    "<<: ",
    "---\n",
    "...\n",
    "%",
    "@",
    "? ",
    "#",
]
PIECES += [
    "null",
    "\0",
    "\x1b",
    "\u2028",
    "\ufeff",
    "ä",
    "\U0001f600",
    "yes",
    "1e999",
    "\\",
    ",",
    "`",
    "=======\n",
    "9" * 400,
    "-",
    ":",
    "{{ 7*7 }}",
]


def assert_reported(loaded: Loaded) -> None:
    for form in FORMATS.values():
        assert {unicodedata.category(char) for char in set(form(loaded)) - {"\n"}} & {"Cc", "Cf", "Cs", "Zl", "Zp"} == set()
    assert all(problem.line >= 1 and problem.column >= 1 for problem in loaded.problems)


@pytest.mark.parametrize("seed", range(40))
def test_random_bytes_are_refused(seed: int, check: Check) -> None:
    loaded = check("examples", random.Random(seed).randbytes(500))  # noqa: S311
    assert loaded.problems
    assert_reported(loaded)


@pytest.mark.parametrize("seed", range(150))
def test_mutilated_file_is_reported(seed: int, check: Check) -> None:
    chance = random.Random(seed)  # noqa: S311
    name = chance.choice(["examples", "charta", "action_fields", "measures", "checklist"])
    text = (VALID / f"{name}.yml").read_text(encoding="utf-8")
    for _ in range(chance.randint(1, 6)):
        position = chance.randrange(len(text))
        text = text[:position] + chance.choice(PIECES) + text[position + chance.choice([0, 0, 1, 5]) :]
    assert_reported(check(name, text))


@pytest.mark.parametrize("seed", range(60))
def test_shuffled_lines_are_reported(seed: int, check: Check) -> None:
    chance = random.Random(seed)  # noqa: S311
    lines = (VALID / "examples.yml").read_text(encoding="utf-8").splitlines(keepends=True)
    first, second = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    assert_reported(check("examples", "".join(lines)))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5_000,
        "{" * 5_000,
        "\n".join("[" for _ in range(100_000)),
        "".join(" " * depth + "a:\n" for depth in range(190)),
        "- " * 9_000,
        "? " * 9_000,
        "- a: " + "x" * 10_000_000,
        "- |\n" + "  x\n" * 500_000,
        "- &a [" + "*a, " * 4_000 + "]",
        "- {" + "a: 1, " * 3_000 + "}",
        "\n".join(f"- id: [{number}" for number in range(5_000)),
        "- '" + "\n'" * 5_000,
        '- id: "a\n' * 5_000,
        "- results:\n" + "  - <b>\n" * 100_000,
        "- " + "!!python/name:os.system " * 700,
        "%YAML 9.9\n---\n- a",
        "%TAG ! tag:evil,2000:\n---\n- !x a",
        '- "\\uD800"',
        '- "\\x1b]0;title\\x07"',
        "- a: 1\n  ? [b]\n  : c\n",
        "- {{ name }}\n",
        "a: " * 3_000,
        "- ? a\n- ? b\n",
        "\ufeff\ufeff- a",
        "- id: \u0085x\n",
        "---\n",
        "...\n",
        "- a\n...\nb",
        "- [no, no, no]\n" * 20_000,
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_absurd_text_is_reported(text: str, check: Check) -> None:
    loaded = check("examples", text)
    assert loaded.problems
    assert_reported(loaded)


@pytest.mark.parametrize("name", ["charta", "examples"])
@pytest.mark.parametrize(
    "value",
    ["[]", "{}", "a", "1", "null", "[[]]", "[null]", "{a: b}", "[[[]], {a: [{}]}]", '{"": ""}', "[{id: {}, sources: {a: 1}}]"],
)
def test_every_shape_is_reported(name: str, value: str, check: Check) -> None:
    assert_reported(check(name, value))


def test_unknown_files_with_hostile_names_are_reported(data: Path, check: Check) -> None:
    (data / "\x1b[31m\n::error::.yml").touch()
    loaded = check("extra", "- a")
    assert [problem.rule for problem in loaded.problems] == ["unbekannte-datei"] * 2
    assert_reported(loaded)


def test_nothing_is_executed(data: Path, check: Check) -> None:
    check("examples", '- id: !!python/object/apply:os.mkdir ["executed"]\n- !!python/object/new:os.mkdir ["executed"]\n')
    assert not Path("executed").exists()
