"""Setting up says little while it goes well and everything when it fails."""

from __future__ import annotations

from scripts.set_up import progress

LINES = [f"Collecting p{number}\n" for number in range(1, 31)] + [
    "Installing build dependencies\n",
    "Installing collected packages\n",
]


def test_every_tenth_of_the_packages_is_one_line():
    steps = list(progress(LINES, 30, []))
    assert steps[0] == "3 von 30 Paketen geholt"
    assert steps[-2:] == ["30 von 30 Paketen geholt", "30 Pakete werden ausgepackt ..."]
    assert len(steps) == 11


def test_everything_pip_says_is_kept_for_the_case_of_failure():
    said: list[str] = []
    list(progress(["Collecting p\n", "ERROR: nothing found\n"], 1, said))
    assert said == ["Collecting p\n", "ERROR: nothing found\n"]
