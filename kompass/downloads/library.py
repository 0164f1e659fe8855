"""All downloads of the site: what there is, and making it, each file only when its content has changed."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from kompass.addresses import address, list_address
from kompass.catalogue import Catalogue
from kompass.downloads.bundle import to_bundle
from kompass.downloads.calendar import to_calendar, to_deadlines
from kompass.downloads.from_template import outline, outline_checklist, outline_guide, outline_handout, outline_measure
from kompass.downloads.handbook import describe as describe_handbook
from kompass.downloads.handbook import to_handbook
from kompass.downloads.measure_sheet import to_sheet
from kompass.downloads.outline import Document
from kompass.downloads.to_docx import to_docx
from kompass.downloads.to_ods import to_ods
from kompass.downloads.to_odt import to_odt
from kompass.downloads.to_pdf import to_pdf
from kompass.downloads.to_xlsx import to_xlsx
from kompass.model.templates import Template, Workshop
from kompass.model.vocabulary import TemplateForm

FOLDER = "downloads/"
HANDBOOK = f"{FOLDER}handbuch.pdf"
BUNDLE = f"{FOLDER}vorlagen.zip"
CHECKLIST = f"{FOLDER}checkliste/checkliste"
WORKSHOPS = f"{FOLDER}schreibwerkstatt/"
CALENDAR = f"{WORKSHOPS}termine.ics"
DEADLINES = f"{FOLDER}recht/fristen.ics"
GUIDE = f"{WORKSHOPS}leitfaden"
KEPT = 800
"""How many files the cache holds at most: some builds' worth."""
PROFILE = "massnahmensteckbrief"
FORMATS: dict[TemplateForm, dict[str, Callable[[Document], bytes]]] = {
    TemplateForm.TEXT: {"docx": to_docx, "odt": to_odt, "pdf": to_pdf},
    TemplateForm.TABLE: {"xlsx": to_xlsx, "ods": to_ods, "pdf": to_pdf},
}
FIRST_MEETING = date(2027, 1, 20)
"""A Wednesday; the dates of the calendar for those who do not choose a start of their own."""


@dataclass(frozen=True)
class Job:
    """A file to be made: where it goes, how it is made, and what it depends on."""

    path: str
    make: Callable[[], bytes]
    content: str
    is_pdf: bool = False

    @property
    def key(self) -> str:
        """The name of the file in the cache: changes with the content, with our code and with the libraries."""
        return hashlib.sha256("\0".join((fingerprint(), self.path, self.content)).encode()).hexdigest()


@dataclass
class Library:
    """The finished files by path, and under which key each is kept."""

    files: dict[str, bytes] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)

    def size(self, path: str) -> int:
        """Return the size of a file in bytes."""
        return len(self.files[path])


def template_path(template: Template, kind: str, *, is_example: bool) -> str:
    """Return where a file of a template goes."""
    return f"{FOLDER}{template.id}/{template.id}{'-beispiel' if is_example else ''}.{kind}"


def measure_path(record_id: str, kind: str) -> str:
    """Return where a file of a measure profile goes."""
    return f"{FOLDER}massnahmen/{record_id}.{kind}"


def make_library(catalogue: Catalogue, site: str, cache_folder: Path | None = None) -> Library:
    """Return all downloads; nothing is returned unless everything could be made. `site` is its address, with a slash."""
    store = _Store(cache_folder)
    wanted = list(jobs(catalogue, site))
    library = Library(store.fetch(wanted), {job.path: job.key for job in wanted})
    templates = catalogue.all("template")
    if templates:
        bundled = {job.path.removeprefix(FOLDER): library.files[job.path] for job in wanted if job.path != HANDBOOK}
        as_of = max(template.checked for template in templates)
        job = Job(
            BUNDLE,
            lambda: to_bundle(bundled, templates, site + list_address("template"), as_of),
            "".join(job.key for job in wanted) + repr(templates),
        )
        library.files |= store.fetch([job])
        library.keys[BUNDLE] = job.key
    store.forget_oldest()
    return library


def jobs(catalogue: Catalogue, site: str) -> Iterator[Job]:
    """Yield all files but the bundle, the slowest first."""
    text = repr(describe_handbook(catalogue, site))
    yield Job(HANDBOOK, partial(to_handbook, catalogue, site), text, is_pdf=True)
    yield from measure_jobs(catalogue, site)
    for template in catalogue.all("template"):
        for is_example in (False, True):
            document = outline(template, site + address("template", template.id), is_example=is_example)
            for kind, write in FORMATS[template.form].items():
                yield document_job(template_path(template, kind, is_example=is_example), write, document)
    yield from checklist_jobs(catalogue, site)
    yield from workshop_jobs(catalogue, site)
    if laws := catalogue.all("law"):
        page = site + list_address("law")
        yield Job(DEADLINES, partial(to_deadlines, laws, page), repr(laws) + page)


def document_job(path: str, write: Callable[[Document], bytes], document: Document) -> Job:
    """Return the job of one document in one format."""
    return Job(path, partial(write, document), repr(document), is_pdf=write is to_pdf)


def measure_jobs(catalogue: Catalogue, site: str) -> Iterator[Job]:
    """Yield a Word file to adapt and a sheet to print for each measure profile."""
    form = catalogue.find("template", PROFILE)
    if form is None:
        return
    for measure in catalogue.all("measure"):
        title = catalogue.get("action_field", measure.action_field).title
        document = outline_measure(measure, form, title, site + address("measure", measure.id))
        yield document_job(measure_path(measure.id, "docx"), to_docx, document)
        sheet = partial(to_sheet, measure, title, document)
        yield Job(measure_path(measure.id, "pdf"), sheet, repr(measure) + repr(document), is_pdf=True)


def checklist_jobs(catalogue: Catalogue, site: str) -> Iterator[Job]:
    """Yield the checklist."""
    items = catalogue.all("checklist_item")
    if items:
        as_of = max(item.checked for item in items)
        document = outline_checklist(catalogue.all("phase"), items, site + list_address("checklist_item"), as_of)
        for kind, write in FORMATS[TemplateForm.TEXT].items():
            yield document_job(f"{CHECKLIST}.{kind}", write, document)


def workshop_jobs(catalogue: Catalogue, site: str) -> Iterator[Job]:
    """Yield guide, handouts and calendar of the writing workshop."""
    workshops: tuple[Workshop, ...] = catalogue.all("workshop") if "workshop" in catalogue.kinds else ()
    if not workshops:
        return
    page = site + list_address("workshop")
    templates = {template.id: template for template in catalogue.all("template")}
    guide = outline_guide(workshops, templates, page)
    for kind, write in FORMATS[TemplateForm.TEXT].items():
        yield document_job(f"{GUIDE}.{kind}", write, guide)
    for workshop in workshops:
        for handout in workshop.handouts:
            document = outline_handout(handout, workshop, f"{page}#{workshop.id}")
            yield document_job(f"{WORKSHOPS}{handout.id}.docx", to_docx, document)
    yield Job(CALENDAR, partial(to_calendar, workshops, FIRST_MEETING, page), repr(workshops) + page)


@cache
def fingerprint() -> str:
    """Return what all files depend on: our sources, the fonts, the libraries."""
    seen = hashlib.sha256()
    root = Path(__file__).parent
    sources = sorted(path for path in root.rglob("*") if path.is_file() and path.suffix != ".pyc")
    for path in (*sources, *sorted((root.parent / "templates").glob("*.py"))):
        seen.update(path.name.encode() + path.read_bytes())
    for name in ("typst", "openpyxl", "lxml"):
        seen.update(version(name).encode())
    return seen.hexdigest()


class _Store:
    """Files by the hash of what they depend on; a file appears in the folder complete or not at all."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.used: set[str] = set()

    def fetch(self, wanted: list[Job]) -> dict[str, bytes]:
        """Return the files by path, made anew where the store does not hold them; PDF files are made beside the others."""
        found = {job.path: self.look_up(job) for job in wanted}
        missing = [job for job in wanted if found[job.path] is None]
        with ThreadPoolExecutor(max_workers=2) as pool:
            later: list[tuple[Job, Future[bytes]]] = [(job, pool.submit(job.make)) for job in missing if job.is_pdf]
            made = {job.path: job.make() for job in missing if not job.is_pdf}
            made |= {job.path: future.result() for job, future in later}
        for job in missing:
            self.keep(job, made[job.path])
        return {path: made[path] if content is None else content for path, content in found.items()}

    def look_up(self, job: Job) -> bytes | None:
        if self.folder is None:
            return None
        path = self.folder / job.key
        if not path.is_file():
            return None
        path.touch()
        return path.read_bytes()

    def keep(self, job: Job, content: bytes) -> None:
        if self.folder is None:
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        draft = self.folder / f"{job.key}.{os.getpid()}"
        draft.write_bytes(content)
        draft.replace(self.folder / job.key)

    def forget_oldest(self) -> None:
        """Remove what has not been used for the longest time, once there are too many files."""
        if self.folder is None or not self.folder.is_dir():
            return
        found = sorted(self.folder.iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in found[KEPT:]:
            path.unlink(missing_ok=True)
