"""A view of rebased proposals in, Markdown out."""

from __future__ import annotations

from collections.abc import Iterator

from amend.model.comparison import Op
from amend.render.md import safe
from amend.render.rebase_view import CarriedCard, CarriedText, RebaseView
from amend.render.shapes import Segment
from amend.render.tongue import Tongue, tongue

_WRAPS = {Op.INSERT: ("<ins>", "</ins>"), Op.DELETE: ("<del>", "</del>"), Op.KEEP: ("", "")}


def render(view: RebaseView) -> str:
    """Return the carried set as Markdown of the GitHub dialect."""
    parts = [f"# {safe(view.title)}", safe(view.made), safe(view.summary)]
    t = tongue(view.language)
    for group in view.groups:
        parts.append(f"## {group.title}")
        parts += ["\n\n".join(_card(each, t)) for each in group.cards]
    if view.remarks:
        told = (f"- {each.code}: {safe(each.where)}: {safe(each.text)}" for each in view.remarks)
        parts += [f"## {t('Notices')}", "\n".join(told)]
    return "\n\n".join(filter(None, parts)) + "\n"


def _card(card: CarriedCard, t: Tongue) -> Iterator[str]:
    backed = (
        f" ({t('supported by {names}', names=safe(card.supporters))})" if card.supporters else ""
    )
    yield f"### {safe(card.proponents)}: {safe(card.what)}"
    yield f"{safe(card.reason)}{backed}"
    yield from map(_text, card.texts)
    if card.remarks:
        yield "\n".join(f"- {safe(each)}" for each in card.remarks)


def _text(text: CarriedText) -> str:
    words = "".join(map(_segment, text.segments)).strip()
    return f"> **{safe(text.label)}** {words}" if text.label else f"> {words}"


def _segment(segment: Segment) -> str:
    before, words, behind = segment.parts
    opening, closing = _WRAPS[segment.op] if words else ("", "")
    return f"{_gap(before)}{opening}{safe(words)}{closing}{_gap(behind)}"


def _gap(space: str) -> str:
    return "<br>" if "\n" in space else " " if space else ""
