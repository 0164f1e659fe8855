"""What is known while MkDocs builds, and what lasts from one build of `mkdocs serve` to the next."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

from macros.assets import Assets
from macros.draw import Page
from macros.kept import Kept, Left, digest_of
from macros.site import Site
from macros.terms import Explainer, forms

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File


@dataclass
class Build:
    """What one build knows: the site, its pages by path, what they are made of, what the last build has left."""

    site: Site
    root: Path
    kept: Kept
    assets: Assets
    whole: str = ""
    warned: bool = False
    pages: dict[str, Page] = field(default_factory=dict)
    made_of: dict[str, str] = field(default_factory=dict)
    left: dict[str, Left] = field(default_factory=dict)
    explained: dict[str, set[str]] = field(default_factory=dict)
    doubtful: set[str] = field(default_factory=set)
    files: list[File] = field(default_factory=list)

    @cached_property
    def explainer(self) -> Explainer:
        """Explains the terms of the glossary."""
        return Explainer(self.site)

    @cached_property
    def terms(self) -> dict[str, str]:
        """A digest of each term by id."""
        return {term.id: digest_of([term.model_dump_json()]) for term in self.site.records("term")}

    @cached_property
    def forms(self) -> str:
        """A digest of the words that are explained."""
        return digest_of(form for term in self.site.records("term") for form in (term.id, *forms(term)))


class Doubts(logging.Handler):
    """Notes the pages about which MkDocs warns: they are made again, so that the warning comes again."""

    def __init__(self, build: Build, config: MkDocsConfig) -> None:
        super().__init__(logging.WARNING)
        self._build, self._config = build, config

    def emit(self, record: logging.LogRecord) -> None:
        """Note the page being made; what is said without one is said at every build that has anything to do."""
        self._build.warned = True
        if page := self._config._current_page:
            self._build.doubtful.add(page.file.src_uri)


class Running:
    """What lasts from one build of `mkdocs serve` to the next."""

    is_preview = False
    is_dirty = False
    build: Build | None = None
    doubts: logging.Handler = logging.NullHandler()


def watch_for_doubts(build: Build, config: MkDocsConfig) -> None:
    """Listen to the warnings of this build, and no longer to those of the one before."""
    logger = logging.getLogger("mkdocs")
    logger.removeHandler(Running.doubts)
    Running.doubts = Doubts(build, config)
    logger.addHandler(Running.doubts)


def running() -> Build:
    """Return the build that is running."""
    if Running.build is None:
        raise PluginError("on_config has not run")
    return Running.build
