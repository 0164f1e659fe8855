"""The sheet with the bars of a plan: it reads from the table of the measures and fits on one page across."""

from __future__ import annotations

from datetime import date
from typing import Any

from kompass.downloads.book import ROOM, Cell, Dialect, Formula, Mark, Sheet
from kompass.downloads.outline import Entry, Grid
from kompass.downloads.to_pdf import add_months
from kompass.model.vocabulary import FieldType

TITLE = "Balkenplan"
HELP = "Das Blatt liest aus dem Blatt {}. Tragen Sie hier nichts ein. Ein Balken steht für drei Monate."
MONTHS_PER_BAR = 3
BAR = "x"
BAR_WIDTH = 25.0
MORE_ROWS = 6
"""Rows beyond those of the table, for measures that come later."""
HEAD = 3


def draw_plan(grid: Grid, source: str, first: int) -> Sheet:
    """Return the sheet for a table whose first row stands in row `first` of the sheet `source`."""
    assert grid.plan is not None  # noqa: S101  the caller has looked
    plan, bars = grid.plan, -(-grid.plan.months // MONTHS_PER_BAR)
    shown = [*name_columns(grid), plan.start, plan.end]
    widths = [40.0, 190.0][-len(shown) + 2 :] + [64.0, 64.0] + [BAR_WIDTH] * bars
    sheet = Sheet(TITLE, widths=widths, head_row=HEAD, frozen_columns=len(shown) - 2, is_one_page=True)
    sheet.cells[1, 1] = Cell(TITLE, "title", span=len(widths))
    sheet.cells[2, 1] = Cell(HELP.format(source), "help", span=len(widths))
    sheet.fixed |= {1, 2}
    for place, column in enumerate(shown, 1):
        sheet.cells[HEAD, place] = Cell(grid.columns[column].label, "head")
    for number in range(bars):
        start = add_months(plan.first, MONTHS_PER_BAR * number)
        text = f"Q{(start.month + 2) // 3} {start.year % 100:02d}"
        sheet.cells[HEAD, len(shown) + number + 1] = Cell(text, "head_bar", calculate=bar_head(plan.first_field, number))
    sheet.last_row = HEAD + len(grid.rows) + MORE_ROWS
    for number in range(len(grid.rows) + MORE_ROWS):
        values = grid.rows[number] if number < len(grid.rows) else (None,) * len(grid.columns)
        draw_row(sheet, grid, values, (source, first, number), shown)
    left = len(shown) + 1
    sheet.marks.append(
        Mark("bar", (HEAD + 1, left), (sheet.last_row, len(widths)), lambda dialect: f'{dialect.cell(HEAD + 1, left)}="{BAR}"')
    )
    return sheet


def draw_row(sheet: Sheet, grid: Grid, values: tuple[Any, ...], place: tuple[str, int, int], shown: list[int]) -> None:
    """Set one row: what the measure is called, when it runs, its bars."""
    assert grid.plan is not None  # noqa: S101  the caller has looked
    source, first, row = place[0], place[1], HEAD + 1 + place[2]
    for column, number in enumerate(shown, 1):
        entry: Entry = grid.columns[number]
        sheet.cells[row, column] = Cell(values[number], "computed", entry.type, same_as(source, first, number + 1, place[2] + 1))
    for number in range(len(sheet.widths) - len(shown)):
        start = add_months(grid.plan.first, MONTHS_PER_BAR * number)
        runs = is_running(values[grid.plan.start], values[grid.plan.end], start)
        calculate = bar_cell(grid.plan.first_field, number, row, len(shown) - 1, len(shown))
        sheet.cells[row, len(shown) + number + 1] = Cell(BAR if runs else None, "bar", calculate=calculate)


def name_columns(grid: Grid) -> list[int]:
    """Return the first columns with text, at most two: number and name."""
    assert grid.plan is not None  # noqa: S101  the caller has looked
    return [place for place, one in enumerate(grid.columns) if one.type == FieldType.LINE and place < grid.plan.start][:2]


def same_as(sheet: str, first: int, column: int, number: int) -> Formula:
    """Return the formula that shows the row `number` of a table on another sheet, and nothing for an empty cell."""

    def write(dialect: Dialect) -> str:
        cell = f"INDEX({dialect.span(sheet, first, first + ROOM, column)}{dialect.separator}{number})"
        return f'IF({cell}=""{dialect.separator}""{dialect.separator}{cell})'

    return write


def is_running(start: Any, end: Any, quarter: date) -> bool:
    """Tell whether something from `start` to `end` runs in the three months from `quarter` on."""
    if not (isinstance(start, str) and isinstance(end, str)):
        return False
    return date.fromisoformat(start) < add_months(quarter, MONTHS_PER_BAR) and date.fromisoformat(end) >= quarter


def bar_head(first: str, number: int) -> Formula:
    """Return the formula of a head like „Q1 27“, counted from the first month of the plan."""

    def write(dialect: Dialect) -> str:
        day = f"EDATE({first}{dialect.separator}{MONTHS_PER_BAR * number})"
        return f'"Q"&ROUNDUP(MONTH({day})/3{dialect.separator}0)&" "&RIGHT(YEAR({day}){dialect.separator}2)'

    return write


def bar_cell(first: str, number: int, row: int, start: int, end: int) -> Formula:
    """Return the formula that marks a quarter in which a row runs."""

    def write(dialect: Dialect) -> str:
        mark = dialect.separator
        begins, ends = dialect.cell(row, start, fixed_column=True), dialect.cell(row, end, fixed_column=True)
        since, until = (f"EDATE({first}{mark}{MONTHS_PER_BAR * place})" for place in (number, number + 1))
        runs = f'IF(AND({begins}<{until}{mark}{ends}>={since}){mark}"{BAR}"{mark}"")'
        return f'IF(OR({begins}=""{mark}{ends}=""){mark}""{mark}{runs})'

    return write
