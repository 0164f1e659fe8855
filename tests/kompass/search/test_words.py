"""Words are compared without umlauts, endings and function words; browser and build agree on how."""

import json
from pathlib import Path

import pytest

from kompass.search.words import is_stop_word, stem, words_of

HERE = Path(__file__).parent
CASES = json.loads((HERE / "words.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("word", "expected"), CASES.items(), ids=list(CASES))
def test_stem_folds_umlauts_and_endings(word, expected):
    assert stem(word) == expected


def test_hyphenated_word_gives_its_parts_and_the_whole():
    assert words_of("Smart-City-Strategie und E-Akte") == [
        "Smart",
        "City",
        "Strategie",
        "SmartCityStrategie",
        "und",
        "Akte",
        "EAkte",
    ]


def test_colon_form_gives_the_plain_word():
    assert words_of("Bürger:innen")[0] == "Bürger"


def test_question_words_are_stop_words():
    assert all(is_stop_word(word) for word in ("Wie", "was", "eine", "für"))
    assert not is_stop_word("Bus")
