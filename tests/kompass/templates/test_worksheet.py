"""Faults of a template are found before a file is written."""

from __future__ import annotations

from typing import Any

import pytest

from kompass.model.templates import Section
from kompass.templates.faults import faults
from kompass.templates.worksheet import Worksheet


def sections(*fields: dict[str, Any], table: dict[str, Any] | None = None) -> tuple[Section, ...]:
    full = [{"label": "Feld", **field} for field in fields]
    return (Section.model_validate({"title": "Blatt", "fields": full, **({"table": table} if table else {})}),)


def rules(parts: tuple[Section, ...], *, is_table: bool = True) -> list[str]:
    return [fault.rule for fault in faults(parts, is_table=is_table)]


def table(*columns: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": "plan", "columns": [{"label": f"Spalte {column['id']}", **column} for column in columns], **more}


def test_a_plain_field_is_accepted() -> None:
    assert rules(sections({"id": "aufgabe", "example": "Bericht"})) == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("zahl", "viel"),
        ("zahl", True),
        ("euro", "12 €"),
        ("datum", "31.12.2027"),
        ("datum", "2027-02-30"),
        ("haken", "ja"),
        ("liste", "eins"),
        ("text", ["eins"]),
        ("ampel", "blau"),
    ],
)
def test_example_that_does_not_fit_is_found(kind: str, value: Any) -> None:
    assert rules(sections({"id": "feld", "type": kind, "example": value})) == ["beispielwert"]


def test_choice_outside_the_options_is_found() -> None:
    field = {"id": "feld", "type": "auswahl", "options": ["a", "b"], "example": "c"}
    assert rules(sections(field)) == ["beispielwert"]


def test_number_outside_its_limits_is_found() -> None:
    assert rules(sections({"id": "feld", "type": "zahl", "low": 1, "high": 5, "example": 6})) == ["beispielwert"]


def test_value_in_a_computed_field_is_found() -> None:
    assert "beispielwert" in rules(sections({"id": "feld", "type": "zahl", "formula": "1 + 1", "example": 2}))


def test_value_in_an_unknown_column_is_found() -> None:
    parts = sections(table=table({"id": "was"}, {"id": "wer"}, example=[{"was": "Bericht", "wann": "heute"}]))
    assert rules(parts) == ["beispielwert"]


def test_same_name_twice_is_found() -> None:
    assert rules(sections({"id": "feld"}, {"id": "feld"})) == ["doppeltes-vorlagenfeld"]


def test_name_that_looks_like_a_cell_is_found() -> None:
    assert rules(sections({"id": "abc12"})) == ["doppeltes-vorlagenfeld"]


def test_formula_with_an_unknown_name_is_found() -> None:
    assert rules(sections({"id": "feld", "type": "zahl", "formula": "tage * 2"})) == ["kaputte-formel"]


def test_formula_with_an_unknown_column_is_found() -> None:
    parts = sections({"id": "feld", "type": "zahl", "formula": "summe(plan.geld)"}, table=table({"id": "was"}, {"id": "wer"}))
    assert rules(parts) == ["kaputte-formel"]


def test_formula_that_needs_itself_is_found() -> None:
    first = {"id": "eins", "type": "zahl", "formula": "zwei + 1"}
    assert "kaputte-formel" in rules(sections(first, {"id": "zwei", "type": "zahl", "formula": "eins + 1"}))


def test_formula_in_a_text_document_is_found() -> None:
    assert rules(sections({"id": "feld", "type": "zahl", "formula": "1 + 1"}), is_table=False) == ["kaputte-formel"]


def test_sheet_name_that_excel_refuses_is_found() -> None:
    parts = (Section.model_validate({"title": "Kosten/Nutzen", "fields": [{"id": "feld", "label": "Feld"}]}),)
    assert rules(parts) == ["vorlagenform"]


def test_gantt_chart_without_dates_is_found() -> None:
    plan = {"start": "was", "end": "wer", "first": "beginn", "months": 24}
    assert rules(sections(table=table({"id": "was"}, {"id": "wer"}, timeline=plan))) == ["vorlagenform"] * 3


def test_empty_template_has_empty_rows_and_the_example_none() -> None:
    parts = sections(table=table({"id": "was"}, {"id": "wer"}, blank_rows=3, example=[{"was": "Bericht"}]))
    assert parts[0].table is not None
    assert len(Worksheet(parts, is_example=False).rows(parts[0].table)) == 3
    assert len(Worksheet(parts, is_example=True).rows(parts[0].table)) == 1


@pytest.mark.parametrize(
    ("footer", "euros", "expected"),
    [
        ("summe", [2, 3], 5),
        ("summe", [], 0),
        ("mittelwert", [2, 4], 3),
        ("mittelwert", [], None),
        ("anzahl", [2, 3], 2),
        ("anzahl", [], 0),
        (None, [2], None),
    ],
)
def test_footer_is_the_value_that_the_spreadsheet_shows(footer: str | None, euros: list[int], expected: Any) -> None:
    money = {"id": "geld", "type": "euro", "footer": footer}
    rows = [{"was": "Bericht"}, *({"geld": euro} for euro in euros)]
    parts = sections(table=table({"id": "was"}, money, example=rows))
    assert parts[0].table is not None
    assert Worksheet(parts, is_example=True).footer(parts[0].table, parts[0].table.columns[1]) == expected


def test_footer_adds_up_the_example() -> None:
    money = {"id": "geld", "type": "euro", "footer": "summe"}
    parts = sections(table=table({"id": "was"}, money, example=[{"geld": 2}, {"geld": 3}, {"was": "offen"}]))
    assert parts[0].table is not None
    assert Worksheet(parts, is_example=True).footer(parts[0].table, parts[0].table.columns[1]) == 5


@pytest.mark.parametrize(
    ("column", "place"),
    [({"needed_with": "geld"}, "needed_with"), ({"year": 1}, "year"), ({"label": "was"}, "label")],
)
def test_column_that_points_nowhere_is_found(column: dict[str, Any], place: str) -> None:
    parts = sections(table=table({"id": "was", "label": "Was"}, {"id": "wer", "label": "Wer", **column}))
    assert [fault.path[-1] for fault in faults(parts, is_table=True)] == [place]


def test_field_over_a_column_that_does_not_exist_is_found() -> None:
    field = {"id": "feld", "row": "Verfügbar", "column": "geld"}
    assert rules(sections(field, table=table({"id": "was"}, {"id": "wer"}))) == ["vorlagenform"]
    assert rules(sections({"id": "feld", "row": "Verfügbar"})) == ["vorlagenform"]
    assert rules(sections({"id": "feld", "type": "auswahl", "options_from": "plan.geld"})) == ["vorlagenform"]
