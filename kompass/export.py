"""The data for others: each data file as JSON, with licence and permanent addresses."""

from __future__ import annotations

import json
from typing import Any

from kompass.addresses import address
from kompass.catalogue import Catalogue
from kompass.model import DataFile, Kind, Record

LICENCE = "CC BY 4.0, https://creativecommons.org/licenses/by/4.0/deed.de"


def export_file(catalogue: Catalogue, file: DataFile) -> str:
    """Return the records of one data file as JSON: {"licence", "records": {kind: [record with "address", if it has one]}}."""
    records = {kind.name: [_row(kind, record) for record in catalogue.all(kind.name)] for kind in file.kinds}
    return json.dumps({"licence": LICENCE, "records": records}, ensure_ascii=False, indent=1) + "\n"


def _row(kind: Kind, record: Record) -> dict[str, Any]:
    place = {} if kind.is_register else {"address": address(kind.name, record.id)}
    return place | record.model_dump(mode="json", exclude_none=True)
