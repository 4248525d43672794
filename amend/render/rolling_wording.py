"""Values of a rolling text in, the words that people read out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from amend.labels import Label
from amend.model.proposal import Place, Where
from amend.model.rolling import Backers, Position, Rolling, Scope, Unplaced, Whole
from amend.render.redlines import shown
from amend.render.wording import OPERATIONS, opening
from amend.text.told import counted, joined, listed, pattern, told
from amend.text.words import tokens

NOBODY = told("nobody named")
_SAID_WORDS = 20
_TO = {
    Where.AFTER: pattern("{what} to after {label}"),
    Where.BEFORE: pattern("{what} to before {label}"),
    Where.BETWEEN: pattern("{what} to between {label}"),
}
_SCOPES = {
    Scope.DELETE: told("delete the paragraph"),
    Scope.REPLACE: told("replace the paragraph by"),
}


def who(backers: Backers, elsewhere: Mapping[str, str]) -> str:
    """Name proponents and supporters in brackets, as a compilation does, and what they wrote on.

    `elsewhere` names the revision by the id of a proposal, where that is not the base.
    """
    parts = [", ".join(map(shown, backers.by)) or NOBODY]
    if backers.supporters:
        supporters = ", ".join(map(shown, backers.supporters))
        parts.append(told("supported by {names}", names=supporters))
    parts += _on(backers.proposals, elsewhere)
    if backers.is_cut:
        parts.append(told("its words were cut off"))
    return told("({names})", names=joined("; ", parts))


def _on(proposals: Iterable[str], elsewhere: Mapping[str, str]) -> Iterator[str]:
    named = [elsewhere.get(each, "") for each in proposals]
    others = listed(dict.fromkeys(shown(each) for each in named if each))
    if others:
        yield (
            told("in part on {others}", others=others) if "" in named
            else told("on {others}", others=others)
        )  # fmt: skip


def label_as_printed(label: Label | None) -> str:
    """Return the label of a paragraph that is asked for; one without a number is called new."""
    if label is None or label.carrier == "new" or label.text.startswith("new"):
        return told("new")
    return str(label)


def head_of(whole: Whole, *, is_marked: bool) -> str:
    """Say what is asked for the paragraph as a whole: a sentence, or the number of another.

    `is_marked` tells that others ask for words in it, which cannot be had as well.
    """
    if whole.scope is Scope.ALTERNATIVE:
        return str(whole.label) if whole.label is not None else "alt"
    what = _SCOPES[whole.scope]
    return told("instead of all marks in it, {what}", what=what) if is_marked else what


def said(position: Position, base: str) -> tuple[str, str]:
    """Say a position: what is asked, and below it the words it brings where these are many.

    `base` are the words of the paragraph: who moves it as it stands brings none.
    """
    what = OPERATIONS[position.operation]
    words = "" if tokens(position.words) == tokens(base) else position.words
    if position.place is not None:
        return _to(what, position.place), words
    if words:
        if _is_short(words):
            return told("{what}: “{words}”", what=what, words=words), ""
        return what, words
    if _is_short(position.said):
        says = position.said
        return told("{what}: {says}", what=what, says=says) if says else what, ""
    return what, position.said


def _is_short(words: str) -> bool:
    return opening(words, _SAID_WORDS) == words


def _to(what: str, place: Place) -> str:
    ends = [place.label] if place.until is None else [place.label, place.until]
    saying = _TO.get(place.where, pattern("{what} to the place of {label}"))
    return told(saying, what=what, label=listed(map(str, ends)))


def asked(stray: Unplaced, elsewhere: Mapping[str, str]) -> str:
    """Say what a proposal without a place asks for, where, and of which revision it speaks."""
    named = listed(label_as_printed(each) for each in stray.target)
    on = elsewhere.get(stray.proposal)
    on_other = told("on {others}", others=shown(on)) if on else ""
    return joined(", ", filter(None, (OPERATIONS[stray.operation], named, on_other)))


def counts(rolling: Rolling) -> Iterator[str]:
    """Say how much is asked for by how many, how much collides, and how much has no place."""
    touched = [each for each in rolling.paragraphs if each.is_touched]
    new = sum(each.id is None for each in touched)
    names = {name for each in touched for backers in each.backers for name in backers.by}
    base, proponents = shown(rolling.base), counted(len(names), "proponent")
    old = counted(len(touched) - new, "paragraph")
    if not touched:
        yield told("No proposal has a place in {base}.", base=base)
    elif new:
        yield told(
            "Proposals by {proponents} on {paragraphs} of {base} and {new}.", base=base,
            proponents=proponents, paragraphs=old, new=counted(new, "new paragraph"),
        )  # fmt: skip
    else:
        yield told(
            "Proposals by {proponents} on {paragraphs} of {base}.", base=base,
            proponents=proponents, paragraphs=old,
        )  # fmt: skip
    if rolling.collisions:
        met = counted(len(rolling.collisions), "collision")
        yield told("{met}: what cannot be had together stands side by side.", met=met)
    if rolling.elsewhere:
        made = counted(len(rolling.elsewhere), "proposal")
        yield told(
            "Made on another revision, named behind the proponents: {made}; check the places.",
            made=made,
        )
    if rolling.unplaced:
        count = counted(len(rolling.unplaced), "proposal")
        yield told("{count} without a place: at the end.", count=count)
