"""A report in, a text in the format asked for out; each format is loaded when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from amend.errors import AmendError
from amend.notices import Notice
from amend.render.report import Report

__all__ = [
    "BINARY",
    "WRITERS",
    "BinaryWriter",
    "Report",
    "Writer",
    "contents",
    "cut_short",
    "pages",
    "write",
]

Writer = Callable[[Report], str]
BinaryWriter = Callable[[Report], bytes]


def _csv(report: Report) -> str:
    from amend.render import csv

    return csv.render(report)


def _docx(report: Report) -> bytes:
    if report.is_redline:
        from amend.render import word_redline

        (step,), word = report.chain.comparisons, report.word
        return word_redline.render(step, by=word.by, date=word.date, house=word.house)
    from amend.render import docx

    return docx.render(report.view(), report.word.house)


def _html(report: Report) -> str:
    from amend.render import html

    return html.render(report.page(), report.templates)


def pages(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the pages of a folder, each with its file name; the index comes first."""
    from amend.render import html

    return html.render_folder(report.page(), report.templates)


def _json(report: Report) -> str:
    from amend.render import json

    if report.base is None:
        return json.dump(json.compare_document(report.chain, report.notices)) + "\n"
    document = json.check_document(
        report.base, report.later, report.courses, report.thresholds, report.notices,
        report.chain,
    )  # fmt: skip
    parts = {**json.chain_parts(report.chain), **json.new_words(report.newcomers)}
    return json.dump({**document, "agreed": list(report.agreed), **parts}) + "\n"


def _md(report: Report) -> str:
    from amend.render import md

    return md.render(report.view())


def _svg(report: Report) -> str:
    from amend.render import pictures

    return pictures.render(report)


def _xlsx(report: Report) -> bytes:
    from amend.render import xlsx

    return xlsx.render(report)


WRITERS: Mapping[str, Writer] = {
    ".html": _html,
    ".json": _json,
    ".md": _md,
    ".csv": _csv,
    ".svg": _svg,
}
BINARY: Mapping[str, BinaryWriter] = {
    ".docx": _docx,
    ".xlsx": _xlsx,
}


def write(report: Report, suffix: str) -> str:
    """Return the report in the text format of a suffix (".html").

    Raises AmendError if it has none, or if its format is no text.
    """
    writer = WRITERS.get(suffix.lower())
    if writer is not None:
        return writer(report)
    if suffix.lower() in BINARY:
        hint = f"Name a file to write: -o report{suffix.lower()}"
        raise AmendError(f"a {suffix.lower()} file cannot be printed", hint=hint)
    hint = f"Name the file with one of {', '.join((*WRITERS, *BINARY))}."
    found = f"cannot write {suffix!r} files" if suffix else "the file's name has no suffix"
    raise AmendError(found, hint=hint)


def contents(report: Report, suffix: str) -> str | bytes:
    """Return what a file of any format is to hold; raises AmendError as `write` does."""
    binary = BINARY.get(suffix.lower())
    return write(report, suffix) if binary is None else binary(report)


def cut_short(report: Report, suffix: str) -> tuple[Notice, ...]:
    """Return what a file of a format cannot hold whole: texts too long for a cell of a workbook."""
    if suffix.lower() != ".xlsx":
        return ()
    from amend.render import sheets

    if not sheets.has_long_texts(report):
        return ()
    return tuple(notice for table in sheets.tables(report) for notice in sheets.cuts(table))
