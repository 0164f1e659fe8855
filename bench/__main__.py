"""Print every ratio with its limit, part after part; `python -m bench NAME …` runs only the parts of these names."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from importlib import import_module
from pkgutil import iter_modules

import bench

WIDTH = 84


@dataclass(frozen=True)
class Row:
    """One ratio of one part; it is held if it does not exceed its limit."""

    part: str
    name: str
    ratio: float
    limit: float

    @property
    def held(self) -> bool:
        """Tell whether the ratio keeps to its limit."""
        return self.ratio <= self.limit

    def __str__(self) -> str:
        """Return the row of the table."""
        return f"{self.name:{WIDTH}} {self.ratio:11.2f} {self.limit:7.2f}  {'ja' if self.held else 'NEIN'}"


def parts() -> list[str]:
    """Return the names of all modules that measure something: each has a function `ratios`."""
    names = [module.name for module in iter_modules(bench.__path__) if not module.name.startswith("__")]
    return [name for name in names if hasattr(import_module(f"bench.{name}"), "ratios")]


def measure(part: str) -> Iterator[Row]:
    """Yield the rows of one part as they are measured."""
    for name, ratio, limit in import_module(f"bench.{part}").ratios():
        yield Row(part, name, ratio, limit)


def main(arguments: list[str] | None = None) -> int:
    """Return 1 if a limit is missed and that is to be an error."""
    known = parts()
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="NAME", help=f"Teile, sonst alle: {', '.join(known)}")
    parser.add_argument("--strict", action="store_true", help="eine verfehlte Grenze ist ein Fehler (Code 1)")
    parser.add_argument("--json", action="store_true", help="dieselben Zahlen als JSON statt als Tabelle")
    options = parser.parse_args(arguments)
    if unknown := set(options.parts) - set(known):
        parser.error(f"unbekannt: {', '.join(sorted(unknown))}; es gibt {', '.join(known)}")
    if not options.json:
        print(f"{'Messung':{WIDTH}} {'Verhältnis':>11} {'Grenze':>7}  gehalten", flush=True)
    rows = []
    for row in (row for part in options.parts or known for row in measure(part)):
        rows.append(row)
        if not options.json:
            print(row, flush=True)
    if options.json:
        print(json.dumps([asdict(row) | {"held": row.held} for row in rows], ensure_ascii=False, indent=2))
    return int(options.strict and not all(row.held for row in rows))


if __name__ == "__main__":
    sys.exit(main())
