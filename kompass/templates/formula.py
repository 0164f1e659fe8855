"""The small formula language of the templates: read it, check its names, calculate it, translate it for spreadsheets.

A formula looks like `nutzen * gewicht + summe(kosten.jahr_1)`. Names are columns of the same row, fields of the template or,
with a dot, whole columns. It is read with Python's own parser; nothing of it is ever executed.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from kompass.templates.functions import FUNCTIONS

OPERATORS: dict[type[ast.AST], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "=",
    ast.NotEq: "<>",
}
CALCULATIONS: dict[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}


class FormulaError(ValueError):
    """A formula cannot be read; the message is German and meant for editors."""


@dataclass(frozen=True)
class Name:
    """A column of the same row or a field."""

    id: str


@dataclass(frozen=True)
class Range:
    """A whole column of a table."""

    table: str
    column: str


@dataclass(frozen=True)
class Constant:
    """A number or a text."""

    value: float | int | str


@dataclass(frozen=True)
class Operation:
    """Two terms and the operator between them, as spreadsheets write it."""

    operator: str
    left: Term
    right: Term


@dataclass(frozen=True)
class Call:
    """A function, by its German name, with its arguments."""

    function: str
    arguments: tuple[Term, ...]


Term = Name | Range | Constant | Operation | Call


class Cells(Protocol):
    """What a calculation looks its values up in."""

    def value(self, name: str) -> Any:
        """Return the value of a field or of a column in the same row; None if empty."""

    def column(self, table: str, column: str) -> list[Any]:
        """Return the values of a whole column."""

    def siblings(self, name: str) -> list[Any]:
        """Return the values of a column of the same table."""

    def position(self) -> int:
        """Return the number of the row in its table, from 1; 0 outside of tables."""


def read(text: str) -> Term:
    """Return the term that `text` describes; raise FormulaError."""
    try:
        return _term(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        if isinstance(error, FormulaError):
            raise
        raise FormulaError("Die Formel ist nicht lesbar; vielleicht fehlt eine Klammer oder ein Rechenzeichen.") from None


def names(term: Term) -> Iterator[Name | Range]:
    """Yield all names and ranges of a term."""
    if isinstance(term, Name | Range):
        yield term
    for inner in _inner(term):
        yield from names(inner)


def required(term: Term) -> Iterator[str]:
    """Yield the names that must have a value before the term has one."""
    if isinstance(term, Name):
        yield term.id
    elif not (isinstance(term, Call) and FUNCTIONS[term.function].is_tolerant):
        for inner in _inner(term):
            yield from required(inner)


def calculate(term: Term, cells: Cells) -> Any:
    """Return the value of a term, or None where a spreadsheet cell stays empty."""
    if any(cells.value(name) in (None, "") for name in required(term)):
        return None
    loose = [name.id for name in names(term) if isinstance(name, Name)]
    if loose and all(cells.value(name) in (None, "") for name in loose):
        return None
    try:
        return _calculate(term, cells)
    except (ZeroDivisionError, TypeError, ValueError):
        return None


def write(  # noqa: PLR0913  what a reference looks like differs by place and format
    term: Term,
    cell: Callable[[str], str],
    span: Callable[[str, str], str],
    own: Callable[[str], str],
    *,
    separator: str = ",",
    position: int = 0,
) -> str:
    """Return the term as spreadsheets write it.

    `cell` gives the reference of a name, `span` that of a whole column, `own` that of a column of the same table, `position`
    is the number of the row in its table. The result is empty text while a required cell is empty, and where it fails.
    """

    def inner(part: Term) -> str:
        if isinstance(part, Name):
            return cell(part.id)
        if isinstance(part, Range):
            return span(part.table, part.column)
        if isinstance(part, Constant):
            return '"' + part.value.replace('"', '""') + '"' if isinstance(part.value, str) else f"{part.value}"
        if isinstance(part, Operation):
            return f"({inner(part.left)}{part.operator}{inner(part.right)})"
        arguments = [inner(argument) for argument in part.arguments]
        if part.function in {"nachschlagen", "zeile"}:
            place = f"{position}"
            if part.function == "nachschlagen":
                place = f"MATCH({arguments[0]}{separator}{arguments[1]}{separator}0)"
            found = f"INDEX({arguments[-1]}{separator}{place})"
            return f'IF({found}=""{separator}""{separator}{found})'
        if part.function == "rang" and isinstance(part.arguments[0], Name):
            arguments.append(own(part.arguments[0].id))
        return f"{FUNCTIONS[part.function].written}({separator.join(arguments)})"

    body = inner(term)
    if body.startswith("(") and isinstance(term, Operation):
        body = body[1:-1]
    if empty := _empty(term, cell, separator):
        body = f'IF({empty}{separator}""{separator}{body})'
    return f'IFERROR({body}{separator}"")'


def _empty(term: Term, cell: Callable[[str], str], separator: str) -> str:
    """Return the condition under which the cell of a term stays empty, or nothing."""
    empty = [f'{cell(name)}=""' for name in dict.fromkeys(required(term))]
    if not empty and (loose := dict.fromkeys(name.id for name in names(term) if isinstance(name, Name))):
        empty = [f'{cell(name)}=""' for name in loose]
        return f"AND({separator.join(empty)})" if len(empty) > 1 else empty[0]
    return f"OR({separator.join(empty)})" if len(empty) > 1 else "".join(empty)


def _term(node: ast.AST) -> Term:  # noqa: PLR0911  one return per kind of node
    if isinstance(node, ast.Name):
        return Name(node.id)
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return Range(node.value.id, node.attr)
    if isinstance(node, ast.Constant) and isinstance(node.value, str | int | float) and not isinstance(node.value, bool):
        return Constant(node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return Operation("-", Constant(0), _term(node.operand))
    if isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        return Operation(OPERATORS[type(node.op)], _term(node.left), _term(node.right))
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and type(node.ops[0]) in OPERATORS:
        return Operation(OPERATORS[type(node.ops[0])], _term(node.left), _term(node.comparators[0]))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return _call(node.func.id, node)
    raise FormulaError("Die Formel enthält etwas, das hier nicht möglich ist.")


def _call(name: str, node: ast.Call) -> Call:
    if name not in FUNCTIONS:
        raise FormulaError(f"Die Funktion „{name}“ gibt es nicht. Möglich sind: {', '.join(FUNCTIONS)}.")
    least, most = FUNCTIONS[name].least, FUNCTIONS[name].most
    if node.keywords or not least <= len(node.args) <= most or len(node.args) in FUNCTIONS[name].never:
        count = f"{least}" if least == most else f"{least} bis {most}"
        raise FormulaError(f"Die Funktion „{name}“ braucht {count} Angaben in der Klammer, getrennt durch Komma.")
    return Call(name, tuple(_term(argument) for argument in node.args))


def _inner(term: Term) -> tuple[Term, ...]:
    if isinstance(term, Operation):
        return (term.left, term.right)
    return term.arguments if isinstance(term, Call) else ()


def _calculate(term: Term, cells: Cells) -> Any:
    if isinstance(term, Constant):
        return term.value
    if isinstance(term, Name):
        return cells.value(term.id)
    if isinstance(term, Range):
        return cells.column(term.table, term.column)
    if isinstance(term, Operation):
        return _operate(term.operator, _calculate(term.left, cells), _calculate(term.right, cells))
    return _called(term, cells)


def _called(term: Call, cells: Cells) -> Any:
    if term.function == "wenn":
        condition, then, other = term.arguments
        return _calculate(then if _calculate(condition, cells) else other, cells)
    if term.function == "rang":
        return _rank(term.arguments[0], cells)
    if term.function == "zeile":
        column = _calculate(term.arguments[0], cells)
        return column[cells.position() - 1] if 0 < cells.position() <= len(column) else None
    calculate_it = FUNCTIONS[term.function].calculate
    assert calculate_it is not None  # noqa: S101  the three that have none are above
    return calculate_it(*(_calculate(argument, cells) for argument in term.arguments))


def _rank(term: Term, cells: Cells) -> int:
    if not isinstance(term, Name):
        raise TypeError("only a column has ranks")
    mine = cells.value(term.id)
    return 1 + sum(bool(value > mine) for value in cells.siblings(term.id) if isinstance(value, int | float))


def _operate(sign: str, left: Any, right: Any) -> Any:
    left, right = (0 if side is None else side for side in (left, right))
    return CALCULATIONS[sign](left, right)
