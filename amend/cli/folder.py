"""Commands on a workspace: init, add, list, show, report, doctor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from amend.cli import parts
from amend.cli.parts import (
    Anonymous,
    AsJson,
    By,
    Files,
    Folder,
    Language,
    NoPager,
    Plain,
    Strict,
    Template,
)
from amend.errors import AmendError

if TYPE_CHECKING:
    from amend.findings import Findings
    from amend.labels import Label
    from amend.model.house import HouseStyle
    from amend.notices import Notice
    from amend.render.shapes import View
    from amend.workspace import Added


def init(folder: Annotated[Path, typer.Argument()] = Path()) -> None:
    """Make a workspace: amend.toml, drafts/, proposals/ and a form; what is there stays.

    Example: amend init my-process
    """
    from amend import workspace

    for made in workspace.init(folder) or ():
        parts.say(f"made {made}")
    parts.say("Put the revisions into drafts/ (zero.docx, rev1.docx ...) and the proposals into")
    parts.say("proposals/ (picum-rev1.docx: who asks, and on which revision), then: amend report")
    parts.say("proposals/template.xlsx is a form to send out: one row for each proposal")


def add(
    files: Files,
    name: Annotated[str | None, typer.Option("--as", help="The revision's name.")] = None,
    by: By = None,
    on: Annotated[str | None, typer.Option(help="The revision proposals speak of.")] = None,
    date: Annotated[str | None, typer.Option(help="A date, 2026-03-31.")] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Put a corrected file in.")] = False,
    folder: Folder = Path(),
    as_json: AsJson = False,
    strict: Strict = False,
) -> None:
    """Store drafts and proposals; the same file twice changes nothing.

    Example: amend add picum.docx --by PICUM --on "Rev 1"
    """
    from amend.workspace import Workspace

    told: list[Notice] = []
    done: list[Added] = []
    try:
        with Workspace(folder) as desk:
            for file in files:
                added, notices = desk.add(
                    file, now=parts.now(), name=name, by=tuple(by or ()), on=on, date=date,
                    replaces=replace,
                )  # fmt: skip
                done.append(added)
                told += notices
    finally:
        # Each file is stored on its own: those before one that is refused stand, and are told.
        _say_added(done, told, as_json)
    parts.leave(strict, told)


def _say_added(done: Sequence[Added], told: Sequence[Notice], as_json: bool) -> None:
    if as_json:
        parts.document(added=[
            {"file": each.file, "kind": each.kind, "name": each.name, "parts": each.parts,
             "new": each.is_new} for each in done
        ], notices=parts.plain(told))  # fmt: skip
    for each in [] if as_json else done:
        what = parts.counted(each.parts, "paragraph" if each.kind == "draft" else "proposal")
        state = "stored" if each.is_new else "already stored, nothing changed"
        parts.say(f"{each.file}: {each.kind}, {each.name}, {what}: {state}")
    parts.tell(told)


def list_(
    what: Annotated[
        str, typer.Argument(help="drafts, proposals, proponents or rulings")
    ] = "drafts",
    folder: Folder = Path(),
    as_json: AsJson = False,
    anonymous: Anonymous = False,
    no_color: Plain = False,
    no_pager: NoPager = False,
) -> None:
    """List what a workspace holds.

    Example: amend list proponents
    """
    from amend.render import terminal
    from amend.render.lists import LISTS, shown

    make = LISTS.get(what)
    if make is None:
        hint = f"Write one of: {', '.join(LISTS)}."
        raise AmendError(f"cannot list {what!r}", hint=hint)
    findings = parts.nameless(_findings(folder), anonymous)
    head, rows = make(findings.chain, findings.courses, findings.record)
    if as_json:
        parts.document(**{what: [dict(zip(head, row, strict=True)) for row in rows]})
    else:
        with parts.screen(no_color, no_pager) as screen:
            terminal.print_list(head, shown(rows), screen)


def show(
    what: Annotated[str, typer.Argument(show_default=False, help="9ter, or a proponent")],
    folder: Folder = Path(),
    origin: Annotated[
        bool, typer.Option("--origin", help="When each word came in, and who had asked for it.")
    ] = False,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Write a Word file to send, a .docx.")
    ] = None,
    template: Template = None,
    language: Language = None,
    as_json: AsJson = False,
    anonymous: Anonymous = False,
    no_color: Plain = False,
    no_pager: NoPager = False,
) -> None:
    """Show one paragraph's life with every proposal on it, or one proponent's proposals.

    Example: amend show 9ter
    """
    from amend import pipeline
    from amend.labels import Label
    from amend.meant import paragraph_or_proponent
    from amend.render import view

    house = _house(template, out, folder)
    findings = _findings(folder)
    chain, courses = findings.chain, findings.courses
    meant = paragraph_or_proponent(what, chain.revisions, courses, findings.profile)
    if anonymous:
        from amend.render.anonymous import Mask

        mask = Mask(findings)
        findings = mask.apply(findings)
        chain, courses = findings.chain, findings.courses
        meant = mask.name(meant) if isinstance(meant, str) else meant
    if origin:
        _show_origin(findings, meant, as_json, no_color, no_pager)
        return
    if not isinstance(meant, Label):
        courses = tuple(each for each in courses if meant in each.proposal.by)
    report = pipeline.report(
        chain, courses, title=str(meant), now=parts.today(), thresholds=findings.thresholds,
        agreed=findings.agreed,
    )  # fmt: skip
    report = parts.in_language(report, language, findings.language)
    if out is not None:
        pipeline.save(out, _in_word(report.view(), meant, house))
        parts.note(f"wrote {out}")
    if as_json:
        from amend.render import focus, json

        parts.emit(json.dump(focus.show_document(chain, courses, meant)))
    if as_json or out is not None:
        return
    from amend.render import terminal

    with parts.screen(no_color, no_pager) as screen:
        if isinstance(meant, Label):
            terminal.print_paragraph(view.on_label(report.view(), str(meant)), screen)
        else:
            terminal.print_check(view.of_proponent(report.view(), meant), screen)


def _house(template: Path | None, out: Path | None, folder: Path) -> HouseStyle | None:
    """Return the looks of the Word file: of the template named, or of that of the workspace."""
    if out is None and template is None:
        return None
    parts.refuse_unless_word("-o" if template is None else "--template", out, None)
    own = folder / "templates" / "amend.dotx"
    return parts.house(template or (own if own.is_file() else None), out, None)


def _in_word(found: View, meant: Label | str, house: HouseStyle | None) -> bytes:
    from amend.labels import Label
    from amend.render import docx, view, word_advocacy

    if isinstance(meant, Label):
        life = replace(view.on_label(found, str(meant)), steps=(), unsettled=(), tallies=())
        return docx.render(life, house)
    return word_advocacy.render(view.of_proponent(found, meant), meant, house)


def _show_origin(
    findings: Findings, meant: Label | str, as_json: bool, no_color: bool, no_pager: bool
) -> None:  # fmt: skip
    from amend import pipeline

    if isinstance(meant, str):
        hint = "Name a paragraph: amend show 9ter --origin"
        raise AmendError(f"{meant} is a proponent, and has no words of one origin", hint=hint)
    chain, courses = findings.chain, findings.courses
    found = pipeline.trace(chain, findings.asking)
    if as_json:
        from amend.render import focus, json

        parts.emit(json.dump(focus.origin_document(chain, courses, meant, found)))
        return
    from amend.render import origin_terminal, origin_view

    with parts.screen(no_color, no_pager) as screen:
        origin_terminal.print_origins(origin_view.sheets(chain, courses, meant, found), screen)


def report(
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder to write.")] = Path("report"),
    pages: Annotated[
        bool, typer.Option("--pages", help="One more page for each proponent and paragraph.")
    ] = False,
    language: Language = None,
    folder: Folder = Path(),
    as_json: AsJson = False,
    anonymous: Anonymous = False,
    strict: Strict = False,
) -> None:
    """Write the whole report on a workspace: a page, a Markdown file and the data.

    Example: amend report -o report
    """
    from amend import pipeline
    from amend.workspace import Workspace

    with parts.sign_of_life("Comparing and judging"), Workspace(folder) as desk:
        desk.refuse_report_in(out)
        findings = desk.findings(desk.gather(parts.now()))
        findings = replace(findings, audits=() if as_json else desk.audits())
        desk.archive.remember_notices(findings.notices)
    findings = parts.nameless(findings, anonymous)
    templates = folder / "templates"
    provenance = pipeline.trace(findings.chain, findings.asking)
    found = pipeline.report(
        findings.chain, findings.courses, title=findings.title, now=parts.today(),
        notices=findings.notices, base=findings.chain.revisions[0].name,
        new_words=provenance.newcomers, provenance=provenance, agreed=findings.agreed,
        templates=templates if templates.is_dir() else None, thresholds=findings.thresholds,
        audits=findings.audits,
    )  # fmt: skip
    found = parts.in_language(found, language, findings.language)
    if as_json:
        parts.written(found, None, None, as_json=True)
    else:
        written = pipeline.write_all(found, out)
        from amend.render import summary

        for line in summary.lines(found):
            parts.say(line)
        parts.say(f"The page is {written[0]}")
        if pages:
            parts.say(f"The pages to send are listed in {pipeline.write_leaves(found, out)}")
        parts.tell(findings.notices)
    parts.leave(strict, findings.notices)


def doctor(folder: Folder = Path(), as_json: AsJson = False) -> None:
    """Look the database over, the files it points to, and the notices of the last run.

    Example: amend doctor
    """
    from amend.store.doctor import check as examine
    from amend.workspace import Workspace

    with Workspace(folder) as desk:
        findings = examine(desk.archive, folder)
        told = desk.archive.notices()
        held = desk.archive.stored()
    if as_json:
        parts.document(findings=[
            {"where": each.where, "text": each.text, "hint": each.hint} for each in findings
        ], notices=parts.plain(told))  # fmt: skip
    else:
        for each in findings:
            parts.say(f"{each.where}: {each.text}\n  {each.hint}")
        parts.tell(told)
        state = "no fault found" if not findings else parts.counted(len(findings), "finding")
        files = parts.counted(len(held), "source file")
        parts.say(f"{files} stored, {parts.counted(len(told), 'notice')} of the last run: {state}")
    raise typer.Exit(1 if findings else 0)


def _findings(folder: Path) -> Findings:
    from amend.workspace import Workspace

    with Workspace(folder) as desk:
        return desk.findings(desk.gather(parts.now()))
