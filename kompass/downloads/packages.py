"""Packages by task: what one piece of work needs, in the files of one office program, the example beside the empty file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kompass.downloads.outline import AUTHOR, LICENCE, LICENCE_ADDRESS, german_day
from kompass.downloads.reproducible import pack
from kompass.downloads.store import Job, Library
from kompass.model.templates import Template
from kompass.model.vocabulary import Package, TemplateForm

FOLDER = "downloads/pakete/"
FAMILIES: dict[str, dict[TemplateForm, str]] = {
    "microsoft": {TemplateForm.TEXT: "docx", TemplateForm.TABLE: "xlsx"},
    "libreoffice": {TemplateForm.TEXT: "odt", TemplateForm.TABLE: "ods"},
}
"""Office program: its file types."""
INDEX = "LIES-MICH.txt"


def package_path(package: Package, family: str) -> str:
    """Return where a package goes."""
    return f"{FOLDER}paket-{package.value}-{family}.zip"


def members(templates: Sequence[Template], package: Package) -> list[Template]:
    """Return the templates of a package in their order."""
    return [template for template in templates if package in template.packages]


def package_jobs(library: Library, templates: Sequence[Template], page: str) -> Iterator[Job]:
    """Yield the packages that have any templates, once per office program; their files are those of `library`."""
    for package in Package:
        own = members(templates, package)
        for family in FAMILIES if own else ():
            yield _job(library, package, family, own, page)


def _job(library: Library, package: Package, family: str, own: list[Template], page: str) -> Job:
    names = {name: path for template in own for name, path in files_of(template, family)}
    text = index(package, own, page).replace("\n", "\r\n").encode("utf-8-sig")

    def make() -> bytes:
        return pack({INDEX: text, **{name: library[path] for name, path in names.items()}}, first=INDEX)

    keys = "".join(f"{name}{library.cache_keys[path]}" for name, path in names.items())
    return Job(package_path(package, family), make, keys + text.decode())


def files_of(template: Template, family: str) -> Iterator[tuple[str, str]]:
    """Yield the readable name and the path of the empty file and of the example."""
    kind = FAMILIES[family][template.form]
    for suffix, name in (("", template.title), ("-beispiel", f"{template.title} (Beispiel Musterstadt)")):
        yield f"{name}.{kind}", f"downloads/{template.id}/{template.id}{suffix}.{kind}"


def index(package: Package, own: list[Template], page: str) -> str:
    """Return the text that lies beside the files: what each is for."""
    lines = [
        f"{package.label} von {AUTHOR}",
        "",
        f"Stand: {german_day(max(template.checked for template in own))}",
        f"Neueste Fassung: {page}",
        f"Lizenz: {LICENCE}, {LICENCE_ADDRESS}",
        "Sie dürfen alle Dateien ändern und weitergeben. Nennen Sie dabei die Quelle.",
        "Neben jeder leeren Datei liegt ein ausgefülltes Beispiel. Musterstadt an der Havel ist erfunden.",
        "",
    ]
    for template in own:
        lines += [template.title, f"   {template.summary}", f"   Wann: {template.when}", f"   Dauer: {template.duration}", ""]
    return "\n".join(lines)
