"""The committed queries are answered well, and far better than by the theme's own search."""

import pytest

from bench.search import MISSED_ALLOWED, MISSED_ALLOWED_BY_KIND, RANK_LOST_ALLOWED, measure


@pytest.fixture(scope="module")
def qualities():
    return measure()


def test_a_right_page_is_among_the_first_three(qualities):
    assert qualities[0]["alle"].hit3 >= 1 - MISSED_ALLOWED, qualities[0]


def test_the_right_page_stands_high(qualities):
    assert qualities[0]["alle"].mrr >= 1 - RANK_LOST_ALLOWED, qualities[0]


def test_no_kind_of_query_is_neglected(qualities):
    assert {kind for kind, own in qualities[0].items() if own.hit3 < 1 - MISSED_ALLOWED_BY_KIND} == set()


def test_better_than_the_search_of_the_theme(qualities):
    ours, theirs = qualities
    assert ours["alle"].hit3 > theirs["alle"].hit3 + 0.2
