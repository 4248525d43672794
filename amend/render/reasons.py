"""The name of a rule and the thresholds in, the rule in a sentence out."""

from __future__ import annotations

from collections.abc import Mapping

from amend.render.wording import percent
from amend.text.told import Told, joined, pattern, told

# The names are those of `amend.match.fate.RULES` and of the operations that change no words.
RULES = {
    "deletes a paragraph": pattern(
        "honoured if the paragraph is gone, and no other one has {found_again} "
        "of its words; partly from {deletion_partly} of them gone"
    ),
    "adds nothing": pattern("already present if no word that counts is new to the base"),
    "deletes words": pattern(
        "honoured if all words to go are gone from their place and are not new "
        "elsewhere; partly from {deletion_partly}"
    ),
    "stands unbroken": pattern("verbatim if every new word is there, each stretch in one piece"),
    "stands mostly": pattern(
        "with changes from {with_changes} of the new words; partly if a verb, a "
        "negation or a figure is lost"
    ),
    "stands partly": pattern("partly from {partly} of the new words"),
    "stands elsewhere": pattern(
        "less than {partly} of the new words in their place; elsewhere from "
        "{with_changes} of them new in other paragraphs, partly elsewhere from {partly}"
    ),
    "nothing else held": pattern(
        "not adopted below {partly} of the new words, in their place and in any "
        "other, or where only words came that any text has"
    ),
    "retain": pattern("protected if every word is still there, in order"),
    "move paragraph": pattern("adopted if it stands beside the paragraph that was named"),
    "move phrase": pattern(
        "adopted if the words stand where they were to go, and no longer where they stood"
    ),
    "merge paragraphs": pattern("adopted if the paragraphs have become one"),
    "split paragraph": pattern("adopted if the paragraph has become several"),
    "a person's word": pattern("what a person rules outranks every rule"),
}


def named(rule: str) -> str:
    """Return the name of a rule, or of several that decided together, fit to be translated."""
    return joined(", ", (told(each) if each in RULES else each for each in rule.split(", ")))


def why(rule: str, shares: Mapping[str, float]) -> str:
    """Say a rule with the thresholds that it goes by; "" for no rule, or without thresholds.

    Two rules that decided together, "split paragraph, stands mostly", are both said.
    """
    if not shares:
        return ""
    printed = {name: percent(share) for name, share in shares.items()}
    said = [RULES[each] for each in rule.split(", ") if each in RULES]
    return joined("; ", (Told(each, "", _Kept(printed)) for each in said))


class _Kept(dict[str, str]):
    """Leaves a threshold that is not known in its brackets."""

    def __missing__(self, name: str) -> str:
        return "{" + name + "}"
