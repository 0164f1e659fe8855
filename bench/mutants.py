"""What the unit tests notice: a sample of small faults in kompass and macros, and the share that no test finds."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from bench.faults import Fault, faults
from bench.synthetic import ROOT

SAMPLE, SEED, WORKERS = 120, 2026, 2
SURVIVORS_ALLOWED = 0.15
SUITES = ["tests/cases", "tests/kompass", "tests/macros"]
HANGS_AFTER = 1800  # seconds: a fault that never ends is one that is noticed
LEFT_OUT = (".git", ".venv", "site", "__pycache__", ".*_cache")


def ratios() -> Iterator[tuple[str, float, float]]:
    """Yield name, ratio, limit; say on the side which faults no test notices."""
    survivors = survivors_of(sample())
    for fault in survivors:
        print(f"überlebt: {fault}", file=sys.stderr, flush=True)
    yield f"Überlebende unter {SAMPLE} Mutanten ÷ erlaubte", len(survivors) / (SAMPLE * SURVIVORS_ALLOWED), 1.0


def sample() -> list[Fault]:
    """Return the faults to try: the same ones as long as the code is the same."""
    os.chdir(ROOT)
    paths = sorted(path for folder in ("kompass", "macros") for path in Path(folder).rglob("*.py"))
    return random.Random(SEED).sample([fault for path in paths for fault in faults(path)], SAMPLE)  # noqa: S311  no secret


def survivors_of(tried: list[Fault]) -> list[Fault]:
    """Return the faults that no unit test notices; each is tried in one of two copies of the project."""
    copies: SimpleQueue[Path] = SimpleQueue()
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(WORKERS) as pool:
        for number in range(WORKERS):
            copies.put(shutil.copytree(ROOT, Path(name, str(number)), ignore=shutil.ignore_patterns(*LEFT_OUT)))
        _prove(copies)
        return [fault for fault, lives in zip(tried, pool.map(lambda one: survives(one, copies), tried), strict=True) if lives]


def survives(fault: Fault, copies: SimpleQueue[Path]) -> bool:
    """Tell whether all tests pass with the fault: first those of its module, then all."""
    folder = copies.get()
    target = folder / fault.path
    source = target.read_bytes()
    target.write_bytes(fault.made_in(source))
    try:
        return passes(folder, own_tests(folder, fault.path)) and passes(folder, SUITES)
    finally:
        target.write_bytes(source)
        copies.put(folder)


def own_tests(folder: Path, module: Path) -> list[str]:
    """Return the tests nearest to a module: those that name it, bad data sent through all of kompass, those of its room."""
    name = ".".join(module.with_suffix("").parts).removesuffix(".__init__")
    tests = sorted(path for suite in SUITES for path in (folder / suite).rglob("test_*.py"))
    near = [path for path in tests if path.stem == f"test_{module.stem}" or name in path.read_text(encoding="utf-8")]
    room = [path for path in tests if path.parent == folder / "tests" / module.parent]
    return list(dict.fromkeys([*map(str, near), SUITES[0], *map(str, room)]))


def passes(folder: Path, tests: list[str]) -> bool:
    """Run tests up to the first that fails; tell whether none did."""
    command = [sys.executable, "-m", "pytest", "--exitfirst", "--quiet", "-p", "no:cacheprovider", *tests]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=HANGS_AFTER)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _prove(copies: SimpleQueue[Path]) -> None:
    """Make sure that the tests are green without a fault; else every fault would seem to be noticed."""
    folder = copies.get()
    if not passes(folder, SUITES):
        raise RuntimeError("Ohne einen Fehler im Code müssen alle Tests bestehen.")
    copies.put(folder)
