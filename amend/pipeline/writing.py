"""A report written to a file or a folder, whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from amend.errors import AmendError

if TYPE_CHECKING:
    from amend.model.house import HouseStyle
    from amend.render import Report

_WHOLE = (".html", ".md", ".json")
_OURS = b'<meta name="generator" content="amend">'


def house_style(template: Path | None) -> HouseStyle | None:
    """Read the template that a Word file is to look like; raises ReadError if it cannot be used."""
    if template is None:
        return None
    from amend.read import word_template

    return word_template.read(template)


def write(found: Report, out: Path, form: str | None = None) -> None:
    """Write a report to a file, whole or not at all; its suffix or `form` chooses the format."""
    from amend.render import contents

    suffix = f".{form.lstrip('.')}" if form else out.suffix
    save(out, contents(_followed(found) if suffix.lower() == ".html" else found, suffix))


def _followed(found: Report) -> Report:
    """Follow the words of a report that has not done so: only a page has room for their origins."""
    from amend.pipeline.chains import trace

    if found.provenance is not None:
        return found
    return replace(found, provenance=trace(found.chain, found.courses))


def save(out: Path, held: str | bytes) -> None:
    """Put a text, as UTF-8, or bytes in a file; a stop on the way leaves the old one whole."""
    beside = out.with_name(f".{out.name}.part")
    try:
        beside.write_bytes(held.encode() if isinstance(held, str) else held)
        beside.replace(out)
    except OSError as failure:
        found = f"cannot be written ({failure.strerror})"
        hint = "Choose another place with -o."
        raise AmendError(found, where=out, hint=hint) from failure
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def write_all(found: Report, folder: Path) -> tuple[Path, ...]:
    """Write a report as a page, as Markdown and as data into a folder; the page comes first.

    All are made before the first is written.
    """
    from amend.render import write as render

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        hint = "Choose another folder with -o."
        raise AmendError(f"cannot be made ({failure.strerror})", where=folder, hint=hint) from None
    texts = {folder / f"report{suffix}": render(found, suffix) for suffix in _WHOLE}
    for path, text in texts.items():
        save(path, text)
    return tuple(texts)


def write_leaves(found: Report, folder: Path) -> Path:
    """Write a page for each proponent and paragraph into `folder`/pages, and return their index.

    Pages of an earlier report that this one no longer has are taken away; other files stay.
    """
    from amend.render import pages

    within = folder / "pages"
    try:
        within.mkdir(parents=True, exist_ok=True)
    except OSError as failure:
        hint = "Choose another folder with -o."
        raise AmendError(f"cannot be made ({failure.strerror})", where=within, hint=hint) from None
    written = dict(pages(found))
    for name, text in written.items():
        save(within / name, text)
    for earlier in within.glob("*.html"):
        if earlier.name not in written and _is_ours(earlier):
            earlier.unlink()
    return within / "index.html"


def _is_ours(path: Path) -> bool:
    with suppress(OSError), path.open("rb") as file:
        return _OURS in file.read(2_000)
    return False
