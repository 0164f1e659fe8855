"""The one file in which editorial rules are adjusted: severity, reason, measures and words of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from kompass.problem import Severity
from kompass.rule_names import RuleName

FILE = Path(__file__).parent / "editorial.yml"
OFF = "aus"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class SettingsError(ValueError):
    """The file of the editorial rules says something that cannot be meant."""


@dataclass(frozen=True)
class Setting:
    """How one rule is set; `severity` is None if the rule is off."""

    severity: Severity | None
    reason: str
    options: Mapping[str, Any]


@cache
def settings() -> dict[str, Setting]:
    """Return the settings of all editorial rules by name; raise SettingsError if one cannot be understood."""
    return {name: _setting(name, dict(fields)) for name, fields in _file()["rules"].items()}


def option(rule: RuleName, name: str) -> Any:
    """Return a measure or list of words of a rule."""
    return settings()[rule].options[name]


def general(name: str) -> Any:
    """Return a list that all editorial rules share."""
    return _file()[name]


@cache
def _file() -> dict[str, Any]:
    content: dict[str, Any] = yaml.load(FILE.read_bytes(), _LOADER)  # noqa: S506  the loader is a safe one
    return content


def _setting(name: str, fields: dict[str, Any]) -> Setting:
    word, reason = fields.pop("severity", None), fields.pop("reason", None)
    if word != OFF and word not in list(Severity):
        raise SettingsError(f"{FILE.name}: {name}: severity muss {', '.join(Severity)} oder {OFF} sein, nicht {word!r}.")
    if not isinstance(reason, str) or not reason.strip():
        raise SettingsError(f"{FILE.name}: {name}: Es fehlt die Begründung (reason).")
    return Setting(None if word == OFF else Severity(word), reason, fields)
