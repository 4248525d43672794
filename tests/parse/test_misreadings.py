"""Sentences that were once read as something their writers did not ask for."""

from __future__ import annotations

import pytest

from amend.model.draft import Revision
from amend.model.proposal import Proposal
from amend.model.source import SourceText
from amend.notices import Code
from amend.parse.draft import parse
from amend.parse.passages import blocks_of
from amend.parse.proposals import from_text

DRAFT = """4. We commit to open the gates.

5. We invite the councils to meet in 2028.

6. We protect the wells of the valley.

8. We ask for:

(a) shade at each well;

(b) clean water for passengers on board ferries.

12. We acknowledge the voluntary pledges of cities along the rivers.

13. We agree to establish a River Fund financed by the contributions of its members.

16. We welcome the research of universities.

21. We thank the boatmen.
"""


def draft_of(text: str) -> Revision:
    return parse(SourceText("zero.txt", "", "txt", blocks_of(text)), "Zero draft")


BASE = draft_of(DRAFT)


def read(text: str) -> tuple[Proposal, ...]:
    return from_text(text, BASE, ("Delta",)).proposals


def asked(text: str) -> list[tuple[str, str]]:
    """Pairs of an operation and the labels it is about."""
    return [(each.operation.value, " ".join(map(str, each.target))) for each in read(text)]


def only(text: str) -> Proposal:
    found = read(text)
    assert len(found) == 1, [each.operation for each in found]
    return found[0]


def not_understood(text: str) -> list[str]:
    found = from_text(text, BASE, ("Delta",)).notices
    return [each.text for each in found if each.code is Code.NOT_UNDERSTOOD]


@pytest.mark.parametrize(
    "text",
    [
        "Delta does not want to delete para 13.",
        "Delta disagrees with deleting para 13.",
        "Don't delete para 13.",
        "13. Do not delete.",
        "OP13: not to be deleted",
        "Para 13 must not be deleted.",
        "Para 13: no deletion.",
        "We see no need to delete para 13.",
        "We prefer not to delete para 13.",
        "We oppose deleting para 13.",
        "Deletion of para 13 is not acceptable to us.",
        "Osmere asked to delete para 13; we disagree.",
        "Osmere wants para 13 deleted. We disagree.",
        "Osmere proposed to delete para 13. We oppose this.",
        "Nous ne souhaitons pas supprimer le paragraphe 13.",
        "Le paragraphe 13 ne doit pas être supprimé.",
        "Nous nous opposons à la suppression du paragraphe 13.",
        "No suprimir el párrafo 13.",
        "El párrafo 13 no debe suprimirse.",
        "Absatz 13 nicht streichen.",
    ],
)
def test_who_refuses_a_deletion_wants_the_paragraph_to_stay(text: str) -> None:
    assert [(kind, label.removeprefix("OP")) for kind, label in asked(text)] == [("retain", "13")]
    assert from_text(text, BASE, ("Delta",)).notices == ()


def test_words_and_parts_that_are_not_to_go_are_to_stay() -> None:
    text = 'Do not delete "assessed" in para 13. Do not delete the last sentence of para 13.'
    words, part = from_text(text, BASE, ("Delta",)).proposals
    assert (words.operation.value, words.text) == ("retain", "assessed")
    assert (part.operation.value, [str(each) for each in part.parts]) == (
        "retain", ["the last sentence"],
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        'Do not insert "assessed" before "contributions" in para 13.',
        "We oppose inserting “assessed” in para 13.",
        "Do not move para 13 after para 6.",
    ],
)
def test_a_change_that_is_refused_is_opposed_and_nothing_else(text: str) -> None:
    assert [(kind, label.removeprefix("OP")) for kind, label in asked(text)] == [("oppose", "13")]
    assert from_text(text, BASE, ("Delta",)).notices == ()


@pytest.mark.parametrize(
    "text",
    [
        "If para 13 is deleted, we would lose the Fund.",
        "We would lose the Fund if para 13 were deleted.",
        "Some delegations propose to delete para 13.",
        "We would not object to deleting para 13.",
    ],
)
def test_a_condition_or_a_report_asks_for_nothing_and_is_named(text: str) -> None:
    assert asked(text) == []
    assert any("para 13" in each for each in not_understood(text))


@pytest.mark.parametrize(
    "text",
    [
        "Para 13 is not clear and should be deleted.",
        "This text is not agreed; delete para 13.",
        "We do not need para 13, delete it.",
        "We would be grateful if para 13 could be deleted.",
        "There is no reason to keep para 13; delete it.",
    ],
)
def test_a_reason_with_a_not_in_it_refuses_nothing(text: str) -> None:
    assert asked(text) == [("delete_paragraph", "13")]


def test_what_is_kept_while_other_words_come_is_not_lost() -> None:
    text = 'In para 12, do not delete "voluntary" but replace it with "free".'
    kept, change = read(text)
    assert (kept.operation, kept.text) == ("retain", "voluntary")
    assert (change.operation, change.cut, change.text) == ("replace_phrase", "voluntary", "free")
    assert asked('Rather than delete para 13, amend "agree" to "consider".') == [
        ("replace_phrase", "13")
    ]


def test_what_is_excepted_is_not_asked_for() -> None:
    assert asked("Delete para 13, not para 16.") == [("delete_paragraph", "13")]
    text = 'Retain "voluntary" in para 12; do not replace it with "binding".'
    assert asked(text) == [("retain", "12"), ("oppose", "12")]
    assert asked("We agree with the deletion of para 13.") == [("delete_paragraph", "13")]


def test_a_question_why_words_went_is_a_question() -> None:
    assert asked('Why was "voluntary" deleted in para 12?') == [("question", "12")]


@pytest.mark.parametrize(
    ("text", "operation"),
    [
        ("Para 16: We welcome the research of universities and schools.", "replace_paragraph"),
        ("Para 16\n\nWe welcome the research of universities and schools.", "replace_paragraph"),
        ("Para 16bis: We support the work of mayors.", "insert_new_paragraph"),
        (
            "16bis. We support the full use of the river in line with Article 4 of the River Code,"
            " and call for more boats.",
            "insert_new_paragraph",
        ),
        ("16. We welcome this paragraph.", "support"),
        ("Para 16: We support the current text of this paragraph.", "support"),
    ],
)
def test_a_paragraph_that_opens_like_a_position_is_told_from_one(text: str, operation: str) -> None:
    assert only(text).operation == operation


def test_support_with_a_change_is_both() -> None:
    both = [("support", "12"), ("delete_phrase", "12")]
    assert asked("We welcome para 12, but would delete “voluntary”.") == both
    text = 'We support para 13, with the addition of "assessed" before "contributions".'
    assert asked(text) == [("support", "13"), ("insert_phrase", "13")]
    text = "We cannot accept para 13 and request its deletion."
    assert asked(text) == [("oppose", "13"), ("delete_paragraph", "13")]
    text = 'Delete para 13 or replace "agree" by "consider".'
    assert asked(text) == [("delete_paragraph", "13"), ("replace_phrase", "13")]


@pytest.mark.parametrize(
    "text",
    [
        'Para 13: add "assessed" before "contributions". Para 6: an odd thing to say at all.',
        'Para 13: add "assessed" before "contributions". The word wells is unfortunate in OP6.',
        'Para 13: add "assessed" before "contributions".\n\nThe word wells is unfortunate in OP6.',
    ],
)
def test_what_is_understood_hides_nothing_that_is_not(text: str) -> None:
    assert asked(text) == [("insert_phrase", "13")]
    assert len(not_understood(text)) == 1


def test_a_reason_behind_a_change_needs_no_notice() -> None:
    assert not_understood('Para 12: delete "voluntary". This overlaps with para 13.') == []


# text, operation, target, words asked for, words to go
FORMS = [
    ("Para 5: 2028 → 2027", "replace_phrase", "5", "2027", "2028"),
    ("Para 5: change 2028 to 2027.", "replace_phrase", "5", "2027", "2028"),
    ("On para. 5, we would prefer 2027 instead of 2028.", "replace_phrase", "5", "2027", "2028"),
    ("OP12: voluntary -> binding", "replace_phrase", "OP12", "binding", "voluntary"),
    ('In paragraph 5, "invite" should become "urge".', "replace_phrase", "5", "urge", "invite"),
    ('Para 5: "urge" instead of "invite"', "replace_phrase", "5", "urge", "invite"),
    ("Au paragraphe 5, lire « 2027 » au lieu de « 2028 ».", "replace_phrase", "5", "2027", "2028"),
    ("In OP6, after “wells” we would like to see “, springs,”.", "insert_phrase", "OP6",
     ", springs,", ""),
    ("para 6: after the words ‘the wells’ add ‘, and springs,’", "insert_phrase", "6",
     ", and springs,", ""),
    ('Our proposal for para 6 is: "We guard them."', "replace_paragraph", "6", "We guard them.",
     ""),
    ("Le paragraphe 6 devrait se lire comme suit : « Gardons-les. »", "replace_paragraph", "6",
     "Gardons-les.", ""),
    ("OP6 - Replace with the following:\n\n“6. We guard the wells.”", "replace_paragraph", "OP6",
     "We guard the wells.", ""),
    ("OP6 should be replaced by the following text: “We guard them.”", "replace_paragraph", "OP6",
     "We guard them.", ""),
    ("“6. We guard the wells.”", "replace_paragraph", "6", "We guard the wells.", ""),
    ("Para 6 should read:\n\n> We guard the wells.", "replace_paragraph", "6",
     "We guard the wells.", ""),
    ("Para 8 (c) [new]: a place to rest.", "insert_new_paragraph", "8(c)", "a place to rest.", ""),
    ('Para 8: add a new (c) "a place to rest".', "insert_new_paragraph", "8(c)",
     "a place to rest", ""),
    ("OP21bis (NEW) We thank the cooks.", "insert_new_paragraph", "OP21bis", "We thank the cooks.",
     ""),
    ("21 bis (new)\n\nWe thank the cooks.", "insert_new_paragraph", "21bis", "We thank the cooks.",
     ""),
    ("New para 21bis – We thank the cooks.", "insert_new_paragraph", "21bis",
     "We thank the cooks.", ""),
    ("Ajouter un nouveau paragraphe 21 bis : « Merci. »", "insert_new_paragraph", "21bis",
     "Merci.", ""),
    ("Insérer un paragraphe 21 bis libellé comme suit : « Merci. »", "insert_new_paragraph",
     "21bis", "Merci.", ""),
    ("Agréguese un nuevo párrafo 21 bis: «Gracias.»", "insert_new_paragraph", "21bis", "Gracias.",
     ""),
    ("OP13: to be deleted", "delete_paragraph", "OP13", "",
     "We agree to establish a River Fund financed by the contributions of its members."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "operation", "target", "new", "old"), FORMS)
def test_a_usual_form_is_read(text: str, operation: str, target: str, new: str, old: str) -> None:
    found = only(text)
    assert (found.operation, [str(each) for each in found.target]) == (operation, [target])
    assert (found.text, found.cut) == (new, old)
    assert from_text(text, BASE, ("Delta",)).notices == ()


def test_each_place_of_two_insertions_is_an_anchor_and_no_inserted_word() -> None:
    found = read("Para 8(b): after “clean” add “cool” [AND] after “ferries” add “and rafts”.")
    places = [(each.text, each.anchor.words) for each in found if each.anchor is not None]
    assert places == [("cool", "clean"), ("and rafts", "ferries")]


def test_labels_with_a_carrier_fit_a_draft_without() -> None:
    found = only("Move OP21 to after OP6.")
    assert found.place is not None
    assert str(found.place.label) == "6"
    assert asked("Move para 21 up so that it follows para 6.") == [("move_paragraph", "21")]
    assert asked("Delete OP12-OP13") == [("delete_paragraph", "OP12"), ("delete_paragraph", "OP13")]


@pytest.mark.parametrize(
    "text",
    [
        'Merge paras 4 and 5 to read: "We open all gates."',
        'Merge paras 4 and 5. The merged paragraph should read: "We open all gates."',
    ],
)
def test_a_merger_keeps_the_text_it_is_given(text: str) -> None:
    found = only(text)
    assert (found.operation, found.whole) == ("merge_paragraphs", "We open all gates.")
    assert not_understood(text) == []
