"""The law in the data rests on the statute and says who must do what by when."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from kompass.load import load
from kompass.model import Law
from kompass.model.vocabulary import Duty

LAWS: tuple[Law, ...] = load(Path(__file__).parents[2] / "data").catalogue.all("law")
OFFICIAL = (
    "brandenburg.de",
    "bsi.bund.de",
    "bmds.bund.de",
    "eur-lex.europa.eu",
    "fitko.de",
    "gesetze-im-internet.de",
    "regierung-mv.de",
    "zendis.de",
)
MOST_RESERVATIONS = 5


def is_official(url: str) -> bool:
    """Tell whether a state, the Federation, the Union or a body of theirs answers for the address."""
    host = urlsplit(url).hostname or ""
    return any(host == one or host.endswith(f".{one}") for one in OFFICIAL)


def test_every_law_cites_an_official_source_first() -> None:
    assert [law.id for law in LAWS if not (law.cited and is_official(law.cited[0].url or ""))] == []
    assert not is_official("https://www.haufe.de/brandenburg.de")


def test_reservations_stay_the_exception() -> None:
    reserved = [law.id for law in LAWS if law.reservation]
    assert len(reserved) <= MOST_RESERVATIONS, reserved


def test_task_is_one_short_sentence_to_do() -> None:
    assert [law.id for law in LAWS if len(law.task) > 120 or not law.task.endswith(".") or law.task.count(".") > 1] == []


def test_only_a_duty_or_its_date_binds() -> None:
    binding = {law.id: law.duty for law in LAWS if any(entry.binding for entry in law.dates)}
    assert Duty.MUST in binding.values()
    assert {name for name, duty in binding.items() if duty != Duty.MUST} == {"data-act"}
