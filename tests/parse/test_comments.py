"""Margin comments are submissions: on the paragraph, and on the words, that they are pinned to."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from amend.labels import Label
from amend.model.draft import Revision
from amend.model.proposal import Operation, Proposal, Submission, Where
from amend.notices import Code
from amend.parse.draft import parse
from amend.parse.proposals import read_proposals
from amend.parse.settle import settle
from amend.parse.speakers import is_nobody, spoken
from amend.read.docx import read_bytes
from tests.builders import (
    THREAD_LINKS,
    comment,
    commented,
    deleted,
    docx,
    ins,
    para,
    row,
    run,
    table,
    threads,
)

NINE = "We commit to ensure access to basic services for children and women."
TEN = "We encourage members to act, where feasible, on drought."
PLAIN = "We recall the charter of rivers without a number."
STYLES = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
TITLE = para("Declaration on rivers", style="H1")
P9, P10, PX = para(f"9. {NINE}"), para(f"10. {TEN}"), para(PLAIN)


def base() -> Revision:
    return parse(read_bytes(docx(TITLE, P9, P10, PX, styles=STYLES), "rev1.docx"), "Rev 1")


BASE = base()
_UNTIED = {Code.TARGET_UNRESOLVED, Code.NOT_UNDERSTOOD}


def submitted(*body: str, said: str, **more: object) -> Submission:
    data = docx(*body, styles=STYLES, comments=said, **more)  # type: ignore[arg-type]
    return read_proposals(read_bytes(data, "norway.docx"), BASE, by=("Norway",))


def on_nine(
    text: str,
    anchor: str = "ensure",
    by: str = "Ann",
    answers: tuple[tuple[str, str], ...] = (),
    *,
    is_resolved: bool = False,
) -> Submission:
    """One comment, with its answers, on words of paragraph 9; "" pins it to none."""
    before, _, behind = NINE.partition(anchor) if anchor else (NINE, "", "")
    pinned = commented(run(anchor), 1) if anchor else '<w:r><w:commentReference w:id="1"/></w:r>'
    said = comment(text, 1, by)
    said += "".join(comment(words, place, who) for place, (who, words) in enumerate(answers, 2))
    over = {place: 1 for place, _ in enumerate(answers, 2)}
    parts = threads(over, {1} if is_resolved else ())
    nine = para("9. ", before, pinned, behind)
    return submitted(TITLE, nine, P10, PX, said=said, parts=parts, links=THREAD_LINKS)


def only(submission: Submission) -> Proposal:
    assert len(submission.proposals) == 1, (submission.proposals, submission.notices)
    return submission.proposals[0]


def told(submission: Submission) -> list[tuple[tuple[str, ...], Operation]]:
    return [(each.by, each.operation) for each in submission.proposals]


def identity(label: str) -> str:
    return BASE.labelled(Label.parse(label))[0].id


class TestWordsMeant:
    @pytest.mark.parametrize(
        ("text", "operation", "new", "cut"),
        [
            ("delete", Operation.DELETE_PHRASE, "", "ensure"),
            ("Please delete these words.", Operation.DELETE_PHRASE, "", "ensure"),
            ("Suggest deleting", Operation.DELETE_PHRASE, "", "ensure"),
            ("Delete. This is redundant.", Operation.DELETE_PHRASE, "", "ensure"),
            ("Delete - already covered in OP 10", Operation.DELETE_PHRASE, "", "ensure"),
            ("Please delete, see paragraph 10", Operation.DELETE_PHRASE, "", "ensure"),
            ("We ask to delete it because 10bis says so.", Operation.DELETE_PHRASE, "", "ensure"),
            ("replace by guarantee.", Operation.REPLACE_PHRASE, "guarantee", "ensure"),
            ("Typo: should be 'ensures'", Operation.EDITORIAL, "ensures", "ensure"),
            ("Delete please. Weakens the text.", Operation.DELETE_PHRASE, "", "ensure"),
            ("Delete; the paragraph is stronger without it", Operation.DELETE_PHRASE, "", "ensure"),
            (
                "We ask to delete it: it weakens the paragraph.",
                Operation.DELETE_PHRASE,
                "",
                "ensure",
            ),
            ("replace by guarantee", Operation.REPLACE_PHRASE, "guarantee", "ensure"),
            ("Replace with “guarantee”.", Operation.REPLACE_PHRASE, "guarantee", "ensure"),
            ("replace by urge. Agreed language.", Operation.REPLACE_PHRASE, "urge", "ensure"),
            ("should read: guarantee", Operation.REPLACE_PHRASE, "guarantee", "ensure"),
            ("change to guarantee", Operation.REPLACE_PHRASE, "guarantee", "ensure"),
            ("-> guarantee", Operation.REPLACE_PHRASE, "guarantee", "ensure"),
            ('We prefer "guarantee".', Operation.REPLACE_PHRASE, "guarantee", "ensure"),
            ("use guarantee instead", Operation.REPLACE_PHRASE, "guarantee", "ensure"),
            ("insert 'safe' here", Operation.INSERT_PHRASE, "safe", ""),
            ("Suggest adding 'and girls'", Operation.INSERT_PHRASE, "and girls", ""),
            ("add: freely", Operation.INSERT_PHRASE, "freely", ""),
            ("Could we add 'freely' here?", Operation.INSERT_PHRASE, "freely", ""),
            ("keep as is", Operation.RETAIN, "ensure", ""),
            ("bracket", Operation.BRACKET, "", ""),
            ('delete "basic"', Operation.DELETE_PHRASE, "", "basic"),
            ("Replace 'women' by 'girls'", Operation.REPLACE_PHRASE, "girls", "women"),
            ("supprimer", Operation.DELETE_PHRASE, "", "ensure"),
            ("sustituir por: garantizar", Operation.REPLACE_PHRASE, "garantizar", "ensure"),
        ],
    )
    def test_the_words_pinned_to_are_meant_where_the_comment_names_none(
        self, text: str, operation: Operation, new: str, cut: str
    ) -> None:
        found = only(on_nine(text))
        assert (found.operation, found.text, found.cut) == (operation, new, cut)
        assert (found.target, found.paragraphs) == ((Label.parse("9"),), (identity("9"),))
        assert (found.by, found.date, found.raw) == (("Ann",), "2024-05-06", text)

    @pytest.mark.parametrize(
        ("text", "where", "words"),
        [
            ("insert 'safe' here", Where.AFTER, "ensure"),
            ("insert 'safe' before this", Where.BEFORE, "ensure"),
            ("add 'now' at the end", Where.END, ""),
            ("add 'and girls' after 'children'", Where.AFTER, "children"),
        ],
    )
    def test_new_words_stand_beside_those_pinned_to(
        self, text: str, where: Where, words: str
    ) -> None:
        anchor = only(on_nine(text)).anchor
        assert anchor is not None
        assert (anchor.where, anchor.words) == (where, words)

    @pytest.mark.parametrize(
        "text",
        [
            "delete this paragraph",
            "Please delete the whole paragraph.",
            "We propose to delete this paragraph because 10 says the same.",
            "This paragraph should be deleted.",
        ],
    )
    def test_a_comment_that_names_the_paragraph_means_all_of_it(self, text: str) -> None:
        found = only(on_nine(text))
        assert (found.operation, found.paragraphs) == (Operation.DELETE_PARAGRAPH, (identity("9"),))

    def test_a_sentence_for_a_few_words_is_not_put_in_their_place(self) -> None:
        found = on_nine("New text: We decide to act now.")
        assert (found.proposals, [each.code for each in found.notices]) == (
            (),
            [Code.TARGET_UNRESOLVED],
        )

    def test_a_comment_pinned_to_the_whole_paragraph_means_all_of_it(self) -> None:
        assert only(on_nine("delete", NINE)).operation is Operation.DELETE_PARAGRAPH
        found = only(on_nine("replace by: We decide.", NINE))
        assert (found.operation, found.whole) == (Operation.REPLACE_PARAGRAPH, "We decide.")

    def test_words_like_the_whole_paragraph_take_its_place(self) -> None:
        words = "We commit to guarantee access to services for all children and women."
        found = only(on_nine(f"should read: {words}"))
        assert (found.operation, found.text) == (Operation.REPLACE_PARAGRAPH, words)

    def test_a_comment_that_names_another_paragraph_is_about_that(self) -> None:
        found = only(on_nine('Para 10: delete "where feasible"'))
        assert (found.paragraphs, found.cut) == ((identity("10"),), "where feasible")

    def test_a_paragraph_without_a_number_is_tied_by_its_place(self) -> None:
        last = para("We recall the ", commented("charter", 1), " of rivers without a number.")
        found = only(submitted(TITLE, P9, P10, last, said=comment("delete", 1)))
        assert (found.target, found.paragraphs) == ((), (BASE.paragraphs[-1].id,))
        assert found.cut == "charter"

    def test_a_comment_over_two_paragraphs_is_about_both(self) -> None:
        start, end = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
        body = (TITLE, para(start, f"9. {NINE}"), para(f"10. {TEN}", end), PX)
        found = submitted(*body, said=comment("delete", 1)).proposals
        assert [each.paragraphs for each in found] == [(identity("9"),), (identity("10"),)]
        assert {each.operation for each in found} == {Operation.DELETE_PARAGRAPH}
        unsure = submitted(*body, said=comment("replace by: we decide", 1))
        assert (unsure.proposals, [each.code for each in unsure.notices]) == (
            (),
            [Code.TARGET_UNRESOLVED],
        )

    def test_a_comment_over_parts_of_two_paragraphs_does_not_delete_them(self) -> None:
        start, end = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
        nine = para(
            "9. We commit to ensure access to basic services ", start, "for children and women."
        )
        ten = para("10. We encourage members", end, " to act, where feasible, on drought.")
        found = submitted(TITLE, nine, ten, PX, said=comment("delete", 1))
        assert (found.proposals, [each.code for each in found.notices]) == (
            (),
            [Code.TARGET_UNRESOLVED],
        )


class TestWordsThatStandSeveralTimes:
    TWICE = "We protect the rivers and the coasts and the people."

    def read(self, text: str) -> Proposal:
        against = parse(read_bytes(docx(para(f"9. {self.TWICE}"), P10), "rev1.docx"), "Rev 1")
        pinned = commented(run("the"), 1)
        body = para("9. We protect the rivers and ", pinned, " coasts and the people.")
        data = docx(body, P10, comments=comment(text, 1))
        return only(read_proposals(read_bytes(data, "norway.docx"), against))

    @pytest.mark.parametrize(
        ("text", "whole"),
        [
            ("delete", "We protect the rivers and coasts and the people."),
            ("replace by all", "We protect the rivers and all coasts and the people."),
            ("insert 'wide' here", "We protect the rivers and the wide coasts and the people."),
            (
                "insert 'all' before this",
                "We protect the rivers and all the coasts and the people.",
            ),
            (
                "Please insert the word 'wide'.",
                "We protect the rivers and the wide coasts and the people.",
            ),
        ],
    )
    def test_the_place_is_the_one_pinned_to(self, text: str, whole: str) -> None:
        assert self.read(text).whole == whole

    def test_words_that_stand_once_need_no_whole_paragraph(self) -> None:
        assert only(on_nine("delete")).whole is None


class TestNothingIsInvented:
    @pytest.mark.parametrize(
        "text",
        [
            "Why is this here?",
            "Should we delete this?",
            "guarantee?",
            "Nice work!",
            "I will check with capital.",
            "Deleted because it repeats 10.",
            "Added at the request of Mexico",
            "This is agreed language from resolution 70/1",
            "We appreciate the work of the co-chairs.",
            "We use this word often",
            "See my comment on 10",
            "Not needed, see para 10",
            "yes",
        ],
    )
    def test_what_asks_for_nothing_is_a_notice_with_its_place(self, text: str) -> None:
        found = on_nine(text)
        assert found.proposals == ()
        (notice,) = found.notices
        assert notice.code in {Code.NOT_UNDERSTOOD, Code.TARGET_UNRESOLVED}
        assert notice.where == "norway.docx, block 2"
        assert text in notice.text

    @pytest.mark.parametrize(
        "text", ["strengthen this", "replace by stronger language", "add a reference to youth"]
    )
    def test_a_wish_without_words_stays_one(self, text: str) -> None:
        assert only(on_nine(text)).operation is Operation.REQUEST_WITHOUT_TEXT

    def test_a_deletion_pinned_to_no_words_is_not_guessed(self) -> None:
        found = on_nine("delete", "")
        assert (found.proposals, [each.code for each in found.notices]) == (
            (),
            [Code.TARGET_UNRESOLVED],
        )

    @pytest.mark.parametrize("text", ["delete", "Agree", "strengthen this"])
    def test_a_comment_on_a_heading_is_tied_to_nothing(self, text: str) -> None:
        title = para(commented("Declaration on rivers", 1), style="H1")
        found = submitted(title, P9, P10, PX, said=comment(text, 1))
        assert found.proposals == ()
        assert found.notices[0].code in _UNTIED

    def test_a_comment_on_a_heading_may_name_a_paragraph(self) -> None:
        title = para(commented("Declaration on rivers", 1), style="H1")
        found = only(submitted(title, P9, P10, PX, said=comment('Para 9: delete "basic"', 1)))
        assert found.paragraphs == (identity("9"),)

    def test_comments_in_tables_of_proposals_and_headers_are_not_passed_over(self) -> None:
        head = row("Paragraph", "Current text", "Proposed text")
        line = row("9", para(commented(NINE, 1)), "We commit to act.")
        found = submitted(table(head, line), said=comment("Interesting.", 1))
        assert any("Interesting" in each.text for each in found.notices)


class TestWhoSpeaks:
    @pytest.mark.parametrize(
        ("text", "names", "rest"),
        [
            ("EU: delete", ("EU",), "delete"),
            ("[Mexico] support", ("Mexico",), "support"),
            ("(Norway and Iceland): delete", ("Norway", "Iceland"), "delete"),
            ("[EU, US: delete]", ("EU", "US"), "delete"),
            ("G77 and China: retain", ("G77 and China",), "retain"),
            ("Trinidad and Tobago: retain", ("Trinidad and Tobago",), "retain"),
            ("The EU proposes to delete this.", ("EU",), "proposes to delete this."),
            ("The reference proposes nothing", (), "The reference proposes nothing"),
            ("Comment: delete", (), "Comment: delete"),
            ("Para 9: delete", (), "Para 9: delete"),
            ("We note: delete", (), "We note: delete"),
            ("delete: it is long", (), "delete: it is long"),
            ("[ADD: x]", (), "[ADD: x]"),
        ],
    )
    def test_names_in_the_comment_outrank_its_author(
        self, text: str, names: tuple[str, ...], rest: str
    ) -> None:
        assert spoken(text) == (names, rest)

    def test_the_names_become_the_proponents(self) -> None:
        assert only(on_nine("EU, US: delete")).by == ("EU", "US")

    @pytest.mark.parametrize("author", ["Author", "Microsoft Office User", "DESKTOP-PC", "User 1"])
    def test_what_a_program_fills_in_is_nobody(self, author: str) -> None:
        assert is_nobody(author)
        assert only(on_nine("delete", by=author)).by == ("Norway",)

    @pytest.mark.parametrize("author", ["Ann", "EU", "Admir Tosh", "Userly"])
    def test_a_name_is_somebody(self, author: str) -> None:
        assert not is_nobody(author)


class TestThreads:
    def test_each_answer_is_a_submission_of_its_author(self) -> None:
        answers = (
            ("Ben", "Agree"),
            ("Cem", "we oppose"),
            ("Dee", "same as Iceland"),
            ("Eva", "replace by essential"),
            ("User", "+1"),
        )
        found = on_nine("delete", "basic", answers=answers)
        assert told(found) == [
            (("Ann",), Operation.DELETE_PHRASE),
            (("Ben",), Operation.ENDORSE),
            (("Cem",), Operation.OPPOSE),
            (("Dee",), Operation.ENDORSE),
            (("Eva",), Operation.REPLACE_PHRASE),
            (("Norway",), Operation.ENDORSE),
        ]
        assert [each.endorses for each in found.proposals] == [
            *((), ("Ann",), (), ("Iceland",), (), ("Ann",)),
        ]
        assert found.proposals[4].cut == "basic"

    def test_whoever_agrees_becomes_a_supporter(self) -> None:
        found = on_nine("delete", "basic", answers=(("Ben", "Agree"),))
        proposals, _ = settle([found])
        assert proposals[0].supporters == ("Ben",)

    def test_whoever_agrees_with_a_position_takes_it(self) -> None:
        found = on_nine("we oppose", answers=(("Ben", "+1"),))
        assert told(found) == [(("Ann",), Operation.OPPOSE), (("Ben",), Operation.OPPOSE)]

    def test_agreement_with_what_asks_for_nothing_is_a_notice(self) -> None:
        found = on_nine("Is this right?", answers=(("Ben", "Agree"),))
        assert found.proposals == ()
        assert [each.code for each in found.notices] == [
            Code.NOT_UNDERSTOOD,
            Code.TARGET_UNRESOLVED,
        ]

    def test_a_resolved_comment_is_read_and_said_to_be_resolved(self) -> None:
        found = on_nine("delete", is_resolved=True)
        assert only(found).operation is Operation.DELETE_PHRASE
        assert [each.code for each in found.notices] == [Code.COMMENT_RESOLVED]

    def test_support_of_a_paragraph_without_a_number_is_of_no_other(self) -> None:
        last = para(
            "We recall the ", commented(commented("charter", 2), 1), " of rivers without a number."
        )
        nine = para("9. ", commented("We", 3), NINE[2:])
        said = (
            comment("delete", 1, "Ann") + comment("Agree", 2, "Ben") + comment("delete", 3, "Ann")
        )
        body = (TITLE, nine, P10, last)
        found = submitted(*body, said=said, parts=threads({2: 1}), links=THREAD_LINKS)
        proposals, _ = settle([found])
        supported = {each.cut: each.supporters for each in proposals if each.cut}
        assert supported == {"We": (), "charter": ("Ben",)}


class TestBesideTrackedChanges:
    @pytest.mark.parametrize(
        ("text", "operation", "endorsed"),
        [
            ("Agree", Operation.ENDORSE, ("Ben",)),
            ("keep", Operation.ENDORSE, ("Ben",)),
            ("delete", Operation.OPPOSE, ()),
            ("we oppose", Operation.OPPOSE, ()),
        ],
    )
    def test_a_position_on_inserted_words_is_one_on_the_proposal(
        self, text: str, operation: Operation, endorsed: tuple[str, ...]
    ) -> None:
        nine = para("9. We commit", commented(ins(" freely", by="Ben"), 1), NINE[9:])
        found = submitted(TITLE, nine, P10, PX, said=comment(text, 1, "Ann")).proposals
        assert [each.by for each in found] == [("Ben",), ("Ann",)]
        assert (found[1].operation, found[1].endorses) == (operation, endorsed)

    def test_new_words_for_inserted_ones_are_not_read_against_the_base(self) -> None:
        nine = para("9. We commit", commented(ins(" freely", by="Ben"), 1), NINE[9:])
        found = submitted(TITLE, nine, P10, PX, said=comment("replace by 'gladly'", 1, "Ann"))
        assert [each.by for each in found.proposals] == [("Ben",)]
        assert [each.code for each in found.notices] == [Code.TARGET_UNRESOLVED]

    def test_deleted_words_can_be_kept(self) -> None:
        nine = para("9. We commit to ensure access to ", commented(deleted("basic", by="Ben"), 1),
                    " services for children and women.")  # fmt: skip
        found = submitted(TITLE, nine, P10, PX, said=comment("keep", 1, "Ann")).proposals
        assert [(each.by, each.operation) for each in found] == [
            (("Ben",), Operation.DELETE_PHRASE),
            (("Ann",), Operation.RETAIN),
        ]
        assert found[1].text == "basic"

    def test_agreement_with_a_new_paragraph_is_with_its_author(self) -> None:
        new = para(commented(ins("9bis. We decide on youth.", by="Ben"), 1), mark="ins", by="Ben")
        found = submitted(TITLE, P9, new, P10, PX, said=comment("Agree", 1, "Ann")).proposals
        assert (found[1].operation, found[1].endorses) == (Operation.ENDORSE, ("Ben",))
        assert found[1].target == (Label.parse("9bis"),)


def test_a_copy_that_holds_only_comments_is_no_text_of_proposals() -> None:
    found = on_nine("delete")
    assert told(found) == [(("Ann",), Operation.DELETE_PHRASE)]
    assert found.notices == ()


_BITS = (
    *("delete", "replace by", "insert", "here", "EU:", "[Mexico]", "agree", "we oppose", "same as"),
    *(
        "Norway",
        "'and girls'",
        "\u201csafe\u201d",
        "?",
        ".",
        "this paragraph",
        "para 10",
        "\n",
        ":",
        "why",
        "42bis",
    ),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_BITS), min_size=1, max_size=8).map(" ".join), st.booleans())
def test_no_comment_is_passed_over_in_silence(text: str, is_pinned: bool) -> None:
    assume(any(each.isalnum() for each in text))
    found = on_nine(text, "basic" if is_pinned else "")
    assert found.proposals or found.notices
    assert all(
        set(each.paragraphs) <= {each.id for each in BASE.paragraphs} for each in found.proposals
    )
