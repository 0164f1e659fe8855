"""The data for others: each data file as JSON, with licence and permanent addresses."""

from __future__ import annotations

import json
from typing import Any

from kompass.addresses import address
from kompass.catalogue import Catalogue
from kompass.model import DataFile, Record

LICENCE = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/deed.de"


def export_file(catalogue: Catalogue, file: DataFile) -> str:
    """Return the records of one data file as JSON: {"licence", "records": {kind: [record with "address"]}}."""
    records = {kind.name: [_with_address(kind.name, record) for record in catalogue.all(kind.name)] for kind in file.kinds}
    return json.dumps({"licence": LICENCE, "records": records}, ensure_ascii=False, indent=1) + "\n"


def _with_address(kind: str, record: Record) -> dict[str, Any]:
    return {"address": address(kind, record.id), **record.model_dump(mode="json", exclude_none=True)}
