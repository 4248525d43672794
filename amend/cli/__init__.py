"""Commands: arguments in, one call into the pipeline, one exit code out. No thinking here.

`files.py` holds the commands that need no set-up, `folder.py` those on a workspace, `pages.py`
the one on saved pages, `carry.py` the one that goes by both files and workspaces, `follow.py` the
one on texts of other documents, `rule.py` what a person says; `parts.py` what they share.
"""

from __future__ import annotations

import gc
import sys

import typer

from amend.cli import carry, files, folder, follow, pages, rule
from amend.cli.parts import Group, Reading

__all__ = ["app", "main"]

app = typer.Typer(
    name="amend",
    help="Follow every paragraph of a negotiated text, and prove what became of each proposal.",
    cls=Group,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
rule_app = typer.Typer(
    cls=Group, no_args_is_help=True, rich_markup_mode=None,
    help="Store a person's ruling; it outranks the engine and is shown as theirs.",
)  # fmt: skip


app.command(cls=Reading)(files.read)
app.command(cls=Reading)(files.compare)
app.command()(files.audit)
app.command(cls=Reading)(files.concordance)
app.command(cls=files.Check)(files.check)
app.command("compile", cls=Reading)(files.compile_)
app.command(cls=files.Check)(carry.rebase)
app.command()(follow.follow)
app.command()(folder.init)
app.command(cls=Reading)(folder.add)
app.command("import")(pages.import_)
app.command("list")(folder.list_)
app.command()(folder.show)
app.command(cls=Reading)(folder.report)
app.command()(folder.doctor)
rule_app.command()(rule.fate)
rule_app.command()(rule.target)
rule_app.command()(rule.link)
rule_app.command()(rule.concordance)
rule_app.command()(rule.withdraw)
app.add_typer(rule_app, name="rule")


def main() -> None:
    """Run the command line; the entry point of the `amend` script."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # File names may hold bytes that are no text; a message about one must not fail on it.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # One command builds its values once and ends: every pass of the collector would look at all of
    # them for nothing, a tenth of the time on long drafts.
    gc.disable()
    app()
