"""Print every ratio with its limit."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from bench import check, downloads, search, site_build

Suite = Callable[[], Iterator[tuple[str, float, float]]]
SUITES: tuple[Suite, ...] = (check.ratios, search.ratios, site_build.ratios, downloads.ratios)


def main() -> int:
    """Return 1 if a ratio is over its limit."""
    over = 0
    for suite in SUITES:
        for name, ratio, limit in suite():
            over += ratio > limit
            print(f"{name}: {ratio:.2f} (Grenze {limit:.2f}){' ZU HOCH' if ratio > limit else ''}", flush=True)
    return int(over > 0)


if __name__ == "__main__":
    sys.exit(main())
