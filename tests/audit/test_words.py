"""Words that were declared, words that were not, and words that are the same in another print."""

from __future__ import annotations

import pytest

from amend.model.audit import Standing
from amend.notices import Code
from tests.audit.files import Audits, drawn, lines
from tests.builders import deleted, docx, ins, para, run

BASE = "We note the State of the river, and we invite all ports to act."


def test_honest_changes_leave_nothing_silent(audits: Audits) -> None:
    new = para("We note the State of the river, and we ", deleted("invite"), ins("urge", by="B"),
               " all ports to act", ins(" now"), ".")  # fmt: skip
    audit = audits((BASE,), (new,))
    assert lines(audit) == [
        "We note the State of the river, and we {-invite}{+urge} all ports to act{+ now}."
    ]
    assert not audit.is_silent
    assert [(each.author, each.words_in, each.words_out) for each in audit.authors] == [
        ("A", 1, 1),
        ("B", 1, 0),
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("We note the lake.", para("We note a lake."), "We note {!-the }{!+a }lake."),
        ("We note the lake.", para("We note the lake and port."), "We note the lake{!+ and port}."),
        ("We note the old lake.", para("We note the lake."), "We note the {!-old }lake."),
        ("By 2030, we act.", para("By 2035, we act."), "By {!-2030}{!+2035}, we act."),
        ("We act, in time.", para("We act in time."), "We act{!-,} in time."),
        ("We may act.", para("We may not act."), "We may {!+not }act."),
        ("The State acts.", para("The state acts."), "The {!-State }{!+state }acts."),
        ("10² m of dyke", para("102 m of dyke"), "{!-10² }{!+102 }m of dyke"),
        ("We act in 10-15 ports", para("We act in 10 15 ports"), "We act in 10 {!-}15 ports"),
    ],
)
def test_a_change_that_no_mark_declares_is_silent(
    audits: Audits, old: str, new: str, found: str
) -> None:
    audit = audits((old,), (new,))
    assert audit.is_silent
    assert lines(audit) == [found.replace("{!-}", "{!--}")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“We” act – now", '"We" act - now'),
        ("50 % of 1 000 ports", "50% of 1000 ports"),
        ("a non-binding text", "a non\u2011binding text"),
        ("a long-term plan", "a long term plan"),
        ("our co-operation", "our cooperation"),
        ("ﬁnal oﬃce", "final office"),
        ("re\u00adsilience", "resilience"),
        ("Mali\u0301", "Mal\u00ed"),
        ("l’eau  pure", "l'eau\u00a0pure"),
        ("and so on…", "and so on..."),
        ("حماية", "حمـاية"),
        ("حماية", "\u061cحماية"),
        ("a * sign", "a \uf02a sign"),
    ],
)
def test_typography_is_told_and_is_not_silent(audits: Audits, old: str, new: str) -> None:
    audit = audits((f"We note {old} here.",), (para(f"We note {new} here."),))
    assert not audit.is_silent
    assert list(audit.edits(Standing.TYPOGRAPHY))


def test_capitals_are_typography_in_headings_alone(audits: Audits) -> None:
    styles = '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/></w:style>'
    old = docx(para("The River", style="H"), "We act.", styles=styles)
    new = docx(para("THE RIVER", style="H"), "We Act.", styles=styles)
    audit = audits(old, new)
    assert lines(audit)[0] == "{The =THE }{River=RIVER}".replace("{The =THE }", "{The=THE} ")
    assert lines(audit)[1] == "We {!-act}{!+Act}."


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("The State acts.", ("The State", ins("s"), " acts."), "The State{+s} acts."),
        ("The States act.", ("The State", ins("s"), " act."), "The State{?+s} act."),
        ("The State acts.", ("The State", deleted("s"), " acts."), "The State{?-s} acts."),
        ("It is very good.", ("It is very ", deleted("very "), "good."),
         "It is very {?-very }good."),
        ("It is very good.", ("It is ", deleted("very "), "very good."),
         "It is {?-very }very good."),
        ("The wide river", ("The ", ins("wide "), "river"), "The {?+wide }river"),
        ("We cannot go.", ("We can", ins(" "), "not go."), "We can{+ }not go."),
        ("The dog barks.", ("The ", deleted("dog"), ins("cat"), " barks."),
         "The {-dog}{+cat} barks."),
    ],
)  # fmt: skip
def test_marks_are_held_against_the_words_of_old(
    audits: Audits, old: str, new: tuple[str, ...], found: str
) -> None:
    audit = audits((old,), (para(*new),))
    assert lines(audit) == [found]
    assert not audit.is_silent


def test_words_put_in_by_one_and_cut_by_another_are_in_no_text(audits: Audits) -> None:
    nested = ins(deleted(run("very "), by="B"), by="A")
    audit = audits(("It is good.",), (para("It is ", nested, "good."),))
    assert lines(audit) == ["It is {~very }good."]
    (edit,) = audit.edits(Standing.PASSING)
    assert [each.author for each in edit.stamps] == ["A", "B"]
    assert not audit.is_silent


def test_silent_words_among_many_marks_are_found_alone(audits: Audits) -> None:
    new = para("We ", ins("hereby "), "note the State of the ", deleted("river"), ins("lake"),
               ", and we invite some ports ", deleted("to act"), ".")  # fmt: skip
    audit = audits((BASE,), (new,))
    assert lines(audit) == [
        "We {+hereby }note the State of the {-river}{+lake}, and we invite {!-all }{!+some }ports "
        "{-to act}."
    ]


def test_a_word_swapped_inside_a_declared_stretch_is_silent(audits: Audits) -> None:
    audit = audits((BASE,), (para("We note ", deleted("the city of the river"), ins("it"),
                                  ", and we invite all ports to act."),))  # fmt: skip
    (paragraph,) = audit.paragraphs
    assert "{!-State }{?-city }" in drawn(paragraph)
    assert audit.is_silent


def test_words_that_no_page_shows_are_taken_out(audits: Audits) -> None:
    hiding = para("We may ", run("not ", "<w:vanish/>"), "go.")
    audit = audits(("We may not go.",), (hiding,))
    assert lines(audit) == ["We may {!-not }go."]
    (told,) = (each for each in audit.notices if each.code is Code.WORDS_HIDDEN)
    assert "it hides “not”" in told.text


def test_words_that_were_hidden_and_are_shown_are_put_in(audits: Audits) -> None:
    hiding = para("We may ", run("not ", "<w:vanish/>"), "go.")
    assert lines(audits((hiding,), ("We may not go.",))) == ["We may {!+not }go."]
    audit = audits((hiding,), (hiding,))
    assert not audit.is_silent
    assert Code.WORDS_HIDDEN not in [each.code for each in audit.notices]


def test_words_hidden_by_their_style_count_as_hidden(audits: Audits) -> None:
    style = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
    hiding = para("We may ", run("not ", '<w:rStyle w:val="H"/>'), "go.")
    shown = para("We may ", run("not ", '<w:rStyle w:val="H"/><w:vanish w:val="0"/>'), "go.")
    assert lines(audits(("We may not go.",), docx(hiding, styles=style))) == ["We may {!-not }go."]
    assert not audits(("We may not go.",), docx(shown, styles=style)).is_silent


def test_a_sign_that_turns_figures_round_is_silent(audits: Audits) -> None:
    assert audits(("We pay 12 now.",), ("We pay \u202e12\u202c now.",)).is_silent
