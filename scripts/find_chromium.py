"""Find a Chromium for the browser tests; with --install get one: the Debian package, else Playwright's own download."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find() -> str | None:
    """Return the path of a Chromium on this machine: $KOMPASS_CHROMIUM, an installed one, or Playwright's own."""
    named = os.environ.get("KOMPASS_CHROMIUM")
    installed = named or next((path for path in map(shutil.which, NAMES) if path), None)
    return installed or _find_playwrights_own()


def install() -> str | None:
    """Install a Chromium and return its path, or None."""
    attempts = []
    if shutil.which("apt-get") and os.geteuid() == 0:
        attempts += [["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]]
    for command in attempts:
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    if find():
        return find()
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return find()


def _find_playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  needed only where no Chromium is installed

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return str(path) if path.exists() else None


def main() -> int:
    """Print the path found; exit 1 with advice if there is none."""
    path = find()
    if not path and "--install" in sys.argv:
        print("Kein Chromium gefunden, installiere eines ...")
        path = install()
    if not path:
        print("Für die Browsertests fehlt Chromium. Installieren Sie es oder setzen Sie KOMPASS_CHROMIUM auf seinen Pfad.")
        return 1
    print(f"Chromium: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
