"""Addresses are permanent, and seen from a page they lead where they lead from the root."""

from __future__ import annotations

import pytest

from kompass.addresses import ANCHORS, PAGES, address, list_address, relative
from kompass.catalogue import INDICATOR, KINDS


def test_every_kind_but_registers_has_a_page_or_an_anchor_and_not_both():
    shown = {name for name, kind in KINDS.items() if not kind.is_register}
    assert PAGES.keys() | ANCHORS.keys() >= {*shown, INDICATOR}
    assert not (PAGES.keys() | ANCHORS.keys()) & (KINDS.keys() - shown)
    assert not PAGES.keys() & ANCHORS.keys()


def test_record_has_a_page_of_its_own_or_an_anchor():
    assert address("example", "buergerbus") == "kompass/beispiele/buergerbus/"
    assert address("question", "womit-anfangen") == "faq/#womit-anfangen"


def test_list_of_a_kind():
    assert (list_address("example"), list_address("term")) == ("kompass/beispiele/", "glossar/")


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("faq/", "", "faq/"),
        ("faq/", "faq/", "./"),
        ("faq/#a", "faq/", "./#a"),
        ("", "faq/", "../"),
        ("", "", "./"),
        ("kompass/beispiele/a/", "kompass/beispiele/b/", "../a/"),
        ("kompass/beispiele/a/#x", "faq/", "../kompass/beispiele/a/#x"),
        ("downloads/a.pdf", "kompass/", "../downloads/a.pdf"),
        ("faq/", "404.html", "faq/"),
        ("faq/", "kompass/alt.html", "../faq/"),
    ],
)
def test_address_as_seen_from_a_page(target: str, page: str, expected: str):
    assert relative(target, page) == expected
