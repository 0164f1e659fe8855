"""Files that are made when they are asked for, and kept for as long as nothing changes that they depend on."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.metadata import version
from pathlib import Path

KEPT = 800
"""How many files the cache holds at most: some builds' worth."""


@dataclass(frozen=True)
class Job:
    """A file to be made: where it goes, how it is made, and what it depends on.

    PDF files are made by a library that lets Python run on beside it.
    """

    path: str
    make: Callable[[], bytes]
    content: str
    is_pdf: bool = False

    @cached_property
    def key(self) -> str:
        """The name of the file in the cache: changes with the content, with our code and with the libraries."""
        return hashlib.sha256("\0".join((fingerprint(), self.path, self.content)).encode()).hexdigest()


@cache
def fingerprint() -> str:
    """Return what all files depend on: our sources, the fonts, the libraries."""
    seen = hashlib.sha256()
    root = Path(__file__).parent
    sources = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc")
    for path in (*sources, *sorted((root.parent / "templates").glob("*.py"))):
        seen.update(path.name.encode() + path.read_bytes())
    for name in ("typst", "xlsxwriter", "lxml"):
        seen.update(version(name).encode())
    return seen.hexdigest()


class Library(Mapping[str, bytes]):
    """Files by path. Each is read from the cache or made when it is first asked for; a job that fails raises its own error.

    `start` lets PDF files be made in threads while Python goes on. Without `makes`, only files of the cache are there.
    """

    def __init__(self, jobs: Iterable[Job] = (), folder: Path | None = None, *, makes: bool = True) -> None:
        self._jobs = {job.path: job for job in jobs}
        self._store = Store(folder)
        self._makes = makes
        self._later: dict[str, Future[bytes]] = {}
        self._made: dict[str, bytes] = {}

    @property
    def files(self) -> Mapping[str, bytes]:
        """The files by path."""
        return self

    @property
    def cache_keys(self) -> dict[str, str]:
        """Under which key each file is kept, also of those that are left out."""
        return {path: job.key for path, job in self._jobs.items()}

    def add(self, job: Job) -> None:
        """Take in one more file."""
        self._jobs[job.path] = job

    def start(self) -> None:
        """Begin to make the PDF files that are not kept."""
        waiting = [job for job in self._jobs.values() if job.is_pdf and self._store.find(job) is None]
        if not (self._makes and waiting):
            return
        pool = ThreadPoolExecutor(max_workers=2)
        self._later |= {job.path: pool.submit(job.make) for job in waiting}
        pool.shutdown(wait=False)

    def finish(self) -> None:
        """Make and keep all files."""
        for path in sorted(self, key=self._later.__contains__):
            self.size(path)
        self._store.forget_oldest(set(self.cache_keys.values()))

    def size(self, path: str) -> int | None:
        """Return the size of a file in bytes, None if it is left out; raise KeyError if there is no such file."""
        if (kept := self._store.find(self._jobs[path])) is not None:
            return kept.stat().st_size
        return len(self[path]) if path in self else None

    def make(self, job: Job) -> bytes:
        """Return what a job makes that is no download, kept like the downloads; also a preview has it."""
        kept = self._store.find(job)
        content = kept.read_bytes() if kept else job.make()
        if kept is None:
            self._store.keep(job, content)
        return content

    def path(self, path: str) -> Path:
        """Return where the finished file lies or will lie; there must be a cache."""
        return self._store.place(self._jobs[path])

    def __getitem__(self, path: str) -> bytes:
        """Return the content of a file."""
        job = self._jobs[path]
        if path in self._made:
            return self._made[path]
        if (kept := self._store.find(job)) is not None:
            return kept.read_bytes()
        if not self._makes:
            raise KeyError(path)
        content = self._later[path].result() if path in self._later else job.make()
        if not self._store.keep(job, content):
            self._made[path] = content
        return content

    def __iter__(self) -> Iterator[str]:
        """Yield the paths of all files that are there or can be made."""
        return (path for path, job in self._jobs.items() if self._makes or self._store.find(job) is not None)

    def __len__(self) -> int:
        """Return the number of files."""
        return sum(1 for _ in self)

    @property
    def left_out(self) -> list[str]:
        """The paths of the files that are not there and will not be made."""
        return [path for path in self._jobs if path not in self]

    def __contains__(self, path: object) -> bool:
        """Tell whether a file is there or can be made."""
        job = self._jobs.get(str(path))
        return job is not None and (self._makes or self._store.find(job) is not None)


class Store:
    """Files by the hash of what they depend on; a file appears in the folder complete or not at all."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def find(self, job: Job) -> Path | None:
        """Return where the file is kept, or None."""
        return path if self.folder and (path := self.place(job)).is_file() else None

    def place(self, job: Job) -> Path:
        """Return where a file is kept once it is made."""
        if self.folder is None:
            raise ValueError("Ohne Ordner wird nichts aufbewahrt.")
        return self.folder / job.key

    def keep(self, job: Job, content: bytes) -> bool:
        """Keep a file; tell whether there is a folder to keep it in."""
        if self.folder is None:
            return False
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = self.folder / f"{job.key}.{os.getpid()}"
        draft.write_bytes(content)
        draft.replace(self.place(job))
        return True

    def forget_oldest(self, in_use: Collection[str]) -> None:
        """Remove what was made the longest time ago and is not in use, once there are too many files."""
        if self.folder is None or not self.folder.is_dir():
            return
        found = sorted(self.folder.iterdir(), key=lambda path: (path.name in in_use, path.stat().st_mtime), reverse=True)
        for path in found[max(KEPT, len(in_use)) :]:
            path.unlink(missing_ok=True)
