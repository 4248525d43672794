"""Commands: arguments in, one call into the pipeline, one exit code out. No thinking here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.core import TyperCommand, TyperGroup

from amend.errors import AmendError

if TYPE_CHECKING:
    from amend.model.ruling import PersonRuling
    from amend.notices import Notice
    from amend.render import Report
    from amend.workspace import Added, Findings, Workspace

STRICT = 3
# Words and names come from strangers: what would steer a terminal is printed as a sign for it.
_VISIBLE = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"},
    **dict.fromkeys(range(0x7F, 0xA0), 0xFFFD),
}


class _Group(TyperGroup):
    """The commands in the order people meet them, and errors of ours told in three parts."""

    def list_commands(self, ctx: Any) -> list[str]:
        del ctx
        return list(self.commands)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except AmendError as refusal:
            _refuse(refusal)


class _Check(TyperCommand):
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


app = typer.Typer(
    name="amend",
    help="Follow every paragraph of a negotiated text, and prove what became of each proposal.",
    cls=_Group,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
rule_app = typer.Typer(
    cls=_Group, no_args_is_help=True, rich_markup_mode=None,
    help="Store a person's ruling; it outranks the engine and is shown as theirs.",
)  # fmt: skip

Files = Annotated[list[Path], typer.Argument(show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document, nothing else.")]
Out = Annotated[
    Path | None,
    typer.Option("-o", "--out", help="Write to a file; its suffix chooses the format."),
]
Form = Annotated[str | None, typer.Option("--format", help="The format, whatever the suffix.")]
Names = Annotated[list[str] | None, typer.Option("--as", help="A revision's name, in turn.")]
Profile = Annotated[str, typer.Option(help="How numbers are read: un, eu, fr or ch.")]
Strict = Annotated[bool, typer.Option("--strict", help="End with 3 if there are notices.")]
Unnumbered = Annotated[
    bool, typer.Option("--unnumbered", help="Take drafts without paragraph numbers, too.")
]
Plain = Annotated[bool, typer.Option("--no-color", help="Print without colour.")]
Folder = Annotated[Path, typer.Option("--in", help="The folder of the workspace.")]
By = Annotated[list[str] | None, typer.Option("--by", help="A proponent; may be repeated.")]


@app.command()
def read(
    file: Annotated[Path, typer.Argument(show_default=False)],
    as_json: AsJson = False,
    profile: Profile = "un",
    strict: Strict = False,
    no_color: Plain = False,
) -> None:
    """Show a file's numbered paragraphs, tracked changes, comments and notices.

    Example: amend read drafts/rev1.docx
    """
    from amend import pipeline

    revision = pipeline.read_revision(file, profile=profile)
    if as_json:
        from amend.render import json

        _emit(json.dump(json.read_document(revision)))
        _tell(revision.notices)
    else:
        from amend.render import terminal

        terminal.print_read(revision, terminal.console(plain=no_color))
    _leave(strict, revision.notices)


@app.command()
def compare(
    files: Files,
    out: Out = None,
    form: Form = None,
    as_json: AsJson = False,
    names: Names = None,
    profile: Profile = "un",
    unnumbered: Unnumbered = False,
    strict: Strict = False,
    no_color: Plain = False,
) -> None:
    """Set revisions side by side, oldest first, aligned and redlined.

    Example: amend compare rev1.docx rev2.docx -o rev1-rev2.html
    """
    report = _compared(files, names, profile, unnumbered, out)
    if not _written(report, out, form, as_json):
        from amend.render import terminal

        terminal.print_compare(report.view(), terminal.console(plain=no_color))
    _leave(strict, report.notices)


@app.command()
def concordance(
    files: Files,
    out: Out = None,
    form: Form = None,
    as_json: AsJson = False,
    names: Names = None,
    profile: Profile = "un",
    unnumbered: Unnumbered = False,
    strict: Strict = False,
    no_color: Plain = False,
) -> None:
    """List old label, new label, kind of change and score for every paragraph.

    Example: amend concordance zero.docx rev1.docx rev2.docx
    """
    report = _compared(files, names, profile, unnumbered, out)
    if not _written(report, out, form, as_json):
        from amend.render import concordance as table
        from amend.render import terminal

        terminal.print_table(table.HEAD, table.rows(report.chain), terminal.console(plain=no_color))
        _tell(report.notices)
    _leave(strict, report.notices)


@app.command(cls=_Check)
def check(
    proposals: Files,
    against: Annotated[
        Path, typer.Option(metavar="BASE LATER...", help="The base, then the later revisions.")
    ],
    later: Annotated[list[Path] | None, typer.Option(hidden=True)] = None,
    by: By = None,
    out: Out = None,
    form: Form = None,
    as_json: AsJson = False,
    names: Names = None,
    profile: Profile = "un",
    unnumbered: Unnumbered = False,
    strict: Strict = False,
    no_color: Plain = False,
) -> None:
    """Say what became of each proposal in each later revision, and prove it in the text.

    Example: amend check picum.docx --against rev1.docx rev2.docx rev3.docx
    """
    from amend import pipeline

    if not later:
        hint = "Write the base and the later revisions behind it: --against rev1.docx rev2.docx"
        raise AmendError("no later revision to look in", where=against, hint=hint)
    pipeline.refuse_overwriting(out, [*proposals, against, *later])
    with _sign_of_life("Judging"):
        revisions = pipeline.read_revisions(
            [against, *later], names or (), profile=profile, unnumbered=unnumbered
        )
        made, courses, notices = pipeline.check(proposals, revisions, by=tuple(by or ()))
    report = pipeline.report(
        made, courses, title="What became of the proposals", now=_today(), notices=notices,
        base=revisions[0].name,
    )  # fmt: skip
    if not _written(report, out, form, as_json):
        from amend.render import terminal

        terminal.print_check(report.view(), terminal.console(plain=no_color))
    _refuse_unplaced(pipeline.unplaced(courses), revisions[0].name)
    _leave(strict, report.notices)


@app.command()
def init(folder: Annotated[Path, typer.Argument()] = Path()) -> None:
    """Make a workspace: amend.toml, drafts/ and proposals/; what is there stays.

    Example: amend init my-process
    """
    from amend.store import workspace

    for made in workspace.init(folder) or ():
        _print(f"made {made}")
    _print("Put the revisions into drafts/ (zero.docx, rev1.docx ...) and the proposals into")
    _print("proposals/ (picum-rev1.docx: who asks, and on which revision), then: amend report")


@app.command()
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
                    file, now=_now(), name=name, by=tuple(by or ()), on=on, date=date,
                    replaces=replace,
                )  # fmt: skip
                done.append(added)
                told += notices
    finally:
        # Each file is stored on its own: those before one that is refused stand, and are told.
        _say_added(done, told, as_json)
    _leave(strict, told)


def _say_added(done: Sequence[Added], told: Sequence[Notice], as_json: bool) -> None:
    if as_json:
        _document(added=[
            {"file": each.file, "kind": each.kind, "name": each.name, "parts": each.parts,
             "new": each.is_new} for each in done
        ], notices=_plain(told))  # fmt: skip
    for each in [] if as_json else done:
        what = _counted(each.parts, "paragraph" if each.kind == "draft" else "proposal")
        state = "stored" if each.is_new else "already stored, nothing changed"
        _print(f"{each.file}: {each.kind}, {each.name}, {what}: {state}")
    _tell(told)


@app.command("list")
def list_(
    what: Annotated[str, typer.Argument(help="drafts, proposals or proponents")] = "drafts",
    folder: Folder = Path(),
    as_json: AsJson = False,
    no_color: Plain = False,
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
    findings = _findings(folder)
    head, rows = make(findings.chain, findings.courses)
    if as_json:
        _document(**{what: [dict(zip(head, row, strict=True)) for row in rows]})
    else:
        terminal.print_table(head, shown(rows), terminal.console(plain=no_color))


@app.command()
def show(
    what: Annotated[str, typer.Argument(show_default=False, help="9ter, or a proponent")],
    folder: Folder = Path(),
    as_json: AsJson = False,
    no_color: Plain = False,
) -> None:
    """Show one paragraph's life with every proposal on it, or one proponent's proposals.

    Example: amend show 9ter
    """
    from amend import pipeline
    from amend.labels import Label
    from amend.meant import paragraph_or_proponent
    from amend.render import view

    findings = _findings(folder)
    chain, courses = findings.chain, findings.courses
    meant = paragraph_or_proponent(what, chain.revisions, courses, findings.profile)
    if not isinstance(meant, Label):
        courses = tuple(each for each in courses if meant in each.proposal.by)
    report = pipeline.report(chain, courses, title=str(meant), now=_today())
    if as_json:
        from amend.render import focus, json

        _emit(json.dump(focus.show_document(chain, courses, meant)))
        return
    from amend.render import terminal

    screen = terminal.console(plain=no_color)
    if isinstance(meant, Label):
        terminal.print_paragraph(view.on_label(report.view(), str(meant)), screen)
    else:
        terminal.print_check(view.of_proponent(report.view(), meant), screen)


@app.command()
def report(
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder to write.")] = Path("report"),
    folder: Folder = Path(),
    as_json: AsJson = False,
    strict: Strict = False,
) -> None:
    """Write the whole report on a workspace: a page, a Markdown file and the data.

    Example: amend report -o report
    """
    from amend import pipeline
    from amend.workspace import Workspace

    with _sign_of_life("Comparing and judging"), Workspace(folder) as desk:
        desk.refuse_report_in(out)
        findings = desk.findings(desk.gather(_now()))
        desk.archive.remember_notices(findings.notices)
    templates = folder / "templates"
    found = pipeline.report(
        findings.chain, findings.courses, title=findings.title, now=_today(),
        notices=findings.notices, base=findings.chain.revisions[0].name,
        templates=templates if templates.is_dir() else None,
    )  # fmt: skip
    if as_json:
        _written(found, None, None, as_json=True)
    else:
        written = pipeline.write_all(found, out)
        from amend.render import summary

        for line in summary.lines(found):
            _print(line)
        _print(f"The page is {written[0]}")
        _tell(findings.notices)
    _leave(strict, findings.notices)


@rule_app.command("fate")
def rule_fate(
    proposal: Annotated[str, typer.Argument(show_default=False, help="The proposal's id.")],
    fate: Annotated[str, typer.Argument(show_default=False, help="superseded by equivalent ...")],
    by: Annotated[str, typer.Option(help="Who rules.")],
    revision: Annotated[str | None, typer.Option("--of", help="The revision; else latest.")] = None,
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    folder: Folder = Path(),
) -> None:
    """Rule what became of a proposal.

    Example: amend rule fate picum-rev1.2 "superseded by equivalent" --by "A. Reader"
    """
    from amend.meant import choose_fate
    from amend.model.ruling import Matter, PersonRuling

    ruling = PersonRuling(Matter.FATE, by, _today(), why, proposal, choose_fate(fate), revision)
    _rule(folder, lambda _: ruling)


@rule_app.command("target")
def rule_target(
    proposal: Annotated[str, typer.Argument(show_default=False, help="The proposal's id.")],
    labels: Annotated[list[str], typer.Argument(show_default=False, help="42bis ...")],
    by: Annotated[str, typer.Option(help="Who rules.")],
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    folder: Folder = Path(),
) -> None:
    """Rule which paragraphs a proposal is on.

    Example: amend rule target picum-rev1.2 42bis --by "A. Reader"
    """
    from amend.model.ruling import Matter, PersonRuling

    _rule(folder, lambda desk: PersonRuling(
        Matter.TARGET, by, _today(), why, proposal, old=desk.labels(labels)
    ))  # fmt: skip


@rule_app.command("link")
def rule_link(
    old: Annotated[list[str], typer.Argument(show_default=False, help="12")],
    to: Annotated[list[str], typer.Option("--to", help="14; repeat it for a split.")],
    old_revision: Annotated[str, typer.Option("--from", help="The revision of the old labels.")],
    revision: Annotated[str, typer.Option("--of", help="The revision of the new labels.")],
    by: Annotated[str, typer.Option(help="Who rules.")],
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    unlink: Annotated[bool, typer.Option("--not", help="They are not the same.")] = False,
    folder: Folder = Path(),
) -> None:
    """Rule that paragraphs became others; with --not, that they did not.

    Example: amend rule link 12 --to 14 --to 15 --from "Rev 1" --of "Rev 2" --by "A. Reader"
    """
    from amend.model.ruling import Matter, PersonRuling

    matter = Matter.UNLINK if unlink else Matter.LINK
    _rule(folder, lambda desk: PersonRuling(
        matter, by, _today(), why, revision=revision, old_revision=old_revision,
        old=desk.labels(old), new=desk.labels(to),
    ))  # fmt: skip


app.add_typer(rule_app, name="rule")


@app.command()
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
        _document(findings=[
            {"where": each.where, "text": each.text, "hint": each.hint} for each in findings
        ], notices=_plain(told))  # fmt: skip
    else:
        for each in findings:
            _print(f"{each.where}: {each.text}\n  {each.hint}")
        _tell(told)
        state = "no fault found" if not findings else _counted(len(findings), "finding")
        files = _counted(len(held), "source file")
        _print(f"{files} stored, {_counted(len(told), 'notice')} of the last run: {state}")
    raise typer.Exit(1 if findings else 0)


def _compared(
    files: Sequence[Path], names: Sequence[str] | None, profile: str, unnumbered: bool,
    out: Path | None,
) -> Report:  # fmt: skip
    from amend import pipeline

    if len(files) < 2:
        hint = "Name an older and a newer one: amend compare rev1.docx rev2.docx"
        raise AmendError("one revision has nothing to be compared with", hint=hint)
    pipeline.refuse_overwriting(out, files)
    with _sign_of_life("Comparing"):
        revisions = pipeline.read_revisions(
            files, names or (), profile=profile, unnumbered=unnumbered
        )
        made = pipeline.chain(revisions)
    title = " to ".join((revisions[0].name, revisions[-1].name))
    return pipeline.report(made, title=title, now=_today(), notices=pipeline.chain_notices(made))


def _written(report: Report, out: Path | None, form: str | None, as_json: bool) -> bool:
    """Write to a file or print as data; False leaves it to the terminal."""
    from amend import pipeline

    if out is not None:
        pipeline.write(report, out, form)
        _note(f"wrote {out}")
    if as_json or (form is not None and out is None):
        from amend.render import write

        sys.stdout.write(write(report, ".json" if as_json else f".{(form or '').lstrip('.')}"))
    elif out is None:
        return False
    _tell(report.notices)
    return True


def _findings(folder: Path) -> Findings:
    from amend.workspace import Workspace

    with Workspace(folder) as desk:
        return desk.findings(desk.gather(_now()))


def _rule(folder: Path, make: Callable[[Workspace], PersonRuling]) -> None:
    from amend.workspace import Workspace

    with Workspace(folder) as desk:
        desk.gather(_now())
        is_new = desk.rule(make(desk), _now())
    _print("the ruling is stored" if is_new else "the ruling was stored already")


def _sign_of_life(told: str) -> Any:
    from amend.render.progress import progress

    return progress(f"{told} ...")


def _refuse_unplaced(files: Sequence[str], base: str) -> None:
    if files:
        hint = f"Check the paragraph numbers, or whether {base} is the draft they were made on."
        message = f"none of its proposals names a paragraph that stands in {base}"
        _refuse(AmendError(message, where=", ".join(files), hint=hint))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _document(**parts: object) -> None:
    from amend.render import json

    _emit(json.dump({"schema": json.SCHEMA, **parts}))


def _plain(notices: Iterable[Notice]) -> list[dict[str, str]]:
    return [{"code": n.code, "where": n.where, "text": n.text} for n in notices]


def _tell(notices: Iterable[Notice]) -> None:
    for notice in notices:
        _note(str(notice))


def _note(line: str) -> None:
    print(line.translate(_VISIBLE), file=sys.stderr)


def _print(line: str) -> None:
    print(line.translate(_VISIBLE))


def _emit(document: str) -> None:
    print(document)


def _leave(strict: bool, notices: Sequence[Notice]) -> None:
    if strict and notices:
        raise typer.Exit(STRICT)


def _refuse(refusal: AmendError) -> NoReturn:
    _note(f"error: {refusal}")
    if refusal.hint:
        _note(f"  {refusal.hint}")
    raise typer.Exit(1)


def _now() -> datetime:
    return datetime.now(UTC)


def _today() -> str:
    return _now().date().isoformat()


def main() -> None:
    """Run the command line; the entry point of the `amend` script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # File names may hold bytes that are no text; a message about one must not fail on it.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    app()
