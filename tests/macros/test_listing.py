"""What a list is made of: only options that occur, each with its number of entries, and rows that the script can read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from kompass.model.vocabulary import Effort
from macros.listing import Column, Facet, Listing, Sorting, joined, labels, meanings, named, words

FIELDS = (("energie", "Energie"), ("umwelt", "Umwelt"), ("verkehr", "Verkehr"))
LISTING = Listing(
    "example",
    (Facet("feld", "Handlungsfeld", FIELDS, lambda record: record.fields),),
    (
        Column("Titel", "Wie es heißt.", lambda record: record.title, in_table=True),
        Column("Aufwand", "Wie viel Arbeit.", lambda record: record.effort.label, labels(Effort)),
    ),
    (Sorting("titel", "Titel", 0), Sorting("aufwand", "Aufwand", 1, descending=True)),
    (
        SimpleNamespace(id="a", title="A", fields=("energie", "umwelt"), effort=Effort.LOW),
        SimpleNamespace(id="b", title="B", fields=("energie", "energie"), effort=Effort.HIGH),
    ),
    "kompass/beispiele/",
    date(2026, 11, 22),
)


def test_option_without_entries_is_not_offered():
    ((_, options),) = LISTING.shown_facets
    assert [value for value, _, _ in options] == ["energie", "umwelt"]


def test_option_says_how_many_entries_it_leaves():
    ((facet, options),) = LISTING.shown_facets
    assert facet.label == "Handlungsfeld"
    assert options == [("energie", "Energie", 2), ("umwelt", "Umwelt", 1)]


def test_script_reads_columns_orders_and_rows():
    assert LISTING.data == {
        "columns": [
            {"title": "Titel", "meaning": "Wie es heißt.", "codes": (), "shown": True},
            {"title": "Aufwand", "meaning": "Wie viel Arbeit.", "codes": labels(Effort), "shown": False},
        ],
        "sortings": {"titel": [0, False], "aufwand": [1, True]},
        "rows": [
            {"id": "a", "address": "a/", "facets": {"feld": ["energie", "umwelt"]}, "cells": ["A", Effort.LOW.label]},
            {"id": "b", "address": "b/", "facets": {"feld": ["energie", "energie"]}, "cells": ["B", Effort.HIGH.label]},
        ],
    }


@pytest.mark.parametrize(("page", "address"), [("", "kompass/beispiele/a/"), ("daten/", "../kompass/beispiele/a/")])
def test_addresses_are_seen_from_the_page(page: str, address: str):
    assert replace(LISTING, page=page).data["rows"][0]["address"] == address


def test_words_of_a_vocabulary_in_their_order():
    assert words(Effort) == tuple((word.value, word.label) for word in Effort)
    assert joined((Effort.HIGH, Effort.LOW)) == f"{Effort.HIGH.label}, {Effort.LOW.label}"


def test_titles_of_records_stand_in_the_order_asked_for():
    assert named(("b", "a"), {"a": "Alpha", "b": "Beta", "c": "Gamma"}) == "Beta, Alpha"


def test_meanings_are_the_descriptions_of_the_model():
    fields = {"title": SimpleNamespace(description="Wie es heißt."), "id": SimpleNamespace(description=None)}
    assert meanings(SimpleNamespace(model_fields=fields)) == {"title": "Wie es heißt.", "id": ""}
