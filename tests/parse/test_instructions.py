"""What a sentence asks for: the operation, its words, and the paragraph it is about."""

from __future__ import annotations

import csv
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.labels import Label
from amend.model.draft import Revision
from amend.model.proposal import Operation, Proposal, Where
from amend.model.source import SourceText
from amend.notices import Code
from amend.parse.draft import parse
from amend.parse.passages import blocks_of
from amend.parse.proposals import from_text
from amend.parse.quotations import is_cut, quotations

OPERATIONS = Path(__file__).parents[3] / "shared" / "data" / "tables" / "operations.tsv"

DRAFT = """Recalling the outcome of the second meeting on rivers,

5. We welcome the work of the basin councils.

9. We commit to ensure access to basic services for children and herders.

9ter. We recognize that all persons share the rivers, regardless of status.

10. We encourage members to act, where feasible, on drought. This includes voluntary measures
by cities. The measures will be reviewed.

11. We decide to:

(a) strengthen the gauges;

(b) support voluntary return.

12. We stress [all] the need for data, and illegal wells shall be closed.

14. We commit to reduce illegal wells.

28. We urge cooperation.

31. We commit to protect families. We further commit to protect children in cities.
"""


def draft_of(text: str, name: str = "Rev 1") -> Revision:
    return parse(SourceText("rev1.txt", "", "txt", blocks_of(text)), name)


BASE = draft_of(DRAFT)


def read(text: str, base: Revision = BASE) -> tuple[Proposal, ...]:
    return from_text(text, base, ("Delta",)).proposals


def only(text: str) -> Proposal:
    found = read(text)
    assert len(found) == 1, [each.operation for each in found]
    return found[0]


def codes(text: str) -> list[Code]:
    return [each.code for each in from_text(text, BASE, ("Delta",)).notices]


def targets(proposal: Proposal) -> list[str]:
    return [str(label) for label in proposal.target]


# text, operation, target, words asked for, words to go
PHRASES = [
    ('In para 31, after "children" insert "and youth"', "insert_phrase", "31", "and youth", ""),
    ('Para 9ter: add "in all places" at the end', "insert_phrase", "9ter", "in all places", ""),
    ('OP9, line 2, before "children" add "all"', "insert_phrase", "OP9", "all", ""),
    ("In para 9, insert ‘safe’ before ‘access’", "insert_phrase", "9", "safe", ""),
    ("In para 9, insert „safe“ before „access“", "insert_phrase", "9", "safe", ""),
    ('Add at the end of para 28: "at all levels".', "insert_phrase", "28", "at all levels", ""),
    ("Para 28: add at the end: at all levels of rule", "insert_phrase", "28",
     "at all levels of rule", ""),
    ('one member asked that "and wells" be inserted into paragraph 9', "insert_phrase", "9",
     "and wells", ""),
    ('PP 1: add "annual" before "meeting"', "insert_phrase", "PP1", "annual", ""),
    ('10 (chapeau): add "strongly"', "insert_phrase", "10", "strongly", ""),
    ('Replace "encourage" by "urge" in para 10', "replace_phrase", "10", "urge", "encourage"),
    ('Replace "encourage" with "urge" in para 10', "replace_phrase", "10", "urge", "encourage"),
    ('substitute "urge" for "encourage" in para 10', "replace_phrase", "10", "urge", "encourage"),
    ('Substitute "encourage" with "urge" in para 10', "replace_phrase", "10", "urge", "encourage"),
    ('We prefer "urge" to "encourage" in para 10.', "replace_phrase", "10", "urge", "encourage"),
    ('Instead of "encourage" in para 10, use "urge".', "replace_phrase", "10", "urge", "encourage"),
    ('Change "encourage" to "urge" in OP 10', "replace_phrase", "OP10", "urge", "encourage"),
    ('Para 10: "encourage" → "urge"', "replace_phrase", "10", "urge", "encourage"),
    ('In para 10, "encourage" should be replaced by "urge"', "replace_phrase", "10", "urge",
     "encourage"),
    ("shall/should in para 12: we prefer “should”", "replace_phrase", "12", "should", "shall"),
    ("En el párrafo 9, sustitúyase «ensure» por «guarantee»", "replace_phrase", "9", "guarantee",
     "ensure"),
    ("Remplacer « ensure » par « guarantee » au paragraphe 9.", "replace_phrase", "9", "guarantee",
     "ensure"),
    ('Strike "voluntary" from 11 (b)', "delete_phrase", "11(b)", "", "voluntary"),
    ("We propose to delete the words “where feasible” from paragraph 10", "delete_phrase", "10",
     "", "where feasible"),
    ('Delete from "where feasible" to "drought" in para 10', "delete_phrase", "10", "",
     "where feasible, on drought"),
    ("Delete the last sentence of para 10.", "delete_phrase", "10", "",
     "The measures will be reviewed."),
    ("9. ... [DELETE: basic] ...", "delete_phrase", "9", "", "basic"),
    ("9. We commit to ~~ensure~~ access", "delete_phrase", "9", "", "ensure"),
    ('Para 10: the last sentence should read "They will be reviewed."', "replace_phrase", "10",
     "They will be reviewed.", "The measures will be reviewed."),
    ('Para 28 to read: "We demand cooperation."', "replace_paragraph", "28",
     "We demand cooperation.", ""),
    ("Para 28 should read as follows: We demand cooperation.", "replace_paragraph", "28",
     "We demand cooperation.", ""),
    ('Paragraph 28: "We demand cooperation."', "replace_paragraph", "28", "We demand cooperation.",
     ""),
    ("28. We urge cooperation among all.", "replace_paragraph", "28",
     "We urge cooperation among all.", ""),
    ('Delete paragraph 28 and replace it with: "We demand it."', "replace_paragraph", "28",
     "We demand it.", ""),
    ("Replace paragraph 14 by paragraphs 14, 15 and 16 below", "replace_paragraph", "14", "", ""),
    ("9 alt 2 (Osmere): We vow to ...", "propose_alternative", "9alt2", "We vow to ...", ""),
    ("We suggest the following language for para 9: We grant access.", "replace_paragraph", "9",
     "We grant access.", ""),
    ("Please add “now” (para 31, after “cities”).", "insert_phrase", "31", "now", ""),
    ("Para 31: at the end of the first sentence, add “now”.", "insert_phrase", "31", "now", ""),
    ("Para 9 - no change", "retain", "9", "", ""),
    ("PP5alt", "propose_alternative", "PP5alt", "", ""),
    ("OP28: [urges] [asks] members", "propose_alternative", "OP28", "asks", ""),
    ('Insert a new para 9 pre: "We hear the rivers"', "insert_new_paragraph", "9pre",
     "We hear the rivers", ""),
    ("9pre. We hear the rivers.", "insert_new_paragraph", "9pre", "We hear the rivers.", ""),
    ("9bis. “We hear the rivers.”", "insert_new_paragraph", "9bis", "We hear the rivers.", ""),
    ("Add the following paragraph to the text: 56 a. We ask for more", "insert_new_paragraph",
     "56a", "We ask for more", ""),
    ('New OP after OP 14: "Invites the councils"', "insert_new_paragraph", "new>OP14",
     "Invites the councils", ""),
    ('Add a new subparagraph (c) to para 11: "build wells"', "insert_new_paragraph", "11(c)",
     "build wells", ""),
    ("ADD 9 bis", "insert_new_paragraph", "9bis", "", ""),
    ("Amendment 864: Paragraph 12 a (new)", "insert_new_paragraph", "12a", "", ""),
    ("Move para 14 to after para 9", "move_paragraph", "14", "", ""),
    ("Merge para 10 with 9ter and streamline", "merge_paragraphs", "10|9ter", "", ""),
    ('Split para 31 into two paragraphs after "families."', "split_paragraph", "31", "", ""),
    ("Retain para 9ter", "retain", "9ter", "", ""),
    ('Keep "regardless of status" in para 9ter', "retain", "9ter", "regardless of status", ""),
    ("We welcome the inclusion of paras 9ter and 14", "support", "9ter|14", "", ""),
    ("The EU supports OP 12 as drafted", "support", "OP12", "", ""),
    ("We cannot accept 9 bis", "oppose", "9bis", "", ""),
    ("Revert to Rev 1 language for para 28", "revert", "28", "", ""),
    ("Bracket para 28", "bracket", "28", "", ""),
    ("Delegates retained the brackets in paragraph 12", "bracket", "12", "", ""),
    ('Lift the brackets around "all"', "unbracket", "12", "", ""),
    ("Scrutiny reserve on OP 9", "reserve", "OP9", "", ""),
    ("OP5 agreed ad ref", "set_status", "OP5", "", ""),
    ("Silence was broken on paragraphs 5, 9 and 10", "break_silence", "5|9|10", "", ""),
    ("Renumber the subsequent paragraphs accordingly", "renumber", "", "", ""),
    ("Placeholder for paragraph on wells", "placeholder", "", "", ""),
    ("Strengthen the para on herders", "request_without_text", "", "", ""),
    ("Para 9 is too weak and should be strengthened.", "request_without_text", "9", "", ""),
    ("Include in para 10 a reference to wells.", "request_without_text", "10", "", ""),
    ('What is meant by "basic services" in para 9?', "question", "9", "", ""),
    ('(MOD) 12: typo, "illegal"', "editorial", "12", "", "illegal"),
    ("Withdraw our proposal on para 5", "withdraw", "5", "", ""),
    ("Please find attached our wording for paragraphs 9 and 14.", "attachment", "9|14", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "operation", "target", "words", "cut"), PHRASES)
def test_a_phrasing_gives_its_operation_target_and_words(
    text: str, operation: str, target: str, words: str, cut: str
) -> None:
    found = only(text)
    assert (found.operation.value, "|".join(targets(found))) == (operation, target)
    assert (found.text, found.cut) == (words, cut)


@pytest.mark.parametrize(
    ("text", "where", "words", "until"),
    [
        ('In para 9, after "services" insert "x"', Where.AFTER, "services", ""),
        (
            'In para 9, insert "x" immediately before the word "children"',
            Where.BEFORE,
            "children",
            "",
        ),
        ('Insert "x" between "access" and "basic" in para 9', Where.BETWEEN, "access", "basic"),
        ('In para 9, add "x" at the beginning', Where.BEGINNING, "", ""),
        ('Add "x" to para 9', Where.OPEN, "", ""),
    ],
)
def test_an_anchor_is_read_from_either_side_of_the_words(
    text: str, where: Where, words: str, until: str
) -> None:
    anchor = only(text).anchor
    assert anchor is not None
    assert (anchor.where, anchor.words, anchor.until) == (where, words, until)


@pytest.mark.parametrize(
    ("text", "where", "label", "until"),
    [
        ("9pre. We hear the rivers.", Where.BEFORE, "9", None),
        ("9bis. We hear the rivers.", Where.AFTER, "9", None),
        ("9quater. We hear the rivers.", Where.AFTER, "9ter", None),
        ('New paragraph before para 12: "We hear"', Where.BEFORE, "12", None),
        ('Add "We hear" between operative clauses 9 and 10', Where.BETWEEN, "9", "10"),
        ("Move para 14 to after para 9", Where.AFTER, "9", None),
        ("Move 14 to section IV", Where.OPEN, "S:IV", None),
    ],
)
def test_a_new_or_moved_paragraph_has_its_place(
    text: str, where: Where, label: str, until: str | None
) -> None:
    place = only(text).place
    assert place is not None
    wanted = Label.parse(until) if until else None
    assert (place.where, place.label, place.until) == (where, Label.parse(label), wanted)


def test_several_operations_in_one_block_are_split() -> None:
    found = read('Para 9: replace "ensure" by "grant"; add "today" at the end; delete "basic".')
    assert [each.operation.value for each in found] == [
        "replace_phrase", "insert_phrase", "delete_phrase",
    ]  # fmt: skip
    assert {each.paragraphs for each in found} == {(BASE.labelled(Label.parse("9"))[0].id,)}


def test_an_elliptical_pair_keeps_the_verb_and_the_paragraph() -> None:
    found = read('Add "safe" before "access" and "all" before "children" in para 9.')
    assert [(each.text, targets(each)) for each in found] == [("safe", ["9"]), ("all", ["9"])]


def test_the_same_words_may_be_wanted_in_two_places() -> None:
    found = read('Add "and youth" after "children" in para 9, and after "cities" in para 31.')
    assert [(each.text, targets(each)) for each in found] == [
        ("and youth", ["9"]), ("and youth", ["31"]),
    ]  # fmt: skip


def test_changes_asked_for_by_nouns_are_split_too() -> None:
    found = read(
        'We request the deletion of "basic" in para 9 and the insertion of "x" after "to".'
    )
    assert [(each.operation.value, each.text or each.cut) for each in found] == [
        ("delete_phrase", "basic"), ("insert_phrase", "x"),
    ]  # fmt: skip


def test_who_opposes_two_changes_asks_for_neither() -> None:
    text = 'We cannot accept the deletion of "basic" and the addition of "safe" in para 9.'
    assert {each.operation for each in read(text)} == {Operation.OPPOSE}


def test_a_merger_may_bring_its_own_text() -> None:
    found = only('Combine paras 12 and 14 into one paragraph: "We stress data and dig wells."')
    assert (found.operation, targets(found)) == (Operation.MERGE_PARAGRAPHS, ["12", "14"])
    assert found.whole == "We stress data and dig wells."


def test_each_paragraph_to_be_deleted_is_a_proposal_of_its_own() -> None:
    assert [targets(each) for each in read("Paras 9 and 10: delete.")] == [["9"], ["10"]]


def test_a_reason_that_names_another_paragraph_deletes_nothing_there() -> None:
    assert targets(only("Please delete paragraph 12 because it duplicates para 14.")) == ["12"]


def test_each_actor_in_a_bracket_is_a_proponent_of_its_own() -> None:
    found = read('10. We encourage members to act, [Osmere, Kastrel: delete "where feasible"] now.')
    assert [each.by for each in found] == [("Osmere",), ("Kastrel",)]
    assert {each.cut for each in found} == {"where feasible"}


def test_a_change_throughout_is_one_proposal_for_each_paragraph_that_holds_the_words() -> None:
    found = read('Change "illegal" to "unlicensed" throughout')
    assert [targets(each) for each in found] == [["12"], ["14"]]


def test_an_endorsement_names_whom_it_joins() -> None:
    found = only("The Forum endorses the proposal of the Group of Upstream States on para 14")
    assert (found.operation, found.endorses) == (Operation.ENDORSE, ("Group of Upstream States",))
    assert targets(found) == ["14"]


def test_two_endorsed_names_are_kept_apart() -> None:
    found = only("We support the proposal by Osmere, and the amendment of Kastrel on paragraph 12.")
    assert found.endorses == ("Osmere", "Kastrel")


def test_list_numbers_are_not_paragraphs() -> None:
    found = read("1. Delete para 12.\n\n2. Delete para 14.\n\n3. In para 9, delete 'basic'.")
    assert [targets(each) for each in found] == [["12"], ["14"], ["9"]]


def test_a_list_number_before_a_wish_is_no_new_paragraph() -> None:
    found = read("1. Please add a third dimension to the whole approach of this text.")
    assert [each.operation for each in found] == [Operation.REQUEST_WITHOUT_TEXT]


def test_a_heading_holds_for_the_blocks_below_it() -> None:
    found = read('Paragraph 9\n\nDelete "basic".\n\nParagraph 14\n\nDelete "illegal".')
    assert [targets(each) for each in found] == [["9"], ["14"]]


def test_words_below_a_heading_that_are_like_its_paragraph_are_how_it_should_read() -> None:
    found = only("Para 9\n\nWe commit to grant access to basic services for every herder.")
    assert (found.operation, targets(found)) == (Operation.REPLACE_PARAGRAPH, ["9"])


def test_base_text_set_down_before_its_change_is_no_proposal() -> None:
    quoted = "9. We commit to ensure access to basic services for children and herders."
    found = only(f'{quoted}\n\nAdd "safe" before "access".')
    assert (found.operation, targets(found)) == (Operation.INSERT_PHRASE, ["9"])


def test_base_text_sent_in_alone_stays_a_proposal() -> None:
    found = only("9. We commit to ensure access to basic services for children and herders.")
    assert found.operation is Operation.REPLACE_PARAGRAPH


def test_text_may_stand_in_the_block_behind_its_announcement() -> None:
    found = only('Para 28 to read as follows:\n\n"We demand cooperation."')
    assert (found.operation, found.text) == (Operation.REPLACE_PARAGRAPH, "We demand cooperation.")


def test_an_announced_paragraph_is_the_same_as_the_one_given_later() -> None:
    found = only("1. Create a separate paragraph (9 pre) on rivers.\n\n9pre. We hear the rivers.")
    assert found.text == "We hear the rivers."


def test_points_under_a_new_paragraph_bear_its_label() -> None:
    found = read("9bis. We decide to:\n\n(a) dig wells;\n\n(b) close others.")
    assert [targets(each) for each in found] == [["9bis"], ["9bis(a)"], ["9bis(b)"]]


def test_a_rationale_is_never_read_as_a_request() -> None:
    found = only('9bis. "We hear the rivers." Rationale: para 9 does not say "hear".')
    assert found.text == "We hear the rivers."
    assert read('Rationale: delete "basic" from para 9 is what others want.') == ()


@pytest.mark.parametrize("ending", ["and a...", "and a…", "and a [read more]"])
def test_text_that_is_cut_off_is_not_complete(ending: str) -> None:
    found = only(f"9pre. We hear the rivers {ending}")
    assert found.operation is Operation.INSERT_NEW_PARAGRAPH
    assert not found.complete


@pytest.mark.parametrize(
    "courtesy",
    [
        "Thank you for the opportunity to comment.",
        "The Forum wishes to thank the co-facilitators for their work on Rev 1.",
        "Best regards,",
    ],
)
def test_courtesy_gives_nothing_and_no_notice(courtesy: str) -> None:
    submission = from_text(courtesy, BASE, ("Delta",))
    assert (submission.proposals, submission.notices) == ((), ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("We regret that para 12 was deleted.", Code.NOT_UNDERSTOOD),
        ("Para 20: remove reference to wells", Code.TARGET_UNRESOLVED),
        ("Para 9: remove reference to wells", Code.NOT_UNDERSTOOD),
        ("Regarding para 40, delete the first word.", Code.TARGET_UNRESOLVED),
        ('Para 9: insert "now" after "no such words"', Code.ANCHOR_NOT_FOUND),
        ('Insert "now" after "no such words"', Code.ANCHOR_NOT_FOUND),
        ('Delete "commit" and nothing else', Code.TARGET_AMBIGUOUS),
        ('Add "now" at the end', Code.TARGET_UNRESOLVED),
        ("(b) support return in dignity.", Code.NOT_UNDERSTOOD),
    ],
)
def test_what_cannot_be_placed_is_told(text: str, code: Code) -> None:
    assert code in codes(text)


def test_words_that_stand_elsewhere_are_told_with_their_place() -> None:
    (notice,) = from_text('Para 9: delete "voluntary measures"', BASE, ("Delta",)).notices
    assert notice.code is Code.ANCHOR_NOT_FOUND
    assert "it stands in 10" in notice.text


def test_a_label_that_is_not_in_the_draft_is_told_with_its_neighbours() -> None:
    submission = from_text('Para 13: delete "wells"', BASE, ("Delta",))
    assert submission.proposals[0].paragraphs == ()
    assert "12, 14" in submission.notices[0].text


TWICE = draft_of("3. Option 1 talks of rivers.\n\n3. Option 2 talks of wells.\n\n4. We act.")


def test_a_label_that_stands_twice_gives_both_paragraphs_and_a_notice() -> None:
    submission = from_text("Delete para 3", TWICE, ("Delta",))
    assert len(submission.proposals[0].paragraphs) == 2
    assert [each.code for each in submission.notices] == [Code.TARGET_AMBIGUOUS]


def test_quoted_words_tell_which_of_two_paragraphs_is_meant() -> None:
    submission = from_text('In para 3, delete "wells"', TWICE, ("Delta",))
    assert submission.proposals[0].paragraphs == (TWICE.paragraphs[1].id,)
    assert submission.notices == ()


def test_a_reported_past_is_no_request() -> None:
    assert read('The report adds that "all rivers" were cleaned.') == ()


def test_numbers_in_quoted_text_are_not_targets() -> None:
    found = only('Add "as set out in paragraph 14" at the end of para 9.')
    assert targets(found) == ["9"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('say "x y" now', ["x y"]),
        ("say “x y” now", ["x y"]),
        ("say ‘x y’ now", ["x y"]),
        ("say 'x y' now", ["x y"]),
        ("say „x y“ now", ["x y"]),
        ("say „x y” now", ["x y"]),
        ("say « x y » now", ["x y"]),
        ("say »x y« now", ["x y"]),
        ("states' rights and members' duties", []),
        ("‘members’ duties’", ["members"]),
        ("don’t say ‘it’s so’", ["it’s so"]),
        ("“a ‘b’ c”", ["a ‘b’ c"]),
        ('"a" "b"', ["a", "b"]),
        ('open "to the end', ["to the end"]),
        ('""', []),
    ],
)
def test_every_quotation_style_is_read(text: str, words: list[str]) -> None:
    assert [each.words for each in quotations(text)] == words


@given(st.text(max_size=300))
def test_no_text_whatever_stops_the_reading(text: str) -> None:
    submission = from_text(text, BASE, ("Delta",))
    assert all(each.base == "Rev 1" for each in submission.proposals)


@given(st.text(alphabet="\"'“”„‘’«»ab .", max_size=60))
def test_quotations_stand_where_they_say_and_do_not_overlap(text: str) -> None:
    place = 0
    for each in quotations(text):
        assert place <= each.start < each.end <= len(text)
        assert each.words in text[each.start : each.end]
        place = each.end


@pytest.mark.parametrize(
    "hostile",
    ["after " * 3000, "[" * 15_000, " 'a" * 4000, "delete and " * 3000, "9 bis " * 2000,
     "to propose" + " " * 40_000, "9 (" * 3000, '"' * 9001, "para 9 " * 2000],
)  # fmt: skip
def test_hostile_text_is_read_in_good_time(hostile: str) -> None:
    begun = time.process_time()
    from_text(hostile, BASE, ("Delta",))
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    "hostile", ["suprímase «a» ", "letra a) ", "numeral 7 ", "the second sentence of "]
)
def test_many_parts_and_quotations_cost_in_proportion_to_their_number(hostile: str) -> None:
    def spent(count: int) -> float:
        begun = time.process_time()
        from_text(hostile * count, BASE, ("Delta",))
        return time.process_time() - begun

    spent(10)
    assert spent(3000) < 4 * spent(1500) + 0.2


def test_cut_words_end_in_dots_or_read_more() -> None:
    assert is_cut('and a..."')
    assert not is_cut("and so on.")


@pytest.mark.skipif(not OPERATIONS.exists(), reason="the shared tables are not here")
def test_the_sample_phrasings_give_their_operation() -> None:
    with OPERATIONS.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    wrong = []
    for row in rows:
        found = [each.operation.value for each in read(row["phrase"])]
        if row["operation"] not in found:
            wrong.append(row["phrase"])
    # One row describes a table, which is no prose at all.
    assert len(wrong) <= 1, wrong


@pytest.mark.parametrize(
    "text",
    ["Alpha and Beta and " * 1_200, "it was deleted and " * 1_200, "delete a, and b, " * 1_200],
)
def test_an_endless_sentence_is_read_in_proportion_to_its_length(text: str) -> None:
    assert isinstance(read(text), (list, tuple))
