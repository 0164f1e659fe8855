"""The one environment of the templates: text stays text, days and numbers are German."""

from __future__ import annotations

from datetime import date

import pytest
from jinja2 import TemplateNotFound, UndefinedError

from kompass.model import FILES, Indicator
from kompass.wording import visible
from macros.render import (
    KIND_OF,
    Here,
    Renderer,
    format_day,
    format_number,
    format_partial_day,
    heading,
    kind_of,
    paragraphs,
    read_asset,
    show_invisible,
)

HERE = Here("kompass/recht/", lambda record: "", lambda example: "")
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()


def test_day_is_written_as_in_german():
    assert format_day(date(2026, 1, 2)) == "02.01.2026"


@pytest.mark.parametrize(("number", "name"), list(enumerate(MONTHS, 1)))
def test_month_is_written_by_its_name(number: int, name: str):
    assert format_partial_day(f"2023-{number:02}") == f"{name} 2023"


def test_year_alone_and_whole_day():
    assert format_partial_day("2023") == "2023"
    assert format_partial_day("2023-09-26") == "26.09.2023"


def test_numbers_have_points_between_thousands():
    assert [format_number(number) for number in (7, 999, 1000, 12345, 1234567)] == ["7", "999", "1.000", "12.345", "1.234.567"]


def test_long_text_falls_into_paragraphs_of_joined_lines():
    assert paragraphs("Eins\nzwei  drei.\n \n\nVier.\n") == ["Eins zwei drei.", "Vier."]


def test_marks_in_a_heading_become_references():
    assert str(heading("A_b *c* <d>\n # {e}, F 1")) == "A&#95;b &#42;c&#42; &#60;d&#62; &#35; &#123;e&#125;, F 1"


def test_invisible_characters_are_written_out_line_by_line():
    first, second = show_invisible("a\u00adb\nc").split("\n")
    assert first == visible("a\u00adb") != "a\u00adb"
    assert second == "c"


def test_drawing_of_our_own_is_markup():
    assert read_asset("icons/suche.svg").startswith("<svg")


def test_every_model_knows_its_kind():
    assert {kind.name for file in FILES for kind in file.kinds} | {"indicator"} == set(KIND_OF.values())
    assert kind_of(Indicator.model_construct()) == "indicator"


@pytest.fixture
def renderer(tmp_path, monkeypatch):
    monkeypatch.setattr("macros.render.TEMPLATES", tmp_path)
    return Renderer()


def draw(renderer, tmp_path, source, **context):
    (tmp_path / "x.html.jinja").write_text(source, encoding="utf-8")
    return renderer("x", HERE, **context)


def test_text_from_data_is_escaped(renderer, tmp_path):
    assert draw(renderer, tmp_path, "<p>{{ text }}</p>", text="<b>&") == "<p>&lt;b&gt;&amp;</p>\n"


def test_unknown_name_is_an_error(renderer, tmp_path):
    with pytest.raises(UndefinedError):
        draw(renderer, tmp_path, "{{ nothing }}")


def test_unknown_template_is_an_error(renderer):
    with pytest.raises(TemplateNotFound):
        renderer("gibt-es-nicht", HERE)


def test_block_ends_with_one_line_break_and_has_no_gaps(renderer, tmp_path):
    assert draw(renderer, tmp_path, "\n\na\n\n\n\n\nb\n\n\n") == "a\n\nb\n"


def test_lines_of_statements_leave_nothing_behind(renderer, tmp_path):
    assert draw(renderer, tmp_path, "a\n  {% if yes %}\nb\n  {% endif %}\nc", yes=True) == "a\nb\nc\n"


def test_data_for_scripts_keeps_umlauts_and_closes_no_script(renderer, tmp_path):
    drawn = draw(renderer, tmp_path, "{{ data | tojson }}", data={"a": "ö</script>", "b": [1, 2]})
    assert drawn == '{"a":"ö\\u003c/script\\u003e","b":[1,2]}\n'


def test_address_is_relative_to_the_page_in_pieces_too(renderer, tmp_path):
    piece = "{% macro link(place) %}{{ place | from_page }}{% endmacro %}"
    (tmp_path / "_piece.html.jinja").write_text(piece, encoding="utf-8")
    source = '{% from "_piece.html.jinja" import link %}{{ link("glossar/") }} {{ "glossar/" | from_page }}'
    assert draw(renderer, tmp_path, source) == "../../glossar/ ../../glossar/\n"


def test_address_elsewhere_stays_as_it_is(renderer, tmp_path):
    assert draw(renderer, tmp_path, "{{ place | from_page }}", place="https://kommune.example/a") == "https://kommune.example/a\n"
