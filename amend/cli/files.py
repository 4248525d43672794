"""Commands on files, without any set-up: read, compare, audit, concordance, check, compile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from amend.cli import parts
from amend.cli.parts import (
    Anonymous,
    AsJson,
    By,
    Files,
    Form,
    Language,
    Marks,
    Names,
    NoPager,
    Out,
    Plain,
    Profile,
    Strict,
    Template,
    Unnumbered,
    Weighty,
)
from amend.errors import AmendError
from amend.text.told import told

if TYPE_CHECKING:
    from amend.render import Report


class Check(parts.Reading):
    """`check A B --against BASE LATER ...`: the revisions follow one option, as people say it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, _with_later(args))


def _with_later(args: Sequence[str]) -> list[str]:
    """Turn the files behind `--against BASE` into `--later FILE` each, up to the next option."""
    apart = [part for each in args for part in _parted(each)]
    if "--against" not in apart:
        return apart
    at = apart.index("--against")
    head, base, rest = apart[:at], apart[at + 1 : at + 2], apart[at + 2 :]
    end = next((n for n, each in enumerate(rest) if each.startswith("-")), len(rest))
    later = [part for each in rest[:end] for part in ("--later", each)]
    return [*head, "--against", *base, *later, *rest[end:]]


def _parted(word: str) -> list[str]:
    """Read `--against=BASE` as the two words it stands for."""
    name, sign, value = word.partition("=")
    return [name, value] if name == "--against" and sign else [word]


def read(
    file: Annotated[Path, typer.Argument(show_default=False)],
    as_json: AsJson = False,
    profile: Profile = "un",
    strict: Strict = False,
    anonymous: Anonymous = False,
    no_color: Plain = False,
    no_pager: NoPager = False,
) -> None:
    """Show a file's numbered paragraphs, tracked changes, comments and notices.

    Example: amend read drafts/rev1.docx
    """
    from amend import pipeline

    revision = parts.nameless(pipeline.read_revision(file, profile=profile), anonymous)
    if as_json:
        from amend.render import json

        parts.emit(json.dump(json.read_document(revision)))
        parts.tell(revision.notices)
    else:
        from amend.render import terminal

        with parts.screen(no_color, no_pager) as screen:
            terminal.print_read(revision, screen)
    parts.leave(strict, revision.notices)


def compare(
    files: Files,
    out: Out = None,
    form: Form = None,
    as_json: AsJson = False,
    names: Names = None,
    profile: Profile = "un",
    unnumbered: Unnumbered = False,
    weighty: Weighty = None,
    only: Annotated[
        str | None, typer.Option(help="Show changed, weighty, weaker, modal ... paragraphs alone.")
    ] = None,
    typography: Annotated[
        bool, typer.Option("--typography", help="Show what is only printed otherwise, too.")
    ] = False,
    layout: Annotated[
        str | None, typer.Option(help="Of a Word file: redline, with tracked changes; or table.")
    ] = None,
    by: Annotated[str | None, typer.Option(help="Whose its tracked changes are.")] = None,
    template: Template = None,
    language: Language = None,
    strict: Strict = False,
    anonymous: Anonymous = False,
    no_color: Plain = False,
    no_pager: NoPager = False,
) -> None:
    """Set revisions side by side, oldest first, aligned and redlined.

    Example: amend compare rev1.docx rev2.docx -o rev1-rev2.html
    """
    from amend import pipeline

    for option, given in (("--layout", layout), ("--by", by)):
        if given is not None:
            parts.refuse_unless_word(option, out, form)
    house = parts.house(template, out, form)
    report = _compared(files, names, profile, unnumbered, out, weighty)
    if parts.is_page(out, form):
        audits = pipeline.in_files(files, report.chain.revisions, profile=profile)
        report = replace(report, audits=audits)
    report = parts.nameless(report, anonymous)
    author = report.word.by if by is None or anonymous else by
    word = replace(report.word, layout=layout, by=author, house=house)
    report = parts.in_language(replace(report, only=only, word=word), language)
    if not parts.written(report, out, form, as_json):
        from amend.render import terminal

        with parts.screen(no_color, no_pager) as screen:
            terminal.print_compare(report.view(), screen, shows_quiet=typography)
    parts.leave(strict, report.notices)


def audit(
    old: Annotated[Path, typer.Argument(show_default=False)],
    new: Annotated[Path, typer.Argument(show_default=False)],
    out: Out = None,
    form: Form = None,
    as_json: AsJson = False,
    base: Annotated[
        str | None,
        typer.Option(help="How OLD's own tracked changes are read: accepted or rejected."),
    ] = None,
    typography: Annotated[
        bool, typer.Option("--typography", help="Show what is only printed otherwise, too.")
    ] = False,
    profile: Profile = "un",
    strict: Annotated[
        bool, typer.Option("--strict", help="End with 3 if anything changed without a mark.")
    ] = False,
    anonymous: Anonymous = False,
    no_color: Plain = False,
    no_pager: NoPager = False,
) -> None:
    """Set what a Word file declares as changed against what really changed.

    Example: amend audit rev1.docx rev1-with-changes.docx
    """
    from amend import pipeline

    pipeline.refuse_overwriting(out, [old, new])
    with parts.sign_of_life("Comparing"):
        found = pipeline.audit(old, new, base=base, profile=profile)
    report = parts.nameless(pipeline.audit_report(found, now=parts.today()), anonymous)
    if not parts.audit_written(report, out, form, as_json):
        from amend.render import audit_terminal

        with parts.screen(no_color, no_pager) as screen:
            audit_terminal.print_audit(report.view(), screen, shows_quiet=typography)
    if strict and found.is_silent:
        raise typer.Exit(parts.STRICT)


def concordance(
    files: Files,
    out: Out = None,
    form: Form = None,
    as_json: AsJson = False,
    names: Names = None,
    profile: Profile = "un",
    unnumbered: Unnumbered = False,
    template: Template = None,
    language: Language = None,
    strict: Strict = False,
    anonymous: Anonymous = False,
    no_color: Plain = False,
    no_pager: NoPager = False,
) -> None:
    """List old label, new label, kind of change and score for every paragraph.

    Example: amend concordance zero.docx rev1.docx rev2.docx
    """
    house = parts.house(template, out, form)
    report = parts.nameless(_compared(files, names, profile, unnumbered, out), anonymous)
    report = replace(report, word=replace(report.word, house=house))
    report = parts.in_language(report, language)
    if not parts.concordance_written(report, out, form, as_json):
        from amend.render import concordance_pages, terminal

        with parts.screen(no_color, no_pager) as screen:
            terminal.print_sheets(concordance_pages.view(report), screen)
        parts.tell(report.notices)
    parts.leave(strict, report.notices)


def check(
    proposals: Files,
    against: Annotated[
        Path, typer.Option(metavar="BASE LATER...", help="The base, then the later revisions.")
    ],
    later: Annotated[list[Path] | None, typer.Option(hidden=True)] = None,
    by: By = None,
    marks: Marks = None,
    out: Out = None,
    form: Form = None,
    as_json: AsJson = False,
    names: Names = None,
    profile: Profile = "un",
    unnumbered: Unnumbered = False,
    strict: Strict = False,
    anonymous: Anonymous = False,
    no_color: Plain = False,
    no_pager: NoPager = False,
    agreed: Annotated[
        list[Path] | None,
        typer.Option(help="A text of agreed language, whose words do not count as new."),
    ] = None,
    thresholds: Annotated[
        str | None, typer.Option(help="Shares that decide, in per cent: partly=25, ...")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Name the rule behind each fate.")] = False,
    template: Template = None,
    language: Language = None,
) -> None:
    """Say what became of each proposal in each later revision, and prove it in the text.

    Example: amend check picum.docx --against rev1.docx rev2.docx rev3.docx
    """
    from amend import pipeline
    from amend.meant import shares

    if not later:
        hint = "Write the base and the later revisions behind it: --against rev1.docx rev2.docx"
        raise AmendError("no later revision to look in", where=against, hint=hint)
    pipeline.refuse_overwriting(out, [*proposals, against, *later])
    house = parts.house(template, out, form)
    chosen = shares(thresholds or "")
    with parts.sign_of_life("Judging"):
        revisions = pipeline.read_revisions(
            [against, *later], names or (), profile=profile, unnumbered=unnumbered
        )
        known = tuple(pipeline.read_revision(each, name=each.stem) for each in agreed or ())
        made, courses, notices = pipeline.check(
            proposals, revisions, by=tuple(by or ()), marks=marks, thresholds=chosen, agreed=known,
            workers=parts.workers(),
        )  # fmt: skip
    asking = pipeline.asking(made, courses, known)
    report = pipeline.report(
        made, courses, title=told("What became of the proposals"), now=parts.today(),
        notices=notices,
        base=revisions[0].name, new_words=pipeline.newcomers(made, asking), thresholds=chosen,
        agreed=tuple(each.name for each in known),
    )  # fmt: skip
    if parts.is_page(out, form):
        audits = pipeline.in_files([against, *later], revisions, proposals, profile)
        report = replace(report, audits=audits, provenance=pipeline.trace(made, asking))
    report = parts.nameless(report, anonymous)
    report = replace(report, word=replace(report.word, house=house))
    report = parts.in_language(report, language)
    if not parts.written(report, out, form, as_json):
        from amend.render import terminal

        with parts.screen(no_color, no_pager) as screen:
            terminal.print_check(report.view(), screen, why=why)
    _refuse_unplaced(pipeline.unplaced(courses), revisions[0].name)
    parts.leave(strict, report.notices)


def compile_(
    base: Annotated[Path, typer.Argument(show_default=False)],
    proposals: Files,
    by: By = None,
    marks: Marks = None,
    out: Out = None,
    form: Form = None,
    as_json: AsJson = False,
    name: Annotated[str | None, typer.Option("--as", help="The base's name.")] = None,
    profile: Profile = "un",
    unnumbered: Unnumbered = False,
    template: Template = None,
    strict: Strict = False,
    anonymous: Anonymous = False,
    no_color: Plain = False,
    no_pager: NoPager = False,
) -> None:
    """Write the rolling text: the base with every proposal in place, and whose it is.

    Example: amend compile rev1.docx picum.docx delta.xlsx -o rolling.html
    """
    from amend import pipeline

    pipeline.refuse_overwriting(out, [base, *proposals])
    house = parts.house(template, out, form)
    with parts.sign_of_life("Compiling"):
        (draft,) = pipeline.read_revisions(
            [base], [name] if name else (), profile=profile, unnumbered=unnumbered
        )
        rolling, notices = pipeline.compile_text(proposals, draft, by=tuple(by or ()), marks=marks)
    report = pipeline.rolling_report(rolling, notices, now=parts.today())
    report = replace(parts.nameless(report, anonymous), house=house)
    if not parts.rolling_written(report, out, form, as_json):
        from amend.render import rolling_terminal

        with parts.screen(no_color, no_pager) as screen:
            rolling_terminal.print_rolling(report.view(), screen)
    parts.leave(strict, report.notices)


def _compared(
    files: Sequence[Path], names: Sequence[str] | None, profile: str, unnumbered: bool,
    out: Path | None, weighty: Path | None = None,
) -> Report:  # fmt: skip
    from amend import pipeline

    if len(files) < 2:
        hint = "Name an older and a newer one: amend compare rev1.docx rev2.docx"
        raise AmendError("one revision has nothing to be compared with", hint=hint)
    pipeline.refuse_overwriting(out, files)
    with parts.sign_of_life("Comparing"):
        revisions = pipeline.read_revisions(
            files, names or (), profile=profile, unnumbered=unnumbered
        )
        made = pipeline.chain(revisions, weighty=weighty)
    title = told("{old} to {new}", old=revisions[0].name, new=revisions[-1].name)
    return pipeline.report(
        made, title=title, now=parts.today(), notices=pipeline.chain_notices(made)
    )


def _refuse_unplaced(files: Sequence[str], base: str) -> None:
    if files:
        hint = f"Check the paragraph numbers, or whether {base} is the draft they were made on."
        message = f"none of its proposals names a paragraph that stands in {base}"
        parts.refuse(AmendError(message, where=", ".join(files), hint=hint))
