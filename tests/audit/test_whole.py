"""Whole audits: which reading of OLD is taken, and files that do not go together."""

from __future__ import annotations

from pathlib import Path

import pytest

import amend
from amend.errors import AmendError, ReadError
from amend.model.audit import Base, Standing
from amend.notices import Code
from tests.audit.files import Audits, lines, put
from tests.builders import deleted, docx, ins, item, para, run

RIVER = "We commit to keep the river free for all boats."
LAKE = "We will measure the level of the lake each morning."
PORT = "We invite the ports to share what the dredging costs."
MARKED = para("We commit to keep the river ", ins("always ", by="Chair"), "free for all boats.")
BOTH = para("We commit to keep the river ", ins("always ", by="Chair"), "free for ",
            deleted("all ", by="Delta"), "boats.")  # fmt: skip


def test_tracked_changes_of_old_count_as_accepted(audits: Audits) -> None:
    accepted = RIVER.replace("river ", "river always ")
    audit = audits((MARKED, LAKE), (accepted, LAKE))
    assert audit.base is Base.ACCEPTED
    assert not audit.is_silent
    assert audit.notices[0].code is Code.BASE_CHOSEN


def test_marks_that_new_carries_still_are_not_accepted_yet(audits: Audits) -> None:
    audit = audits((MARKED, LAKE), (BOTH, LAKE))
    assert audit.base is Base.REJECTED
    assert lines(audit) == [
        "We commit to keep the river {+always }free for {-all }boats.",
    ]
    assert "read with them rejected" in audit.notices[0].text


def test_some_marks_may_be_accepted_and_some_kept(audits: Audits) -> None:
    other = para("We will ", ins("jointly ", by="Chair"), "measure the level of the lake.")
    taken = "We will jointly measure the level of the lake."
    audit = audits((MARKED, other, PORT), (BOTH, taken, PORT))
    assert audit.base is Base.AS_KEPT
    assert not audit.is_silent


def test_marks_that_somebody_rejected_on_the_way_are_silent(audits: Audits) -> None:
    other = para("We will ", ins("jointly ", by="Chair"), "measure the level of the lake.")
    third = para("We invite ", ins("all ", by="Chair"), "ports.")
    rejected = ("We will measure the level of the lake.", "We invite ports.")
    audit = audits((MARKED, other, third), (BOTH, *rejected))
    assert audit.base is Base.AS_KEPT
    assert lines(audit)[1:] == [
        "We will {!-jointly }measure the level of the lake.",
        "We invite {!-all }ports.",
    ]


def test_marks_that_are_gone_while_others_stand_are_told(audits: Audits) -> None:
    other = para("We will ", ins("jointly ", by="Chair"), "measure the level of the lake.")
    taken = "We will jointly measure the level of the lake."
    notices = audits((MARKED, other), (BOTH, taken)).notices
    (settled,) = (each for each in notices if each.code is Code.MARKS_SETTLED)
    assert "of the 2 marks in old.docx it carries 1 still; settled are 1 by Chair" in settled.text
    assert not any(
        each.code is Code.MARKS_SETTLED for each in audits((MARKED, other), (BOTH, other)).notices
    )


_ALL = ins("women and girls ", by="Chair")


@pytest.mark.parametrize(
    "kept",
    [
        (ins(run("women ") + run("and ", "<w:b/>") + run("girls "), by="Chair"),),
        (ins("women ", by="Chair"), ins("all ", by="Delta"), ins("and girls ", by="Chair")),
        (ins("women ", by="Chair"), ins(deleted(run("and girls "), by="Delta"), by="Chair")),
        (ins("women and girls ", by="Author", date=""),),
    ],
)
def test_a_mark_is_known_again_however_it_is_cut(audits: Audits, kept: tuple[str, ...]) -> None:
    audit = audits((para("We see ", _ALL, "here."), LAKE), (para("We see ", *kept, "here."), LAKE))
    assert not audit.is_silent
    assert not list(audit.edits(Standing.UNREAL))


def test_words_struck_by_hand_are_told(audits: Audits) -> None:
    struck = para("We commit to keep the river ", run("free ", "<w:strike/>"), "for all boats.")
    codes = [each.code for each in audits((RIVER,), (struck,)).notices]
    assert Code.STRUCK_BY_HAND in codes
    assert Code.STRUCK_BY_HAND not in [each.code for each in audits((struck,), (struck,)).notices]


def test_a_person_may_say_how_old_is_read(audits: Audits) -> None:
    audit = audits((MARKED, LAKE), (BOTH, LAKE), base="accepted")
    assert audit.base is Base.ACCEPTED
    assert list(audit.edits(Standing.UNREAL))


def test_another_base_is_refused_with_the_choices(audits: Audits) -> None:
    with pytest.raises(AmendError) as refusal:
        audits((RIVER,), (RIVER,), base="newest")
    assert "accepted or --base rejected" in refusal.value.hint


def test_a_file_without_marks_declares_nothing_and_all_of_it_is_silent(audits: Audits) -> None:
    audit = audits((RIVER, LAKE), (RIVER, LAKE.replace("each", "every")))
    assert not audit.declares
    assert len(audit.silent) == 1


def test_files_in_the_wrong_order_are_told(audits: Audits) -> None:
    assert audits((BOTH, LAKE), (RIVER, LAKE)).is_turned
    assert not audits((RIVER, LAKE), (BOTH, LAKE)).is_turned


def test_a_text_that_has_the_changes_already_is_told(audits: Audits) -> None:
    accepted = "We commit to keep the river always free for boats."
    audit = audits((accepted, LAKE), (BOTH, LAKE))
    assert audit.is_late
    assert not list(audit.edits(Standing.DECLARED))


def test_files_that_have_little_in_common_are_hardly_one_draft(audits: Audits) -> None:
    audit = audits((RIVER, LAKE), ("Minutes of a meeting on wool prices.", "Nobody came."))
    assert not audit.is_related
    assert audit.share < 0.3


def test_a_file_with_itself_has_everything_in_common(audits: Audits) -> None:
    audit = audits((RIVER, LAKE), (RIVER, LAKE))
    assert audit.share == 1.0
    assert not audit.is_silent
    assert not any(each.is_changed for each in audit.paragraphs)


def test_only_a_word_file_can_declare_its_changes(tmp_path: Path) -> None:
    old, new = put(tmp_path, "old", (RIVER,)), put(tmp_path, "new", RIVER)
    with pytest.raises(ReadError) as refusal:
        amend.audit(old, new)
    assert "only a Word file" in refusal.value.message
    assert "OLD may have any format" in refusal.value.hint
    assert amend.audit(new, old).silent == ()


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        amend.audit(put(tmp_path, "old", (RIVER,)), tmp_path / "gone.docx")


def test_marks_without_a_name_are_counted_apart(audits: Audits) -> None:
    new = para(RIVER, ins(" Always.", by=""))
    (author,) = audits((RIVER,), (new,)).authors
    assert author.author is None
    assert author.words_in == 1


_LIST = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
_FIRST = item(ins("We meet in autumn."), mark="ins")
_SECOND = item(ins("We thank the host."), mark="ins")
_AUTUMN, _THANKS = item("We meet in autumn."), item("We thank the host.")


@pytest.mark.parametrize(
    "kept", [(_FIRST, _SECOND), (_AUTUMN, _SECOND), (_FIRST, _THANKS), (_AUTUMN, _THANKS)]
)
def test_numbers_follow_the_marks_that_were_kept_and_those_that_were_accepted(
    audits: Audits, kept: tuple[str, str]
) -> None:
    def numbered(first: str, second: str) -> bytes:
        return docx(first, item(RIVER), second, item(LAKE), item(PORT), numbering=_LIST)

    audit = audits(numbered(_FIRST, _SECOND), numbered(*kept))
    assert not audit.is_silent
    assert not list(audit.edits(Standing.UNREAL))


@pytest.mark.parametrize("accepted", [0, 1, 2])
def test_of_marks_with_the_same_words_the_one_that_was_accepted_is_known(
    audits: Audits, accepted: int
) -> None:
    opening = ("We see women", "We hear men", "We ask children")
    marked = [para(each, ins(" and youth"), " here.") for each in opening]
    new = list(marked)
    new[accepted] = f"{opening[accepted]} and youth here."
    audit = audits(tuple(marked), tuple(new))
    assert not audit.is_silent
    assert not list(audit.edits(Standing.UNREAL))
    assert "it carries 2 still" in next(
        each.text for each in audit.notices if each.code is Code.MARKS_SETTLED
    )
