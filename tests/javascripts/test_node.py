"""The pure functions of the browser code, tested by Node's own runner where Node is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent


@pytest.mark.skipif(shutil.which("node") is None, reason="Node ist nicht installiert")
@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.test.mjs")), ids=lambda path: path.name.removesuffix(".test.mjs"))
def test_browser_code(path: Path):
    done = subprocess.run(["node", "--test", str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
