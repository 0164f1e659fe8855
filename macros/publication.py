"""What must be filled in before the site may be published."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from macros.site import Site


def refuse_placeholders(config: MkDocsConfig, site: Site) -> None:
    """Stop a build for publication while the operator's details are placeholders."""
    open_details = [name for name, value in config.extra["operator"].items() if str(value).startswith("[")]
    if site.repository is not None and site.repository.is_placeholder:
        open_details.append("repository")
    if os.environ.get("KOMPASS_RELEASE") and open_details:
        raise PluginError(
            "Diese Angaben in mkdocs.yml (extra: operator, extra: repository) sind noch Platzhalter: "
            f"{', '.join(open_details)}. Bitte tragen Sie die echten Angaben ein, bevor Sie veröffentlichen."
        )
