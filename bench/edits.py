"""Edits as people make them in a copy of the project: after each, a build that remembers must equal one that does not."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.synthetic import RECORD, ROOT

EXAMPLES = "data/examples.yml"
PARTS = ("data", "docs", "macros", "kompass", "schemas", "mkdocs.yml")
TODAY, TOMORROW = "1795867200", "1795953600"
"""Noon on two days, in seconds since 1970."""


def replaced(name: str, pattern: str, text: str) -> Callable[[Copy], None]:
    """Return the edit that changes the first place in a file where a pattern is found."""

    def edit(copy: Copy) -> None:
        path = copy.root / name
        before = path.read_text(encoding="utf-8")
        after = re.sub(pattern, text, before, count=1, flags=re.MULTILINE)
        if after == before:
            raise ValueError(f"{name}: {pattern} kommt nicht vor")
        path.write_text(after, encoding="utf-8")

    return edit


@dataclass
class Copy:
    """A project of its own, its built site, and the day on which it is built."""

    root: Path
    day: str = TODAY
    libraries: str = ""

    @property
    def site(self) -> Path:
        """The site that is built again and again."""
        return self.root / "site"

    def build(self, *options: str, folder: Path | None = None) -> None:
        """Build the site; raise CalledProcessError with the log if that fails."""
        command = ["-m", "mkdocs", "build", "--quiet", "--strict", *options, "--site-dir", str(folder or self.site)]
        environment = os.environ | {"SOURCE_DATE_EPOCH": self.day, "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": self.libraries}
        subprocess.run([sys.executable, *command], cwd=self.root, env=environment, check=True, capture_output=True)

    def differences(self) -> list[str]:
        """Build with memory, and beside it without; return the files that differ."""
        clean = self.root / "clean"
        self.build("--dirty")
        self.build("--clean", folder=clean)
        ours, theirs = contents(self.site), contents(clean)
        return sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))


def set_up(folder: Path) -> Copy:
    """Return a copy of the project that has been built once; downloads come from the project's cache."""
    for name in PARTS:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    (folder / ".cache").mkdir()
    (ROOT / ".cache" / "downloads").mkdir(parents=True, exist_ok=True)
    (folder / ".cache" / "downloads").symlink_to(ROOT / ".cache" / "downloads")
    copy = Copy(folder)
    copy.build("--dirty")
    return copy


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by their paths; what packs the list of pages bears the name of its folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "sitemap.xml.gz"
    }


def delete_term(copy: Copy) -> None:
    """Delete the last term of the glossary that no entry refers to."""
    path = copy.root / "data" / "glossary.yml"
    head, *terms = re.split(r"(?m)^(?=- id: )", path.read_text(encoding="utf-8"))
    everything = "".join(file.read_text(encoding="utf-8") for file in path.parent.glob("*.yml"))
    names = [re.escape(term.splitlines()[0].removeprefix("- id: ")) for term in terms]
    last = max(number for number, name in enumerate(names) if not re.search(rf"[\[ ]{name}[,\]]", everything))
    path.write_text(head + "".join(terms[:last] + terms[last + 1 :]), encoding="utf-8")


def alone(copy: Copy) -> list[str]:
    """Return the examples to which nothing else refers, each as it stands in the file."""
    places = [
        path for folder in ("data", "docs") for ending in ("yml", "md") for path in (copy.root / folder).rglob(f"*.{ending}")
    ]
    words = Counter(word for path in places for word in re.findall(r"[\w-]+", path.read_text(encoding="utf-8")))
    _, *stories = RECORD.split((copy.root / EXAMPLES).read_text(encoding="utf-8"))
    return [story for story in stories if words[id_of(story)] == 1 and "  aliases: " not in story]


def id_of(story: str) -> str:
    """Return the id of an example as it stands in the file."""
    return story.split("\n", 1)[0].removeprefix("- id: ")


def delete_story(copy: Copy) -> None:
    """Delete an example."""
    exchange(copy, alone(copy)[-1], "")


def rename_story(copy: Copy) -> None:
    """Give an example another id; the former one leads on."""
    story = alone(copy)[0]
    name = id_of(story)
    exchange(copy, story, story.replace(f"- id: {name}\n", f"- id: {name}-neu\n  aliases: [{name}]\n", 1))


def exchange(copy: Copy, before: str, after: str) -> None:
    """Put one piece of the file of examples in place of another."""
    path = copy.root / EXAMPLES
    path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")


def another_day(copy: Copy) -> None:
    """Let a day pass."""
    copy.day = TOMORROW


def another_version(copy: Copy) -> None:
    """Let a package be there in another version."""
    (copy.root / "libraries" / "jinja2-99.dist-info").mkdir(parents=True)
    copy.libraries = str(copy.root / "libraries")


def by_hand(copy: Copy) -> None:
    """Change a page of the site by hand, with size and date as they were."""
    page = copy.site / "glossar" / "index.html"
    before, state = page.read_bytes(), page.stat()
    page.write_bytes(before.replace(b"Begriff", b"Begrlff"))
    os.utime(page, ns=(state.st_atime_ns, state.st_mtime_ns))


EDITS: dict[str, Callable[[Copy], None]] = {
    "ein Wort eines Beispiels": replaced("data/examples.yml", r"^(  summary: )(.)", r"\1Neu \2"),
    "der Titel eines Beispiels": replaced("data/examples.yml", r"^(  title: )(.*)$", r"\1Neu \2"),
    "eine neue Zeile in der Datei": replaced("data/examples.yml", r"^- id: ", "# eine Zeile\n- id: "),
    "der Titel eines Handlungsfelds": replaced("data/action_fields.yml", r"^(  title: )(.*)$", r"\1Neu \2"),
    "die Erklärung eines Begriffs": replaced("data/glossary.yml", r"^(  definition: )(.)", r"\1Neu \2"),
    "der Name eines Begriffs": replaced("data/glossary.yml", r"^(  title: )(.*)$", r"\1Neuer \2"),
    "das Datum eines Gesetzes": replaced("data/law.yml", r"date: (['\"]?)(\d{4})-(\d\d)-\d\d", r"date: \1\2-\3-09"),
    "ein Bauteil der Vorlagen": replaced("macros/templates/_pieces.html.jinja", r"Personentage", "Tage"),
    "die Liste der Begriffe einer Seite": replaced("macros/templates/page_terms.html.jinja", r"Zurück<", "Hinauf<"),
    "der Fuß jeder Seite": replaced("macros/theme/partials/footer.html", r"</footer>", "<!-- neu --></footer>"),
    "eine Formatvorlage": replaced("docs/stylesheets/tokens.css", r"\A", ".neu{color:red}"),
    "ein Text von Hand": replaced("docs/kompass/smart-city.md", r"\Z", "\nNeuer Satz.\n"),
    "ein Begriff fällt weg": delete_term,
    "ein Beispiel fällt weg": delete_story,
    "eine andere Kennung": rename_story,
    "ein anderer Tag": another_day,
    "eine andere Fassung einer Bibliothek": another_version,
    "eine Seite von Hand geändert": by_hand,
}


def ratios() -> Iterator[tuple[str, float, float]]:
    """Yield for each edit how many files differ from those of a full build; none may."""
    with tempfile.TemporaryDirectory() as name:
        copy = set_up(Path(name))
        for edit, apply in EDITS.items():
            apply(copy)
            yield f"Nach Änderung „{edit}“ anders als ein voller Bau (Dateien)", len(copy.differences()), 0
