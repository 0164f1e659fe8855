"""All rules and how they are run; each rule stands in a module of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from kompass.problem import LIMIT, Problem, Severity
from kompass.reading.inventory import Entry, Inventory
from kompass.rules import (
    alias_conflict,
    ambiguous_value,
    anchor_or_alias,
    binary_file,
    colon_in_text,
    conflict_marker,
    dangling_reference,
    day_form,
    decomposed_letters,
    duplicate_id,
    duplicate_key,
    duplicate_title,
    edge_space,
    empty_file,
    empty_text,
    file_shape,
    folder_for_file,
    future_day,
    gender_form,
    impossible_day,
    incomplete_sentence,
    incomplete_source,
    indentation,
    invalid_value,
    invisible_characters,
    key_not_a_word,
    line_break,
    list_length,
    long_sentence,
    long_text,
    merge_key,
    missing_district,
    missing_field,
    missing_file,
    missing_reservation,
    missing_space,
    nesting,
    no_source,
    not_utf8,
    number_range,
    numbering,
    officialese,
    oversized_entry,
    oversized_file,
    oversized_line,
    oversized_text,
    personal_data,
    picture_without_licence,
    picture_without_text,
    placeholder,
    raw_html,
    repeated_reference,
    reversed_group,
    reversed_span,
    review_due,
    schema_line,
    several_documents,
    slug_form,
    tab_indentation,
    template_field_name,
    template_form,
    template_formula,
    template_syntax,
    template_value,
    text_after_quote,
    text_too_long,
    text_too_short,
    unclosed_quote,
    unexplained_abbreviation,
    unknown_cover,
    unknown_field,
    unknown_file,
    unknown_word,
    unreadable_file,
    unsafe_address,
    unsorted_entries,
    unsupported_claim,
    utf_16,
    vague_word,
    value_form,
    wrong_type,
    yaml_syntax,
    yaml_tag,
)
from kompass.rules.reading import Reading
from kompass.rules.rule import Rule, Stage
from kompass.rules.settings import settings

__all__ = ["RULES", "Rule", "Severity", "Stage", "run", "settle", "severity_of"]

_MODULES = (
    alias_conflict,
    ambiguous_value,
    anchor_or_alias,
    binary_file,
    colon_in_text,
    conflict_marker,
    dangling_reference,
    day_form,
    decomposed_letters,
    duplicate_id,
    duplicate_key,
    duplicate_title,
    edge_space,
    empty_file,
    empty_text,
    file_shape,
    folder_for_file,
    future_day,
    gender_form,
    impossible_day,
    incomplete_sentence,
    incomplete_source,
    indentation,
    invalid_value,
    invisible_characters,
    key_not_a_word,
    line_break,
    list_length,
    long_sentence,
    long_text,
    merge_key,
    missing_district,
    missing_field,
    missing_file,
    missing_reservation,
    missing_space,
    nesting,
    no_source,
    not_utf8,
    number_range,
    numbering,
    officialese,
    oversized_entry,
    oversized_file,
    oversized_line,
    oversized_text,
    personal_data,
    picture_without_licence,
    picture_without_text,
    placeholder,
    raw_html,
    repeated_reference,
    reversed_group,
    reversed_span,
    review_due,
    schema_line,
    several_documents,
    slug_form,
    tab_indentation,
    template_field_name,
    template_form,
    template_formula,
    template_syntax,
    template_value,
    text_after_quote,
    text_too_long,
    text_too_short,
    unclosed_quote,
    unexplained_abbreviation,
    unknown_cover,
    unknown_field,
    unknown_file,
    unknown_word,
    unreadable_file,
    unsafe_address,
    unsorted_entries,
    unsupported_claim,
    utf_16,
    vague_word,
    value_form,
    wrong_type,
    yaml_syntax,
    yaml_tag,
)


def _adjusted(rule: Rule) -> Rule:
    """Return the rule with the severity and the reason that `editorial.yml` gives; a rule that is off checks nothing."""
    setting = settings().get(rule.name)
    if setting is None:
        return rule
    if setting.severity is None:
        return replace(rule, severity=Severity.NOTE, reason=setting.reason, check=None, inspect=None, review=None)
    return replace(rule, severity=setting.severity, reason=setting.reason)


RULES: dict[str, Rule] = {module.RULE.name: _adjusted(module.RULE) for module in _MODULES}


def severity_of(problem: Problem) -> Severity:
    """Return how much a problem matters: as it says itself, else as its rule says."""
    return problem.severity or RULES[problem.rule].severity


def run(inventory: Inventory, *, errors_only: bool = False) -> Iterator[Problem]:
    """Run all rules that look at something themselves; on request without those on wording that can only warn."""
    for rule in RULES.values():
        if rule.check:
            yield from islice(rule.check(inventory), LIMIT)
    yield from islice((problem for entry in inventory.inspected for problem in _inspect(entry)), LIMIT)
    yield from islice((problem for entry in inventory.inspected for problem in _review(entry, inventory, errors_only)), LIMIT)


def settle(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Keep for each place the problems of the earliest stage, each once, sorted by place."""
    places: dict[tuple[object, ...], dict[tuple[str, str], Problem]] = defaultdict(dict)
    for problem in problems:
        place = (problem.path, problem.line, problem.column, problem.subject)
        places[place].setdefault((problem.rule, problem.message), problem)
    return tuple(sorted(problem for found in places.values() for problem in _earliest(found.values())))


def _earliest(problems: Iterable[Problem]) -> list[Problem]:
    found = list(problems)
    first = min(RULES[problem.rule].stage for problem in found)
    return [problem for problem in found if RULES[problem.rule].stage == first]


def _inspect(entry: Entry) -> Iterator[Problem]:
    """Inspect all texts of an entry at once, and one by one only if something is wrong: nearly nothing ever is."""
    texts = list(entry.texts())
    everything = "\n".join(text for _, text in texts)
    for rule in RULES.values():
        if not rule.inspect or not rule.inspect(everything):
            continue
        for path, text in texts:
            if finding := rule.inspect(text):
                yield entry.problem(rule.name, finding.message, path, fix=finding.fix)


def _review(entry: Entry, inventory: Inventory, errors_only: bool) -> Iterator[Problem]:
    reading = Reading(entry)
    for rule in RULES.values():
        if rule.review and (rule.severity is Severity.ERROR or not errors_only):
            yield from rule.review(reading, inventory)
