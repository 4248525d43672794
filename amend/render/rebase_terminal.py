"""A view of rebased proposals in, a screen out."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from amend.render.rebase_view import CarriedCard, RebaseView
from amend.render.screen import console, labelled, line, redline, safe
from amend.render.tongue import Tongue, tongue


def print_rebase(view: RebaseView, screen: Console | None = None) -> None:
    """Print the three groups, each proposal with how the text would read."""
    screen = screen or console()
    screen.print(line(view.title, "bold"))
    screen.print(line(view.summary))
    t = tongue(view.language)
    for group in view.groups:
        screen.print()
        screen.print(line(group.title, "bold"))
        screen.print()
        for card in group.cards:
            screen.print(_card(card, screen, t))
    for remark in view.remarks:
        screen.print(line(f"{remark.code}: {remark.where}: {remark.text}", "dim"))


def _card(card: CarriedCard, screen: Console, t: Tongue) -> Padding:
    parts: list[RenderableType] = [Text.assemble((safe(card.proponents), "bold"), f": {card.what}")]
    inner: list[RenderableType] = [line(card.reason, "dim")]
    if card.supporters:
        inner.append(line(t("supported by {names}", names=card.supporters), "dim"))
    for each in card.texts:
        words = redline(each.segments, screen)
        inner.append(labelled(each.label, words) if each.label else Padding(words, (0, 0, 1, 0)))
    inner += [line(each) for each in card.remarks]
    parts.append(Padding(Group(*inner), (0, 0, 0, 2)))
    return Padding(Group(*parts), (0, 0, 1, 0))
