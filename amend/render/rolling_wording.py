"""Values of a rolling text in, the words that people read out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from amend.labels import Label
from amend.model.proposal import Place, Where
from amend.model.rolling import Backers, Position, Rolling, Scope, Unplaced, Whole
from amend.render.redlines import shown
from amend.render.wording import OPERATIONS, opening
from amend.text.told import counted, listed
from amend.text.words import tokens

NOBODY = "nobody named"
_SAID_WORDS = 20
_WHERE = {Where.AFTER: "after", Where.BEFORE: "before", Where.BETWEEN: "between"}
_SCOPES = {Scope.DELETE: "delete the paragraph", Scope.REPLACE: "replace the paragraph by"}


def who(backers: Backers, elsewhere: Mapping[str, str]) -> str:
    """Name proponents and supporters in brackets, as a compilation does, and what they wrote on.

    `elsewhere` names the revision by the id of a proposal, where that is not the base.
    """
    names = ", ".join(map(shown, backers.by)) or NOBODY
    if backers.supporters:
        names += f"; supported by {', '.join(map(shown, backers.supporters))}"
    cut = "; its words were cut off" if backers.is_cut else ""
    return f"({names}{_on(backers.proposals, elsewhere)}{cut})"


def _on(proposals: Iterable[str], elsewhere: Mapping[str, str]) -> str:
    named = [elsewhere.get(each, "") for each in proposals]
    others = listed(dict.fromkeys(shown(each) for each in named if each))
    in_part = "in part " if others and "" in named else ""
    return f"; {in_part}on {others}" if others else ""


def label_as_printed(label: Label | None) -> str:
    """Return the label of a paragraph that is asked for; one without a number is called new."""
    if label is None or label.carrier == "new" or label.text.startswith("new"):
        return "new"
    return str(label)


def head_of(whole: Whole, *, is_marked: bool) -> str:
    """Say what is asked for the paragraph as a whole: a sentence, or the number of another.

    `is_marked` tells that others ask for words in it, which cannot be had as well.
    """
    if whole.scope is Scope.ALTERNATIVE:
        return str(whole.label) if whole.label is not None else "alt"
    instead = "instead of all marks in it, " if is_marked else ""
    return f"{instead}{_SCOPES[whole.scope]}"


def said(position: Position, base: str) -> tuple[str, str]:
    """Say a position: what is asked, and below it the words it brings where these are many.

    `base` are the words of the paragraph: who moves it as it stands brings none.
    """
    what = OPERATIONS[position.operation]
    words = "" if tokens(position.words) == tokens(base) else position.words
    if position.place is not None:
        return f"{what} {_to(position.place)}", words
    if words:
        return (f"{what}: “{words}”", "") if _is_short(words) else (what, words)
    if _is_short(position.said):
        return f"{what}: {position.said}" if position.said else what, ""
    return what, position.said


def _is_short(words: str) -> bool:
    return opening(words, _SAID_WORDS) == words


def _to(place: Place) -> str:
    until = f" and {place.until}" if place.until is not None else ""
    return f"to {_WHERE.get(place.where, 'the place of')} {place.label}{until}"


def asked(stray: Unplaced, elsewhere: Mapping[str, str]) -> str:
    """Say what a proposal without a place asks for, where, and of which revision it speaks."""
    named = listed(label_as_printed(each) for each in stray.target)
    on = elsewhere.get(stray.proposal)
    said = (OPERATIONS[stray.operation], named, f"on {shown(on)}" if on else "")
    return ", ".join(filter(None, said))


def counts(rolling: Rolling) -> Iterator[str]:
    """Say how much is asked for by how many, how much collides, and how much has no place."""
    touched = [each for each in rolling.paragraphs if each.is_touched]
    new = sum(each.id is None for each in touched)
    names = {name for each in touched for backers in each.backers for name in backers.by}
    more = f" and {counted(new, 'new paragraph')}" if new else ""
    on = f"{counted(len(touched) - new, 'paragraph')} of {shown(rolling.base)}{more}"
    if touched:
        yield f"Proposals by {counted(len(names), 'proponent')} on {on}."
    else:
        yield f"No proposal has a place in {shown(rolling.base)}."
    if rolling.collisions:
        met = counted(len(rolling.collisions), "collision")
        yield f"{met}: what cannot be had together stands side by side."
    if rolling.elsewhere:
        made = counted(len(rolling.elsewhere), "proposal")
        yield f"Made on another revision, named behind the proponents: {made}; check the places."
    if rolling.unplaced:
        yield f"{counted(len(rolling.unplaced), 'proposal')} without a place: at the end."
