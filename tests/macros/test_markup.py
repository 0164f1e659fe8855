"""Repairs of finished HTML: they change what they should and nothing that shows."""

from __future__ import annotations

import pytest

from macros.markup import let_scroll, slim


def test_table_from_markdown_gets_its_wrappers_and_ours_none():
    assert let_scroll("<table><tr></tr></table>") == (
        '<div class="md-typeset__scrollwrap"><div class="md-typeset__table"><table><tr></tr></table></div></div>'
    )
    assert let_scroll('<table class="kompass-table"></table>') == '<table class="kompass-table"></table>'


def test_block_of_code_can_be_scrolled_by_key():
    assert let_scroll("<pre><code>a</code></pre>") == '<pre><code tabindex="0">a</code></pre>'


def test_blank_lines_and_indents_become_one_line_break():
    assert slim("<p>\n\n   a b\n</p>") == "<p>\na b\n</p>"


def test_space_between_two_links_stays():
    assert slim("<a>a</a> <a>b</a>\n  <a>c</a>") == "<a>a</a> <a>b</a>\n<a>c</a>"


@pytest.mark.parametrize("name", ["pre", "textarea", "script", "template"])
def test_text_that_shows_its_line_breaks_stays(name):
    kept = f"<{name} id='x'>a\n\n   b</{name}>"
    assert slim(f"<div>\n\n{kept}\n\n</div>") == f"<div>\n{kept}\n</div>"
