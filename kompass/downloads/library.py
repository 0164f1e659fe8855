"""All downloads of the site: what there is, and making it, each file only when its content has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from importlib import import_module
from pathlib import Path

from kompass.addresses import address, list_address
from kompass.catalogue import Catalogue
from kompass.downloads.bundle import to_bundle
from kompass.downloads.calendar import to_calendar, to_deadlines
from kompass.downloads.from_template import outline, outline_checklist, outline_guide, outline_handout, outline_measure
from kompass.downloads.handbook import describe as describe_handbook
from kompass.downloads.handbook import to_handbook
from kompass.downloads.outline import Document
from kompass.downloads.packages import package_jobs
from kompass.downloads.store import Job, Library
from kompass.model import Measure, Part
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
PROFILE, ONE_PAGE = "massnahmensteckbrief", "massnahmensteckbrief-eine-seite"
"""The templates of the measure profile, long and on one page."""
FORMATS: dict[TemplateForm, tuple[str, ...]] = {
    TemplateForm.TEXT: ("docx", "odt", "pdf"),
    TemplateForm.TABLE: ("xlsx", "ods", "pdf"),
}
MOST_KEPT = 1000
_KEPT_JOBS: dict[str, tuple[Job, ...]] = {}
FIRST_MEETING = date(2027, 1, 20)
"""A Wednesday; the dates of the calendar for those who do not choose a start of their own."""


def template_path(template: Template, kind: str, *, is_example: bool) -> str:
    """Return where a file of a template goes."""
    return f"{FOLDER}{template.id}/{template.id}{'-beispiel' if is_example else ''}.{kind}"


def measure_path(record_id: str, kind: str) -> str:
    """Return where a file of a measure profile goes."""
    return f"{FOLDER}massnahmen/{record_id}.{kind}"


def make_library(catalogue: Catalogue, site: str, cache: Path | None = None, *, makes: bool = True) -> Library:
    """Return all downloads, each made when it is asked for. `site` is the address of the site, with a slash.

    Without `makes` there are only those that an earlier build has left in `cache`.
    """
    library = Library(jobs(catalogue, site), cache, makes=makes)
    if templates := catalogue.all("template"):
        page = site + list_address("template")
        packages = list(package_jobs(library, templates, page))
        library.add(bundle_job(library, templates, page))
        for job in packages:
            library.add(job)
    library.start()
    return library


def bundle_job(library: Library, templates: tuple[Template, ...], page: str) -> Job:
    """Return the job of the archive that holds all other files but the handbook."""
    keys = {path: key for path, key in library.cache_keys.items() if path != HANDBOOK}
    as_of = max(template.checked for template in templates)

    def make() -> bytes:
        return to_bundle({path.removeprefix(FOLDER): library[path] for path in keys}, templates, page, as_of)

    return Job(BUNDLE, make, "".join(keys.values()) + repr(templates))


def jobs(catalogue: Catalogue, site: str) -> Iterator[Job]:
    """Yield all files but the bundle, the slowest first."""
    text = repr(describe_handbook(catalogue, site))
    yield Job(HANDBOOK, partial(to_handbook, catalogue, site), text, is_pdf=True)
    yield from measure_jobs(catalogue, site)
    for template in catalogue.all("template"):
        yield from kept_jobs(template_jobs, template, site + address("template", template.id))
    yield from checklist_jobs(catalogue, site)
    yield from workshop_jobs(catalogue, site)
    if laws := catalogue.all("law"):
        page = site + list_address("law")
        yield Job(DEADLINES, partial(to_deadlines, laws, page), repr(laws) + page)


def kept_jobs(make: Callable[..., Iterable[Job]], *parts: Part | str) -> tuple[Job, ...]:
    """Return the jobs that `make` makes of these parts; made once in a process, for most last from build to build."""
    key = "\0".join((make.__name__, *(part if isinstance(part, str) else part.model_dump_json() for part in parts)))
    if key not in _KEPT_JOBS:
        if len(_KEPT_JOBS) >= MOST_KEPT:
            _KEPT_JOBS.clear()
        _KEPT_JOBS[key] = tuple(make(*parts))
    return _KEPT_JOBS[key]


def template_jobs(template: Template, page: str) -> Iterator[Job]:
    """Yield the files of a template, empty and filled."""
    for is_example in (False, True):
        document = outline(template, page, is_example=is_example)
        for kind in FORMATS[template.form]:
            yield document_job(template_path(template, kind, is_example=is_example), document)


def document_job(path: str, document: Document) -> Job:
    """Return the job of one document in the format that the path ends with."""
    kind = path.rsplit(".", 1)[1]
    return Job(path, partial(write, kind, document), repr(document), is_pdf=kind == "pdf")


def write(kind: str, document: Document) -> bytes:
    """Return a document in a format; its writer and the libraries behind it are imported now, for most builds make no file."""
    writer: Callable[[Document], bytes] = getattr(import_module(f"kompass.downloads.to_{kind}"), f"to_{kind}")
    return writer(document)


def write_sheet(measure: Measure, field: str, document: Document) -> bytes:
    """Return the sheet to print of a measure profile."""
    from kompass.downloads.measure_sheet import to_sheet  # noqa: PLC0415  as in `write`

    return to_sheet(measure, field, document)


def measure_jobs(catalogue: Catalogue, site: str) -> Iterator[Job]:
    """Yield for each measure profile one page to adapt, the long form, and a sheet to print."""
    form, page = catalogue.find("template", PROFILE), catalogue.find("template", ONE_PAGE)
    if form is None or page is None:
        return
    for measure in catalogue.all("measure"):
        title = catalogue.get("action_field", measure.action_field).title
        yield from kept_jobs(profile_jobs, measure, page, form, title, site + address("measure", measure.id))


def profile_jobs(measure: Measure, page: Template, form: Template, title: str, where: str) -> Iterator[Job]:
    """Yield the files of one measure profile."""
    short, long = (outline_measure(measure, one, title, where) for one in (page, form))
    yield document_job(measure_path(measure.id, "docx"), short)
    yield document_job(measure_path(measure.id, "odt"), short)
    yield document_job(measure_path(f"{measure.id}-lang", "docx"), long)
    sheet = partial(write_sheet, measure, title, long)
    yield Job(measure_path(measure.id, "pdf"), sheet, repr(measure) + repr(long), is_pdf=True)


def checklist_jobs(catalogue: Catalogue, site: str) -> Iterator[Job]:
    """Yield the checklist."""
    items = catalogue.all("checklist_item")
    if items:
        as_of = max(item.checked for item in items)
        document = outline_checklist(catalogue.all("phase"), items, site + list_address("checklist_item"), as_of)
        for kind in FORMATS[TemplateForm.TEXT]:
            yield document_job(f"{CHECKLIST}.{kind}", document)


def workshop_jobs(catalogue: Catalogue, site: str) -> Iterator[Job]:
    """Yield guide, handouts and calendar of the writing workshop."""
    workshops: tuple[Workshop, ...] = catalogue.all("workshop") if "workshop" in catalogue.kinds else ()
    if not workshops:
        return
    page = site + list_address("workshop")
    templates = {template.id: template for template in catalogue.all("template")}
    guide = outline_guide(workshops, templates, page)
    for kind in FORMATS[TemplateForm.TEXT]:
        yield document_job(f"{GUIDE}.{kind}", guide)
    for workshop in workshops:
        for handout in workshop.handouts:
            document = outline_handout(handout, workshop, f"{page}#{workshop.id}")
            yield document_job(f"{WORKSHOPS}{handout.id}.docx", document)
    yield Job(CALENDAR, partial(to_calendar, workshops, FIRST_MEETING, page), repr(workshops) + page)
