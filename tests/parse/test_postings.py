"""A saved discussion page as plain text: what its postings are, and what they are not.

The page, discussion.txt, is invented; its lines follow the grammar of a flattened forum page.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from amend.model.submission import Doubt, PartyRole, Posting, Register, Relation
from amend.notices import Code
from amend.parse.postings import read_register
from amend.read.page import read_page, read_page_bytes

PAGE = Path(__file__).parent / "discussion.txt"
POSTED = "\n\nIn reply to by Ana Ruiz\n"


def read(text: str, file: str = "page.txt") -> Register:
    return read_register(read_page_bytes(text.encode(), file))


def posted(*texts: str) -> tuple[Posting, ...]:
    """The postings of a page on which everybody answers Ana Ruiz."""
    return read("".join(f"{text}{POSTED}\n" for text in texts)).postings


@pytest.fixture(scope="module")
def register() -> Register:
    return read_register(read_page(PAGE))


def labels(posting: Posting) -> list[str]:
    return [str(each.label) for each in posting.references]


def test_every_posting_has_its_lines(register: Register) -> None:
    starts = [each.opening.split()[0] for each in register.postings]
    assert starts == [
        *("What", "The", "Small", "Please", "Dear", "On", "Estimada", "Correction", "Harbour"),
        *("The", "Statement", "Hello,", "Para", "Please", "Norway's", "The"),
    ]
    ends = [each.line_end for each in register.postings]
    assert all(
        each.line_start > end for each, end in zip(register.postings[1:], ends, strict=False)
    )


def test_what_the_site_prints_is_no_posting(register: Register) -> None:
    said = " ".join(each.text for each in register.postings)
    assert "Skip to navigation" not in said
    assert "Log in" not in said
    assert "Contact us" not in said


def test_only_cuts_that_no_line_shows_are_in_doubt(register: Register) -> None:
    guessed = [each.n for each in register.postings if Doubt.BOUNDARY in each.uncertain]
    assert guessed == [9, 10, 11, 12, 13]
    told = {each.code: each.text for each in register.notices}
    assert told[Code.BOUNDARY_GUESSED].startswith("no line parts postings 9 to 13 from")


def test_stages_follow_own_words_then_the_thread_then_the_place(register: Register) -> None:
    stages = [(each.stage, each.stage_basis) for each in register.postings]
    assert stages[:4] == [
        *[("pre-zero", "prompt"), ("pre-zero", "thread"), ("pre-zero", "thread")],
        ("zero", "prompt"),
    ]
    assert stages[7:11] == [
        *[("zero", "thread"), ("rev1", "explicit"), ("rev1", "explicit")],
        ("rev1", "position"),
    ]
    assert {each.n for each in register.postings if Doubt.STAGE in each.uncertain} == {11, 13}
    assert any(each.code is Code.STAGE_GUESSED for each in register.notices)


def test_prompts_speak_for_the_host_of_the_page(register: Register) -> None:
    prompts = [each for each in register.postings if each.kind == "moderator_prompt"]
    assert [each.thread for each in prompts] == ["Q1", "zero", "rev2"]
    assert {each.organisations for each in prompts} == {("Coastal Waters Commission",)}
    assert {each.person for each in prompts} == {"Marta Beltran"}


def test_who_speaks_is_told_by_the_text_or_the_account(register: Register) -> None:
    who = {each.n: (each.organisations, each.organisation_basis) for each in register.postings}
    assert who[2] == (("Delta Fishers' Union",), "text + e-mail domain")
    assert who[3] == ((), None)
    assert who[5] == (("Norway",), "text")
    assert who[8] == (("Redlitoral",), "e-mail domain (name uncertain)")
    assert who[10] == (("Institute for Tidal Studies", "Sail Free"), "text + e-mail domain")


def test_everybody_has_a_role(register: Register) -> None:
    roles = {each.name: each.role for each in register.postings[9].parties}
    assert roles == {
        "Institute for Tidal Studies": PartyRole.SUBMITTER,
        "Sail Free": PartyRole.CO_SUBMITTER,
        "Ocean Bureau": PartyRole.SUPPORTER,
        "paper@tidalstudies.org": PartyRole.POSTER,
    }
    assert [each.role for each in register.postings[15].parties] == [PartyRole.ENDORSER]


def test_groups_of_states_are_known_as_groups(register: Register) -> None:
    groups = [each.name for one in register.postings for each in one.parties if each.is_group]
    assert groups == ["Group of 77 and China", "AOSIS"]


def test_a_person_is_who_signs_never_who_is_spoken_to(register: Register) -> None:
    people = [each.person for each in register.postings if each.kind != "moderator_prompt"]
    assert people == [
        *(None, None, "Ingrid Solheim", None, "Lucía Ferrer", "Lucía Ferrer"),
        *[None] * 7,
    ]


def test_languages_and_dates_are_read(register: Register) -> None:
    assert register.postings[6].language == "es"
    statement = register.postings[10]
    assert (statement.date, statement.date_kind) == ("2027-06-14", "event_delivered")
    assert register.postings[4].date is None, "the date of the draft dates no comment on it"


def test_paragraphs_are_named_with_the_reason(register: Register) -> None:
    fifth = register.postings[4]
    assert labels(fifth) == ["4", "5bis", "7", "8", "9", "12"]
    assert [each.relation for each in fifth.references] == [
        *[Relation.WELCOMES] * 5,
        Relation.PROPOSES_LANGUAGE,
    ]
    last = register.postings[14].references
    assert [(str(each.label), each.phrase) for each in last] == [
        *[("4", ""), ("12bis", "")],
        ("None", "dredging"),
    ]
    assert last[2].relation is Relation.SECTION


def test_other_numbers_are_listed_as_no_references(register: Register) -> None:
    said = {each.n: [one.text for one in each.non_references] for each in register.postings}
    assert said[2] == ["3 per cent", "Goal 14", "target 14.b"]
    assert said[3] == ["2 of the 15 chapters"]
    assert said[15] == ["article 3 of the Convention"]


def test_words_asked_for_are_kept_with_their_paragraph(register: Register) -> None:
    asked = {
        each.n: [(str(one.label), one.operation, one.text) for one in each.proposals]
        for each in register.postings
        if each.proposals
    }
    assert asked == {
        5: [("12", "delete_phrase", "where possible")],
        7: [("9", "insert_phrase", "y de las mujeres")],
        13: [
            ("6", "replace_phrase", "shall"),
            (
                "6quater",
                "insert_new_paragraph",
                "We decide to hold a yearly meeting of young pilots.",
            ),
        ],
    }


def test_postings_are_tied_to_each_other(register: Register) -> None:
    by = {each.n: each for each in register.postings}
    assert by[8].supersedes == 7
    assert by[16].endorses == (9,)
    assert [each.names for each in register.aliases] == [
        ("Red de Mujeres del Litoral", "Redlitoral")
    ]
    assert any(each.code is Code.ALIAS_PROPOSED for each in register.notices)


def test_what_a_page_holds_back_is_told() -> None:
    cut, teaser, whole, attached = posted(
        "The harbour needs light and the boats need...",
        "The harbour needs light.\n\nread more",
        "The harbour needs light at night.",
        "Please find our comments in the attached file.",
    )
    assert [each.truncated for each in (cut, teaser, whole, attached)] == [True, True, False, False]
    assert [each.complete for each in (cut, teaser, whole, attached)] == [False, False, True, False]
    assert teaser.text == "The harbour needs light."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Please find our comments attached.", "stated"),
        ("Enclosed are our edits in track changes.", "stated (tracked changes)"),
        ("Delta Watch submits its comments on the zero draft.", "implied"),
        ("Please find our paper here: https://example.org/paper", "link"),
        ("We believe that harbours need light.", "none visible"),
    ],
)
def test_a_file_is_stated_linked_implied_or_not_there(text: str, shown: str) -> None:
    assert posted(text)[0].attachment == shown


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Our comments on REV1.", "rev1"),
        ("Our comments on Rev. 3 of the zero draft.", "rev3"),
        ("Our comments on the first revision.", "rev1"),
        ("Aportes al borrador cero de la Red del Mar.", "zero"),
        ("Our input ahead of the zero draft.", "pre-zero"),
        ("We hope this will inform the zero draft.", None),
        ("Thanks for this third draft.", None),
        ("We look forward to Rev 4.", None),
    ],
)
def test_own_words_name_a_stage(text: str, stage: str | None) -> None:
    assert posted(text)[0].stage == stage


def test_a_later_stage_beats_the_thread_and_an_earlier_one_is_a_contrast() -> None:
    page = "Please share your comments on Rev 2 here.\n\nProfile picture for user ana@x.org\n\n"
    told = (
        "Our comments on Rev 3 are attached.",
        "Rev 1 had a strong clause on light, which is no longer there.",
        "Late as we are, please find attached our comments on Rev 1.",
    )
    read_back = read(page + "".join(f"{each}{POSTED}\n" for each in told)).postings[1:]
    assert [(each.stage, each.stage_basis) for each in read_back] == [
        ("rev3", "explicit over thread"),
        ("rev2", "thread"),
        ("rev1", "explicit over thread"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In Harbour Watch's 12 Steps we read that light is needed.",
        "The Secretary General's report names the needs of harbours.",
        "The Coastal Pact should highlight that no progress was made.",
        "Member States should build harbours.",
        "We support the comments of Harbour Watch and members.",
    ],
)
def test_who_is_only_spoken_of_is_no_submitter(text: str) -> None:
    assert posted(text)[0].organisations == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Comments by Mexico on Rev 1.", ["Mexico"]),
        ("Climate, Coast, and Harbour Platform submits its input.",
         ["Climate, Coast, and Harbour Platform"]),
        ("The Office of the UN High Commissioner for Human Rights (OHCHR) welcomes Rev 1.",
         ["OHCHR"]),
        ("Please find attached the inputs of the Tide Council Secretariat, as sent by TC.",
         ["Tide Council Secretariat"]),
        ("Trinidad and Tobago submits these comments.", ["Trinidad and Tobago"]),
        ("The Union of Pilots, the Ferry League and Harbour Watch submit a joint paper.",
         ["Union of Pilots", "Ferry League", "Harbour Watch"]),
    ],
)  # fmt: skip
def test_names_are_taken_whole_and_lists_apart(text: str, names: list[str]) -> None:
    assert list(posted(text)[0].organisations) == names


def test_a_text_posted_twice_is_one_submission() -> None:
    text = (
        "Harbours need light, and light needs people who look after it day and night, in every"
        " season, with tools that work and wages that are paid."
    )
    first, again, longer, other = posted(
        text, text.replace("tools", "the tools"), f"{text} And boats need harbours.", "Light."
    )
    assert (again.duplicate_of, again.kind, again.kind_tags) == (
        1,
        "duplicate",
        ("general_comment",),
    )
    assert (first.duplicate_of, longer.duplicate_of, other.duplicate_of) == (None, 1, None)


def test_the_same_ask_against_the_next_revision_is_a_new_instance() -> None:
    one, two = posted(
        "Please find attached the inputs of Harbour Watch on Rev 1, for paragraphs 3 and 4bis.",
        "Please find attached the inputs of Harbour Watch on Rev 2, for paragraphs 3 and 4bis.",
    )
    assert (one.resubmission_of, two.resubmission_of, two.duplicate_of) == (None, 1, None)


def test_a_quoted_paragraph_is_the_base_and_no_words_asked_for() -> None:
    (posting,) = posted(
        "Harbour Watch has a suggestion for an addition to paragraph 8 of the zero draft, pasted"
        ' below:\n\n"8. We commit to light." \n\nWhile we welcome this ...'
    )
    assert [(str(each.label), each.relation) for each in posting.references] == [
        ("8", Relation.PROPOSES_ADDITION),
        ("8", Relation.QUOTES_BASE),
    ]
    assert [(each.operation, each.text, each.complete) for each in posting.proposals] == [
        ("insert", None, False)
    ]
    assert Doubt.QUOTATION in posting.uncertain


def test_yesterday_is_dated_by_others_who_name_the_day() -> None:
    one, two = posted(
        "Our comments on Rev 1, raised in the town hall meeting on 6 April 2027.",
        "Our comments on Rev 1 were also raised in yesterday's town hall meeting.",
    )
    assert (one.date, one.date_kind) == ("2027-04-06", "event_mentioned")
    assert (two.date, two.date_kind) == ("2027-04-07", "derived")
    assert Doubt.DATE in two.uncertain


def test_a_picture_is_never_borrowed_from_the_posting_below() -> None:
    page = f"One needs light.{POSTED}\nTwo needs light.{POSTED}\nProfile picture for user a@b.org\n"
    assert [each.email for each in read(page).postings] == [None, "a@b.org"]


def test_postings_need_no_blank_line_between_them() -> None:
    page = (
        "One needs light.\nProfile picture for user a@one.org\n"
        "Two needs light.\nProfile picture for user b@two.org\n"
    )
    assert [(each.line_start, each.line_end) for each in read(page).postings] == [(1, 2), (3, 4)]


def test_confirmed_names_are_joined_and_no_longer_proposed() -> None:
    page = read_page(PAGE)
    name = "Red de Mujeres del Litoral"
    joined = read_register(page, {name: name, "Redlitoral": name})
    assert joined.postings[7].organisations == (name,)
    assert joined.aliases == ()


def test_a_very_long_posting_is_looked_at_in_part_and_that_is_told() -> None:
    told = read("Alpha and Beta and " * 3000 + POSTED)
    assert len(told.postings[0].text) > 50_000
    assert Code.TEXT_SKIPPED in {each.code for each in told.notices}


@pytest.mark.parametrize(
    "sign",
    ["A ", "Alpha, ", "comments by ", "A/", "rev 1 ", "para 9, ", "Aa", "a.", "(", "1 ", "\u202e"],
)
def test_no_text_makes_the_reading_grow_without_end(sign: str) -> None:
    assert len(read(sign * 1500 + POSTED).postings) <= 1


@pytest.mark.parametrize(
    ("second", "is_new"),
    [
        ("The Boating Union would like them to be loud, and says so in its report.", False),
        ("The report is a joint effort by the Boating Union and the Ferry League.", False),
        ("We thank the Boating Union for its comments.", False),
        ("1. Boating Union comments on Rev 1 are welcome.", False),
        ("The Boating Union submits its comments on Rev 1.", True),
        ("Boating Union: statement at the hearing, 6 May 2026", True),
        ("Please find attached the remarks of the Boating Union.", True),
        ("Dear Ana,", True),
        ("Harbour Watch's further comments on Rev 1", True),
    ],
)
def test_between_top_level_posts_only_a_new_introduction_begins_one(
    second: str, is_new: bool
) -> None:
    page = (
        f"Harbour Watch submits its comments on Rev 1.\n\n{second}\n\nLakes should be quiet, and"
        " harbours too, at night and by day.\n\nProfile picture for user a@example.org\n"
    )
    assert len(read(page).postings) == (2 if is_new else 1)


def test_the_foot_of_a_page_is_no_posting() -> None:
    page = "We need light.\n\nProfile picture for user a@b.org\n\nLinks\n\nMore pages\n"
    assert len(read(page).postings) == 1


def test_a_line_with_a_stage_alone_is_the_head_of_a_thread() -> None:
    first, second = posted("REV 2\n\nWe need light.", "And boats.")
    assert (first.text, first.thread, first.stage_basis) == ("We need light.", "rev2", "thread")
    assert (second.thread, second.stage) == ("rev2", "rev2")
