"""A report written to a file or a folder, whole or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from amend.errors import AmendError

if TYPE_CHECKING:
    from amend.model.house import HouseStyle
    from amend.render import Report

_WHOLE = (".html", ".md", ".json")


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
    save(out, contents(found, suffix))


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
