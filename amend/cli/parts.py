"""What all commands share: their options, the way they speak, and the way they end."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn, TypeVar, cast

import typer
from typer.core import TyperCommand, TyperGroup, TyperOption

from amend.errors import AmendError, MarksError

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from amend.model.house import HouseStyle
    from amend.notices import Notice
    from amend.render import Report
    from amend.render.audit import AuditReport
    from amend.render.rebase import RebaseReport
    from amend.render.rolling import RollingReport
    from amend.render.tongue import Tongue

Found = TypeVar("Found")

STRICT = 3
WRONG_USE = 2
# Work that is shared out takes more than twice the processor time in all (design note 0017).
_CORES = 4
# Words and names come from strangers: what would steer a terminal is printed as a sign for it.
_VISIBLE = {
    **{code: 0x2400 + code for code in range(0x20) if chr(code) not in "\n\t"},
    **dict.fromkeys(range(0x7F, 0xA0), 0xFFFD),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), 0xFFFD),
}


def workers() -> Callable[[], Executor] | None:
    """Return how to call a process for each core; None where there are too few to be worth it."""
    return _called if (os.cpu_count() or 1) >= _CORES else None


def _called() -> Executor:
    """Start processes afresh: a forked one would hold locks of threads it does not have."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    return ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn"))


class Group(TyperGroup):
    """The commands in the order people meet them, and errors of ours told in three parts."""

    def list_commands(self, ctx: Any) -> list[str]:
        del ctx
        return list(self.commands)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except AmendError as refusal:
            refuse(refusal)


class Reading(TyperCommand):
    """A command that reads files, some of which may ask for a password."""

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        said = "Opens encrypted PDFs; AMEND_PASSWORD does too, and is seen by nobody."
        names = ["--password"]
        self.params.append(TyperOption(param_decls=names, envvar="AMEND_PASSWORD", help=said))

    def invoke(self, ctx: Any) -> Any:
        password = ctx.params.pop("password", None)
        if password is None:
            return super().invoke(ctx)
        from amend.read.passwords import opened_with

        with opened_with(password):
            return super().invoke(ctx)


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
Weighty = Annotated[
    Path | None, typer.Option("--weighty", help="Your own table of weighty words, a .toml file.")
]
Plain = Annotated[bool, typer.Option("--no-color", help="Print without colour.")]
Anonymous = Annotated[
    bool,
    typer.Option("--anonymous", help="Leave out who asked, supported, wrote, ruled; and files."),
]
Language = Annotated[
    str | None, typer.Option("--language", help="Of the report's own words: en, fr or es.")
]
NoPager = Annotated[bool, typer.Option("--no-pager", help="Print at once, without leafing.")]
Folder = Annotated[Path, typer.Option("--in", help="The folder of the workspace.")]
Marks = Annotated[
    str | None,
    typer.Option(
        help='What looks mean where nothing is tracked: "bold underline=add, strike=delete,'
        ' red=ignore", or none.'
    ),
]
Template = Annotated[
    Path | None, typer.Option("--template", help="A Word file that a .docx is to look like.")
]
By = Annotated[list[str] | None, typer.Option("--by", help="A proponent; may be repeated.")]


@contextmanager
def screen(no_color: bool, no_pager: bool) -> Iterator[Any]:
    """Give a screen to print on: in colour if it has some, leafed through where it is long."""
    from amend.render import pager, terminal

    with pager.paged(terminal.console(plain=no_color), wanted=not no_pager) as found:
        yield found


def speaker(language: str | None) -> Tongue:
    """Return what says our own words in a language; raises AmendError for one it cannot."""
    from amend.render.tongue import ENGLISH, tongue

    return tongue(language or ENGLISH)


def in_language(found: Found, language: str | None, instead: str | None = None) -> Found:
    """Return a report that is to be written in a language; raises AmendError for one it cannot."""
    from amend.render.tongue import ENGLISH, tongue

    meant = language or instead or ENGLISH
    tongue(meant)
    made: Any = found
    return cast("Found", replace(made, language=meant))


def nameless(found: Found, wanted: bool) -> Found:
    """Return what was found, without anybody's name where that is wanted."""
    if not wanted:
        return found
    from amend.render.anonymous import Mask

    return Mask(found).apply(found)


def written(report: Report, out: Path | None, form: str | None, as_json: bool) -> bool:
    """Write to a file or print as data; False leaves it to the terminal."""
    from amend import pipeline

    if out is not None:
        from amend.render import cut_short

        pipeline.write(report, out, form)
        note(f"wrote {out}")
        tell(cut_short(report, f".{form.lstrip('.')}" if form else out.suffix))
    if as_json or (form is not None and out is None):
        from amend.render import write

        sys.stdout.write(write(report, ".json" if as_json else f".{(form or '').lstrip('.')}"))
    elif out is None:
        return False
    tell(report.notices)
    return True


def is_page(out: Path | None, form: str | None) -> bool:
    """Whether a page is to be written, which has room for more than any other format."""
    return (form or (out.suffix if out is not None else "")).lstrip(".").lower() == "html"


def house(template: Path | None, out: Path | None, form: str | None) -> HouseStyle | None:
    """Read the template of a Word file; raises AmendError where no Word file is to be written."""
    if template is None:
        return None
    from amend import pipeline

    refuse_unless_word("--template", out, form)
    pipeline.refuse_overwriting(out, [template])
    return pipeline.house_style(template)


def refuse_unless_word(option: str, out: Path | None, form: str | None) -> None:
    """Raise AmendError if an option is given that nothing but a Word file has."""
    suffix = f".{(form or (out.suffix if out is not None else '')).lstrip('.')}".lower()
    if out is None or suffix != ".docx":
        hint = "Name a Word file to write: -o report.docx"
        raise AmendError(f"{option} is for a Word file", hint=hint)


def concordance_written(report: Report, out: Path | None, form: str | None, as_json: bool) -> bool:
    """Write a concordance to a file or print it as data; False leaves it to the terminal."""
    from amend.render.concordance_pages import written as held

    return _written_by(partial(held, report), report.notices, out, form, as_json)


def audit_written(report: AuditReport, out: Path | None, form: str | None, as_json: bool) -> bool:
    """Write an audit to a file or print it as data; False leaves it to the terminal."""
    from amend.render import audit

    notices = report.audit.notices
    return _written_by(partial(audit.write, report), notices, out, form, as_json)


def rolling_written(
    report: RollingReport, out: Path | None, form: str | None, as_json: bool
) -> bool:
    """Write a rolling text to a file or print it as data; False leaves it to the terminal."""
    from amend.render import rolling

    return _written_by(partial(rolling.contents, report), report.notices, out, form, as_json)


def rebase_written(report: RebaseReport, out: Path | None, form: str | None, as_json: bool) -> bool:
    """Write carried proposals to a file or print them as data; False leaves it to the terminal.

    Proposals that a file has no place for are told: they must not go missing unseen.
    """
    from amend.render import rebase

    for each in rebase.untold(report, out, form):
        what = each.operation.replace("_", " ")
        note(f"not in the file, which has no place for it: {each.id} ({what}); --json has it")
    return _written_by(partial(rebase.write, report), report.notices, out, form, as_json)


def _written_by(
    write: Callable[[str], str | bytes], notices: Iterable[Notice], out: Path | None,
    form: str | None, as_json: bool,
) -> bool:  # fmt: skip
    from amend import pipeline

    if out is not None:
        pipeline.save(out, write(f".{form.lstrip('.')}" if form else out.suffix))
        note(f"wrote {out}")
    if as_json or (form is not None and out is None):
        printed = write(".json" if as_json else f".{(form or '').lstrip('.')}")
        if isinstance(printed, bytes):
            hint = f"Name a file to write: -o report.{form}"
            raise AmendError(f"a .{form} file cannot be printed", hint=hint)
        sys.stdout.write(printed)
    elif out is None:
        return False
    tell(notices)
    return True


def sign_of_life(told: str) -> Any:
    from amend.render.progress import progress

    return progress(f"{told} ...")


def counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def document(**parts: object) -> None:
    from amend.render import json

    emit(json.dump({"schema": json.SCHEMA, **parts}))


def plain(notices: Iterable[Notice]) -> list[dict[str, str]]:
    return [{"code": n.code, "where": n.where, "text": n.text} for n in notices]


def tell(notices: Iterable[Notice]) -> None:
    for notice in notices:
        note(str(notice))


def note(line: str) -> None:
    print(line.translate(_VISIBLE), file=sys.stderr)


def say(line: str) -> None:
    print(line.translate(_VISIBLE))


def emit(document: str) -> None:
    print(document)


def leave(strict: bool, notices: Sequence[Notice]) -> None:
    if strict and notices:
        raise typer.Exit(STRICT)


def refuse(refusal: AmendError) -> NoReturn:
    note(f"error: {refusal}")
    if refusal.hint:
        note(f"  {refusal.hint}")
    raise typer.Exit(WRONG_USE if isinstance(refusal, MarksError) else 1)


def now() -> datetime:
    return datetime.now(UTC)


def today() -> str:
    return now().date().isoformat()
