"""Addresses are followed by servers' names only; the entry form decides the same (tests/javascripts/address.test.mjs)."""

import json
from pathlib import Path

import pytest

from kompass.rules.unsafe_address import judge

CASES = json.loads((Path(__file__).parent / "addresses.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("url", "is_accepted"), CASES.items(), ids=list(CASES))
def test_address_is_accepted_only_with_a_public_server_name(url: str, is_accepted: bool) -> None:
    assert (judge(url) is None) == is_accepted
