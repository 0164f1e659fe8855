"""Pages for those who write and look after entries."""

from __future__ import annotations

from kompass.model import FILES, SHOWN_KINDS
from kompass.wording import sort_key
from macros.entry_form import RARE, facts_file, field_rows, form_kinds
from macros.evidence import outdated_examples
from macros.site import Site
from macros.upkeep import due_records, file_labels, freshness_row, rule_groups


def entry_form(site: Site) -> str:
    """Draw the form that writes an entry."""
    kinds = [kind for _, kind in form_kinds()]
    return site.render(
        "entry_form",
        frequent=sorted((kind for kind in kinds if kind.name not in RARE), key=lambda kind: sort_key(kind.label)),
        rare=[kind for kind in kinds if kind.name in RARE],
        facts=facts_file(site)[0],
        repository=site.repository,
    )


def entry_fields(site: Site) -> str:
    """Draw what belongs into each field of each kind."""
    kinds = [
        {"name": kind.name, "label": kind.label, "file": file.name, "fields": field_rows(kind.model)}
        for file, kind in form_kinds()
    ]
    return site.render("entry_fields", kinds=kinds)


def contact_mail(site: Site) -> str:
    """Draw the texts of mails to the editors."""
    return site.render("contact_mail", email="" if site.email.startswith("[") else site.email)


def issue_forms(site: Site) -> str:
    """Draw the links to the forms for suggestions."""
    return site.render("issue_forms", repository=site.repository)


def editable_files(site: Site) -> str:
    """Draw the data files with the links that open them for editing."""
    rows = [{"name": file.name, "label": ", ".join(kind.plural for kind in file.kinds)} for file in FILES]
    return site.render("editable_files", rows=rows, repository=site.repository)


def freshness(site: Site) -> str:
    """Draw how up to date the records are, by kind."""
    kinds = [kind for kind in SHOWN_KINDS if site.records(kind)]
    groups = [{"label": SHOWN_KINDS[kind].plural, "due": due} for kind in kinds if (due := due_records(site, kind))]
    return site.render(
        "freshness",
        rows=[freshness_row(site, kind) for kind in kinds],
        groups=groups,
        today=site.today,
        outdated=outdated_examples(list(site.records("example")), site.today),
    )


def rules(site: Site) -> str:
    """Draw all rules of the check."""
    groups = rule_groups()
    return site.render("rules", groups=groups, count=sum(len(group["rules"]) for group in groups), files=file_labels())


def data_files(site: Site) -> str:
    """Draw the list of data files."""
    rows = [
        {
            "name": file.name,
            "label": ", ".join(kind.plural for kind in file.kinds),
            "count": sum(len(site.records(kind.name)) for kind in file.kinds),
        }
        for file in FILES
    ]
    return site.render("data_files", rows=rows)
