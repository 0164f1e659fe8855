"""Run a command and say what it cost: processor seconds of it and its children, peak memory in MiB."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """Processor time in seconds, peak memory in MiB."""

    seconds: float
    mebibytes: float


def run(arguments: Sequence[str], folder: Path) -> Cost:
    """Run Python with `arguments` in `folder`; raise CalledProcessError if it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen([sys.executable, *arguments], cwd=folder, env=environment, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            raise subprocess.CalledProcessError(process.returncode, arguments, log.read().decode()[-2000:])
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def output(arguments: Sequence[str], folder: Path) -> str:
    """Run Python with `arguments` in `folder` and return what it prints; raise CalledProcessError if it fails."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=environment, check=True, capture_output=True, text=True
    ).stdout


def best(arguments: Sequence[str], folder: Path, times: int = 3) -> Cost:
    """Return the cheapest of several runs: what the machine did besides counts least in it."""
    return min((run(arguments, folder) for _ in range(times)), key=lambda cost: cost.seconds)
