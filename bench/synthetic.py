"""A project with as many examples as a benchmark needs, made from the real ones."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).parent.parent
RECORD = re.compile(r"(?m)^(?=- id: )")


def project(folder: Path, examples: int | None = None) -> Path:
    """Set up a copy of the project below `folder`, with `examples` examples if a number is given."""
    for name in ("mkdocs.yml", "docs", "macros", "kompass", "schemas"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "data", folder / "data")
    if examples is not None:
        text = (ROOT / "data/examples.yml").read_text(encoding="utf-8")
        (folder / "data/examples.yml").write_text(multiply(text, examples), encoding="utf-8")
    return folder


def multiply(text: str, number: int) -> str:
    """Return a file of `number` examples: the real ones again and again, each with an id and a title of its own."""
    head, *records = RECORD.split(text)
    made = [_copy(records[index % len(records)], index // len(records)) for index in range(number)]
    return head + "".join(sorted(made))


def _copy(record: str, turn: int) -> str:
    if not turn:
        return record
    record = re.sub(r"(?m)^- id: (\S+)", rf"- id: \1-{turn:05}", record, count=1)
    record = re.sub(r"(?m)^  aliases:.*\n", "", record)
    return re.sub(r'(?m)^  title: (["\']?)', rf"  title: \g<1>Nr. {turn} ", record, count=1)
