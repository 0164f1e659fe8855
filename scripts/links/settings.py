"""The settings in lychee.toml, as far as the second look shares them: one truth for both."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONFIG = Path(__file__).with_name("lychee.toml")
DURATION = re.compile(r"(\d+)(ms|s)")


@dataclass(frozen=True)
class Settings:
    """Who we say we are, how long we wait (seconds), and whether only the public internet is asked."""

    agent: str
    timeout: float
    pause: float
    public_only: bool


def read_settings(configs: Sequence[Path]) -> Settings:
    """Return the settings of the files; later files override earlier ones, as in lychee."""
    merged: dict[str, Any] = {}
    for config in configs:
        merged |= tomllib.loads(config.read_text(encoding="utf-8"))
    interval = DURATION.fullmatch(merged["host_request_interval"])
    if interval is None:
        raise ValueError("lychee.toml: host_request_interval braucht eine Angabe wie 2s oder 100ms.")
    pause = int(interval[1]) / (1000 if interval[2] == "ms" else 1)
    return Settings(merged["user_agent"], float(merged["timeout"]), pause, bool(merged["exclude_all_private"]))
