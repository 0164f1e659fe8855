"""Scripts that bring "Meine Strategie" what it asks for: the sample of Musterstadt, and measure profiles to begin from."""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from kompass.downloads.skeleton import skeleton
from kompass.downloads.store import Job
from kompass.workspace import profile, sample_workspace
from macros.assets import FOLDER, fingerprinted
from macros.site import Site


def sample_file(site: Site) -> tuple[str, str]:
    """Return address and text of the script with the sample; scripts also load on pages opened from disk."""
    return _script("workspace-sample.js", "kompassSample", sample_workspace(site.catalogue))


def profiles_file(site: Site) -> tuple[str, str]:
    """Return address and text of the script with the fields of all measure profiles by id."""
    return _script(
        "workspace-profiles.js", "kompassProfiles", {measure.id: profile(measure) for measure in site.records("measure")}
    )


def skeleton_file(site: Site) -> tuple[str, str]:
    """Return address and text of the script with the Word file that papers are written into."""
    page = f"{site.address}werkzeuge/strategie/"
    made = site.library.make(Job("workspace-skeleton.js", partial(skeleton, page), page))
    text = f"globalThis.kompassSkeleton={made.decode()};\n"
    return FOLDER + fingerprinted("workspace-skeleton.js", text.encode()), text


def _script(name: str, variable: str, value: Any) -> tuple[str, str]:
    text = f"globalThis.{variable}={json.dumps(value, ensure_ascii=False, separators=(',', ':'))};\n"
    return FOLDER + fingerprinted(name, text.encode()), text
