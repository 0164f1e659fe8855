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
    lists = ",\n".join(f"{json.dumps(kind.name)}: [\n{_rows(kind, catalogue)}\n]" for kind in file.kinds)
    return f'{{"licence": {json.dumps(LICENCE)}, "records": {{\n{lists}\n}}}}\n'


def _rows(kind: Kind, catalogue: Catalogue) -> str:
    """Return one line for each record: changes show by line, and json writes it in C, which it does not with `indent`."""
    return ",\n".join(json.dumps(_row(kind, record), ensure_ascii=False) for record in catalogue.all(kind.name))


def _row(kind: Kind, record: Record) -> dict[str, Any]:
    place = {} if kind.is_register else {"address": address(kind.name, record.id)}
    return place | record.model_dump(mode="json", exclude_none=True)
