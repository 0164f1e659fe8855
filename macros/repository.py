"""Where the sources of the site lie, and the addresses at which its web interface lets people change or report something.

GitHub and GitLab (openCode is one) differ only in the form of these addresses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

GITHUB, GITLAB = "github", "gitlab"
RESERVED = (".example", ".invalid", ".test")


class WrongSettingError(ValueError):
    """The setting `extra: repository` cannot be used."""


@dataclass(frozen=True)
class Repository:
    """A repository on a code host."""

    url: str
    branch: str = "main"
    kind: str = GITLAB

    @property
    def is_placeholder(self) -> bool:
        """Tell whether the address is one that can exist nowhere."""
        return (urlsplit(self.url).hostname or "").endswith(RESERVED)

    @property
    def name(self) -> str:
        """The name of the host, as people know it."""
        host = urlsplit(self.url).hostname or ""
        return "GitHub" if self.kind == GITHUB else "openCode" if "opencode" in host else "GitLab"

    def edit(self, path: str, line: int | None = None) -> str:
        """Return the address that opens a file for editing, at a line if one is given."""
        step = "edit" if self.kind == GITHUB else "-/edit"
        anchor = f"#L{line}" if line else ""
        return f"{self.url}/{step}/{quote(self.branch)}/{quote(path)}{anchor}"

    @property
    def issue_form(self) -> IssueForm:
        """How a new issue is filled in by its address."""
        if self.kind == GITHUB:
            return IssueForm(f"{self.url}/issues/new", "title", "eintrag", is_plain=False)
        return IssueForm(f"{self.url}/-/issues/new", "issue[title]", "issue[description]", is_plain=True)

    def issue(self, template: str) -> str:
        """Return the address of an empty issue form (`fehler`, `beispiel`, `eintrag`)."""
        return f"{self.issue_form.address}?{urlencode(self.chosen(template))}"

    def prefilled(self, template: str, title: str, body: str) -> str:
        """Return the address of an issue form with headline and text."""
        form = self.issue_form
        chosen = {} if form.is_plain else self.chosen(template)  # on GitLab a template would stand in for the text
        return f"{form.address}?{urlencode({**chosen, form.title: title, form.body: body})}"

    def chosen(self, template: str) -> dict[str, str]:
        """Return the part of an address that chooses an issue form."""
        if self.kind == GITHUB:
            return {"template": f"{template}.yml"}
        return {"issuable_template": template.capitalize()}


@dataclass(frozen=True)
class IssueForm:
    """The address of a new issue and the names of its parameters for headline and text.

    `is_plain` tells that the text is one piece of Markdown, in which YAML must be fenced.
    """

    address: str
    title: str
    body: str
    is_plain: bool


def read_repository(setting: Mapping[str, Any] | None) -> Repository | None:
    """Return the repository that the setting describes; the kind of host follows from its address where it is not given."""
    if not setting or not setting.get("url"):
        return None
    url = str(setting["url"]).rstrip("/").removesuffix(".git")
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.path.count("/") < 2:
        raise WrongSettingError(f"extra: repository: „{url}“ ist keine Adresse der Form https://rechner/gruppe/projekt.")
    kind = str(setting.get("kind") or (GITHUB if "github" in parts.hostname else GITLAB))
    if kind not in (GITHUB, GITLAB):
        raise WrongSettingError(f"extra: repository: kind ist „{kind}“, möglich sind {GITHUB} und {GITLAB}.")
    return Repository(url, str(setting.get("branch") or "main"), kind)
