"""A report in, a text in the format asked for out; each format is loaded when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from amend.errors import AmendError
from amend.render.report import Report

__all__ = ["WRITERS", "Report", "Writer", "write"]

Writer = Callable[[Report], str]


def _html(report: Report) -> str:
    from amend.render import html

    return html.render(report.view(), report.templates)


def _json(report: Report) -> str:
    from amend.render import json

    if report.base is None:
        return json.dump(json.compare_document(report.chain, report.notices)) + "\n"
    document = json.check_document(
        report.base, report.later, report.courses, report.thresholds, report.notices
    )
    return json.dump(document) + "\n"


def _md(report: Report) -> str:
    from amend.render import md

    return md.render(report.view())


WRITERS: Mapping[str, Writer] = {
    ".html": _html,
    ".json": _json,
    ".md": _md,
}


def write(report: Report, suffix: str) -> str:
    """Return the report in the format of a suffix (".html"); raises AmendError if it has none."""
    writer = WRITERS.get(suffix.lower())
    if writer is None:
        hint = f"Name the file with one of {', '.join(WRITERS)}."
        found = f"cannot write {suffix!r} files" if suffix else "the file's name has no suffix"
        raise AmendError(found, hint=hint)
    return writer(report)
