"""A notice in, what a page prints of it out."""

from __future__ import annotations

from amend.notices import Notice
from amend.render.redlines import shown
from amend.render.shapes import Remark
from amend.text.told import Told


def remark(notice: Notice) -> Remark:
    """Return a notice fit to be shown, and to be said in the language of its page."""
    is_english = not isinstance(notice.text, Told)
    return Remark(notice.code.value, shown(notice.where), shown(notice.text), is_english)
