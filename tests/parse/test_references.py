from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.labels import Label
from amend.model.draft import Paragraph, Revision
from amend.model.source import Run, Source
from amend.parse.references import references

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data"
TABLE = SHARED / "tables" / "references.tsv"
FLOOR = 145  # rows of the shared table that hold; never let it sink

NAMED = {
    "paragraph 9 of our proposal and para 10 of our draft": "9|10",
    "we asked for paragraph 7 in our submission": "7",
    "We support paras 4bis and 17.": "4bis|17",
    "paragraphs 8, 9 (a) and (c), and 11": "8|9(a)|9(c)|11",
    "OPs 3 to 5 and PP 2 bis": "OP3|OP4|OP5|PP2bis",
    "paragraphs 6 bis, ter and quater": "6bis|6ter|6quater",
    "paras 6bis–6quater": "6bis|6ter|6quater",
    "para 12(b)-(d)": "12(b)|12(c)|12(d)",
    "paragraph 12 (a) (i)-(iii)": "12(a)(i)|12(a)(ii)|12(a)(iii)",
    "operative paragraph 9 and preambular paragraph 3": "OP9|PP3",
    "Article 4, paragraphs 1 and 3": "Art4/1|Art4/3",
    "subparagraph (b) of paragraph 3 of article 6": "Art6/3(b)",
    "paragraph 5, sub-paragraphs (b) and (d)": "5(b)|5(d)",
    "the chapeau of para 22 bis": "22bis:chapeau",
    "several of the 31s": "31*",
    "Delete 14 and 15.": "14|15",
    "Merge 7 with 8, please": "7|8",
    "11 ter: please retain": "11ter",
    "18 – delete the last words": "18",
    "Insert a new paragraph after paragraph 6": "new>6|6",
    "paragraph [14] above and Articles [9] and [11]": "14|Art9|Art11",
    "Article 6(4)(b)": "Art6/4(b)",
    "Art. 6 para. 4": "Art6/4",
    "insert after 12 the following paragraph": "12",
    "we thank you for the 42s": "42*",
    "see Article 2 (purpose) and Annex II": "Art2|AnnexII",
    "paragraph 3 of this declaration and of the Convention": "3",
    "paragraph 7 in the light of the Convention": "7",
    "paragraph 9 of the AOSIS proposal": "9",
    "as this declaration says in its paragraph 4": "4",
    "los párrafos 4 a 6": "4|5|6",
    "aux paragraphes 4 à 6": "4|5|6",
    "第9段(a)": "9(a)",
    "المادتان 5 و 6": "Art5|Art6",
    "alinéa b) du paragraphe 4": "4(b)",
    "в пунктах 5 и 7 бис": "5|7bis",
    "第4、6段": "4|6",
    "الفقرتان 4 و 6": "4|6",
}

NOT_OURS = [
    "",
    "the two paragraphs above",
    "Paragraph 8 of our submission says it",
    "in para 3 of our earlier position paper",
    "le paragraphe 4 de notre contribution",
    "Security Council resolution 1325 (2000), paragraph 4",
    "paragraph 12 of the Convention",
    "paragraph 12 of General Assembly resolution 70/1",
    "Article 3, paragraph 1, of the Covenant",
    "the objective of the Convention as set out in its Article 2",
    "A/72/643, paras 12 and 13",
    "UNCLOS, article 76",
    "paragraph 12 of the New York Declaration",
    "para 12 (GCM)",
    "GCM obj 5, para 21",
    "Rule 12 bis",
    "point 5 of our letter",
    "music of the 60s",
    "article 12 ICESCR",
    "paragraph 8 of the annex to decision 4/CP.9",
    "paragraph 4 thereof",
    "SDG 16.9 and target 10.7",
    "pp. 3-4",
    "between 10 and 15 per cent",
    "24 March 2023",
    "We count 12 million people in 40 countries.",
    "an F-16bis and Gate 7 bis",
    "in the 1990s",
    "párr. 7 de la Convención",
    "《公约》第3条",
]


def named(text: str, language: str = "en", draft: Revision | None = None) -> str:
    found = [label for each in references(text, language, draft) for label in each.labels]
    return "|".join(dict.fromkeys(str(label) for label in found))


def draft(*printed: str) -> Revision:
    paragraphs = tuple(
        Paragraph(id=f"p{place}", label=Label.parse(each), runs=(Run("We act."),),
                  source=Source("draft.txt", place), printed=each)
        for place, each in enumerate(printed, 1)
    )  # fmt: skip
    return Revision("Rev 1", paragraphs)


@pytest.mark.parametrize(("text", "labels"), NAMED.items())
def test_what_is_named_is_found(text: str, labels: str) -> None:
    assert named(text) == labels


@pytest.mark.parametrize("text", NOT_OURS)
def test_what_belongs_to_others_or_counts_something_else_is_left_alone(text: str) -> None:
    assert named(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        'In OP 9, add "recalling paragraph 30 of the report"',
        "In OP 9, add “see para 4”",
        "In OP 9, insert « le paragraphe 4 »",
    ],
)
def test_numbers_in_quotations_name_nothing(text: str) -> None:
    assert named(text) == "OP9"


def test_a_german_bis_is_a_range() -> None:
    assert named("Ziffern 4 bis 6") == "4|5|6"
    assert named("Absatz 4bis") == "4bis"


def test_points_are_paragraphs_in_french_only() -> None:
    assert named("aux points 4 et 5", language="fr") == "4|5"


def test_a_range_takes_in_what_the_draft_holds_between_its_ends() -> None:
    held = draft("5", "5bis", "5ter", "6", "6(a)", "7", "7bis", "8")
    assert named("paras 5 to 7") == "5|6|7"
    assert named("paras 5 to 7", draft=held) == "5|5bis|5ter|6|7"


def test_a_family_is_what_the_draft_holds_of_a_number() -> None:
    held = draft("42", "42bis", "42ter", "43")
    assert named("all of the 42s", draft=held) == "42|42bis|42ter"


def test_a_glued_letter_is_what_the_draft_says() -> None:
    assert named("para 9a") == "9a"
    assert named("para 9a", draft=draft("9", "9(a)")) == "9(a)"
    assert named("para 9a", draft=draft("9", "9a", "9(a)")) == "9a"


def test_a_reference_knows_its_place() -> None:
    text = "We welcome paras 9ter and 42bis, and OP 3."
    first, second = references(text)
    assert (first.text, second.text) == ("paras 9ter and 42bis", "OP 3")
    assert text[first.start : first.end] == first.text
    assert first.labels == (Label.parse("9ter"), Label.parse("42bis"))


def test_an_endless_range_names_its_first_end_only() -> None:
    assert named("paras 1 to 999") == "1"


@given(st.text(alphabet="paras. 0123456789bister,andto()-–[]\"'§/OP第段", max_size=60))
def test_any_text_at_all_gives_places_in_it(text: str) -> None:
    last = 0
    for each in references(text):
        assert last <= each.start < each.end <= len(text)
        assert each.labels
        assert each.text == text[each.start : each.end]
        last = each.end


@pytest.mark.parametrize(
    "text",
    ["第1、" * 20_000, "الفقرة " + "9 و " * 20_000, "1." * 20_000, "9 bis, " * 7_000, "(" * 100_000]
    + ["9" * 100_000, "'a " * 30_000, "»a " * 30_000, "para 9" + " " * 50_000 + "of", "a" * 50_000]
    + ["Article* " * 5_000 + "9", "paragraph 4 of the " * 2_000, "[" * 50_000 + "9", "第" * 50_000],
)
def test_a_hostile_text_is_read_in_proportion_to_its_length(text: str) -> None:
    assert isinstance(references(text), tuple)


@pytest.mark.skipif(not TABLE.exists(), reason="the shared tables are not beside the project")
def test_the_table_of_references_holds(capsys: pytest.CaptureFixture[str]) -> None:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
    wrong = [row[0] for row in rows if named(row[0]) != row[1]]
    with capsys.disabled():
        sys.stdout.write(f"\nreferences.tsv: {len(rows) - len(wrong)} of {len(rows)} rows hold\n")
    assert len(rows) - len(wrong) >= FLOOR, wrong


@pytest.mark.skipif(not SHARED.exists(), reason="the shared documents are not beside the project")
def test_the_discussion_page_names_what_its_register_says() -> None:
    page = next((SHARED / "seed").glob("*.txt")).read_text(encoding="utf-8")
    lines = [named(line) for line in page.splitlines()]
    assert {place: each for place, each in enumerate(lines, 1) if each} == {
        345: "32",
        444: "9ter|42bis",
        452: "9ter|42bis",
        482: "56a",
        540: "10|21|23|43*",
        567: "23|33|42ter",
        601: "23|33|42ter",
        610: "9pre",
    }


@pytest.mark.parametrize(
    "text",
    ["Para 9 may be deleted.", "para 9 May be deleted", "Paragraph 9 may also be moved."],
)
def test_a_verb_behind_a_number_is_no_month(text: str) -> None:
    assert [str(label) for each in references(text) for label in each.labels] == ["9"]


@pytest.mark.parametrize("text", ["We met on 9 May 2021.", "by 9 may 2021", "till 9 March"])
def test_a_day_of_a_month_is_no_paragraph(text: str) -> None:
    assert references(text) == ()
