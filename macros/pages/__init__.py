"""One function per macro, by area: look the records up, hand them to the template of the same name.

Every function takes the site first; a page writes `{{ action_field("energie") }}`.
What does not begin with an underscore is a macro.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable
from functools import cache
from importlib import import_module

Macro = Callable[..., str]


@cache
def macros() -> dict[str, Macro]:
    """Return all macros by name."""
    modules = [import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    return {
        name: function
        for module in modules
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    }
