"""The functions of the formula language: how spreadsheets call each, how many arguments it takes, what it makes of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Function:
    """A function; `calculate` is called with the values of the arguments, whole columns as lists.

    To a tolerant one an empty cell is no obstacle; `never` names numbers of arguments that are not possible in between.
    `wenn`, `rang` and `zeile` need more than values: `formula` calculates them.
    """

    written: str
    least: int
    most: int
    calculate: Callable[..., Any] | None
    is_tolerant: bool = False
    never: tuple[int, ...] = ()


def _flat(arguments: tuple[Any, ...]) -> Iterator[Any]:
    for argument in arguments:
        yield from argument if isinstance(argument, list) else [argument]


def _figures(arguments: tuple[Any, ...]) -> list[float]:
    return [value for value in _flat(arguments) if isinstance(value, int | float) and not isinstance(value, bool)]


def _mean(*arguments: Any) -> float:
    figures = _figures(arguments)
    return sum(figures) / len(figures)


def _sum_if(words: list[Any], wanted: Any, values: list[Any]) -> float:
    pairs = zip(words, values, strict=True)
    return sum(value for word, value in pairs if word == wanted and isinstance(value, int | float))


def _sum_ifs(values: list[Any], *conditions: Any) -> float:
    rows = zip(values, *conditions[::2], strict=True)
    wanted = list(conditions[1::2])
    return sum(value for value, *found in rows if found == wanted and isinstance(value, int | float))


def _rounded(number: float, places: float) -> float:
    """Round as spreadsheets do: halves go away from zero, and 1.005 counts as such a half."""
    return math.copysign(round(abs(number) + 1e-9, int(places)), number) + 0.0  # never minus zero


FUNCTIONS: dict[str, Function] = {
    "summe": Function("SUM", 1, 20, lambda *given: sum(_figures(given)), is_tolerant=True),
    "mittelwert": Function("AVERAGE", 1, 20, _mean, is_tolerant=True),
    "min": Function("MIN", 1, 20, lambda *given: min(_figures(given), default=0), is_tolerant=True),
    "max": Function("MAX", 1, 20, lambda *given: max(_figures(given), default=0), is_tolerant=True),
    "anzahl": Function("COUNTA", 1, 20, lambda *given: sum(value not in (None, "") for value in _flat(given)), is_tolerant=True),
    "zaehlenwenn": Function("COUNTIF", 2, 2, lambda values, wanted: values.count(wanted), is_tolerant=True),
    "summewenn": Function("SUMIF", 3, 3, _sum_if, is_tolerant=True),
    "summewenns": Function("SUMIFS", 3, 9, _sum_ifs, is_tolerant=True, never=(4, 6, 8)),
    "nachschlagen": Function("INDEX", 3, 3, lambda wanted, keys, values: values[keys.index(wanted)]),
    "zeile": Function("INDEX", 1, 1, None),
    "wenn": Function("IF", 3, 3, None),
    "und": Function("AND", 1, 20, lambda *given: all(given)),
    "oder": Function("OR", 1, 20, lambda *given: any(given)),
    "runden": Function("ROUND", 2, 2, _rounded),
    "rang": Function("RANK", 1, 1, None),
}
