"""An audit in, a text in the format asked for out; each format is loaded when it is first used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from amend.errors import AmendError

if TYPE_CHECKING:
    from amend.model.audit import Audit
    from amend.render.audit_shapes import AuditView


@dataclass(frozen=True, slots=True)
class AuditReport:
    """An audit, and what to print beside it.

    `made` says when and by what the report was made; `templates` is the user's own folder of
    templates, or None. `language` is that of its own words.
    """

    audit: Audit
    made: str
    templates: Path | None = None
    language: str = "en"

    def view(self) -> AuditView:
        """Lay the audit out for people; JSON never loads what that takes."""
        from amend.render.audit_view import audit_view
        from amend.render.tongue import tongue

        view = audit_view(self.audit, made=self.made)
        return tongue(self.language).say(replace(view, language=self.language))


def _html(report: AuditReport) -> str:
    from amend.render import html

    return html.render_audit(report.view(), report.templates)


def _json(report: AuditReport) -> str:
    from amend.render import audit_json, json

    return json.dump(audit_json.audit_document(report.audit)) + "\n"


def _md(report: AuditReport) -> str:
    from amend.render import audit_md

    return audit_md.render(report.view())


AUDIT_WRITERS: Mapping[str, Callable[[AuditReport], str]] = {
    ".html": _html,
    ".json": _json,
    ".md": _md,
}


def write(report: AuditReport, suffix: str) -> str:
    """Return the audit in the format of a suffix (".html"); raises AmendError if it has none."""
    writer = AUDIT_WRITERS.get(suffix.lower())
    if writer is None:
        found = f"cannot write {suffix!r} files" if suffix else "the file's name has no suffix"
        hint = f"Name the file with one of {', '.join(AUDIT_WRITERS)}."
        raise AmendError(found, hint=hint)
    return writer(report)
