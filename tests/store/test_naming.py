"""The names of revisions: one name for all their spellings, none where a name would be a guess."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.errors import WorkspaceError
from amend.store.naming import Rank, Stage, find, revision_name, same_name, stage_of
from amend.store.workspace import DraftFile


def drafts(*names: str) -> list[DraftFile]:
    return [DraftFile(Path(name), name) for name in names]


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("zero", "Zero draft"),
        ("ZERO", "Zero draft"),
        ("zero-draft", "Zero draft"),
        ("Zero draft", "Zero draft"),
        ("draft zero", "Zero draft"),
        ("Draft_0", "Zero draft"),
        ("borrador cero", "Zero draft"),
        ("avant-projet zéro", "Zero draft"),
        ("20210726 Forum zero draft", "Zero draft"),
        ("pre-zero", "Pre-zero draft"),
        ("prezero draft", "Pre-zero draft"),
        ("rev1", "Rev 1"),
        ("REV 1", "Rev 1"),
        ("Rev_2", "Rev 2"),
        ("rev.3", "Rev 3"),
        ("REV-1", "Rev 1"),
        ("Rev01", "Rev 1"),
        ("Rev.10", "Rev 10"),
        ("Rev.1.1", "Rev 1.1"),
        ("rev1a", "Rev 1a"),
        ("revision 2", "Rev 2"),
        ("RÉVISION 2", "Rev 2"),
        ("revised draft 2", "Rev 2"),
        ("first revision", "Rev 1"),
        ("2nd revision", "Rev 2"),
        ("Rev 1 of the Zero Draft", "Rev 1"),
        ("zero draft rev 1", "Rev 1"),
        ("draft-rev2-clean", "Rev 2"),
        ("rev1-v2", "Rev 1"),
        ("rev2-2015-12-09", "Rev 2"),
        ("A_CONF.219_L.1_Rev.10", "Rev 10"),
        ("draft1", "Draft 1"),
        ("third draft", "Draft 3"),
        ("v2", "Version 2"),
        ("final", "Final"),
        ("final draft", "Final"),
        ("zero-final", "Zero draft"),
        ("adopted", "Adopted"),
        ("final as adopted", "Adopted"),
        ("2015-12-12", "2015-12-12"),
        ("12-dec-2015", "2015-12-12"),
        ("rev 12 dec 2015", "2015-12-12"),
    ],
)
def test_a_stem_gives_the_name_people_use(stem: str, name: str) -> None:
    assert revision_name(stem) == name
    assert revision_name(unicodedata.normalize("NFD", stem)) == name


@pytest.mark.parametrize(
    "stem",
    [
        "",
        "chairs text",
        "rev1-to-rev2",
        "draft 2 rev 1",
        "revised zero draft",
        "pre-zero and zero draft",
        "rev",
        "revision",
        "prev1",
        "rev 100",
        "rev1bis",
        "netzero",
        "semifinals",
        "2015",
        "12-10-2015",
        "9 dec 2015 to 12 dec 2015",
    ],
)
def test_a_stem_that_names_none_or_two_gives_no_name(stem: str) -> None:
    assert revision_name(stem) is None


STAGES = st.one_of(
    st.sampled_from([Rank.PRE_ZERO, Rank.ZERO, Rank.FINAL, Rank.ADOPTED]).map(Stage),
    st.builds(
        Stage,
        st.just(Rank.NUMBERED),
        st.lists(st.integers(1, 99), min_size=1, max_size=2).map(tuple),
        st.sampled_from(["", "a", "b"]),
        st.sampled_from(["Rev", "Draft", "Version"]),
    ),
)


@given(STAGES)
def test_a_stage_prints_and_reads_back(stage: Stage) -> None:
    again = stage_of(str(stage))
    assert again == stage
    assert again is not None
    assert again.family == stage.family


@given(STAGES, STAGES)
def test_two_names_are_the_same_only_if_they_print_alike(one: Stage, other: Stage) -> None:
    assert (same_name(str(one)) == same_name(str(other))) is (str(one) == str(other))


@given(st.text())
def test_any_text_has_a_name_or_none(text: str) -> None:
    name = revision_name(text)
    assert name is None or revision_name(name) == name
    assert same_name(same_name(text)) == same_name(text)


@pytest.mark.parametrize("asked", ["rev1", "Rev 1", "REV.1", "rev_1", "revision 1", "Rev 01"])
def test_a_user_may_spell_a_revision_in_any_way(asked: str) -> None:
    assert find(asked, drafts("Zero draft", "Rev 1", "Rev 11")).name == "Rev 1"


def test_a_name_is_found_among_names_of_all_kinds() -> None:
    there = drafts("Zero draft", "Chair's text", "2015-12-12", "Rev 1 corrected", "Rev 1")
    assert find("12-dec-2015", there).name == "2015-12-12"
    assert find("CHAIR'S_TEXT", there).name == "Chair's text"
    assert find("rev 1 corrected", there).name == "Rev 1 corrected"
    assert find("Rev 1", there).name == "Rev 1"
    assert find("zero", there).name == "Zero draft"


def test_an_unknown_name_is_refused_with_the_choices() -> None:
    with pytest.raises(WorkspaceError, match="'rev 9'") as refusal:
        find("rev 9", drafts("Zero draft", "Rev 1"))
    assert refusal.value.hint == "Name one of Zero draft, Rev 1."
    with pytest.raises(WorkspaceError, match="none is stored"):
        find("rev 9", [])


def test_a_name_that_two_revisions_share_is_asked_back() -> None:
    with pytest.raises(WorkspaceError, match=r"may be any of Rev 1, rev\.1"):
        find("REV-1", drafts("Rev 1", "rev.1"))
    assert find("rev.1", drafts("Rev 1", "rev.1")).name == "rev.1"
