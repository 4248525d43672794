"""Parts of a paragraph named in prose: which part is meant, and what becomes of the operation."""

from __future__ import annotations

import pytest

from amend.model.draft import Revision
from amend.model.proposal import Operation, Proposal, Where
from amend.notices import Code
from amend.parse.draft import parse
from amend.parse.proposals import from_text
from amend.read.txt import read_text
from amend.text.parts import Part, PartKind

DRAFT = """\
9. We commit to protect rivers. We further commit to report every year. We meet again.

10. We decide: a) to measure the flow; b) to warn of floods; c) to report.

Artículo 7

La ley regula las aguas. El consejo informa cada año.
"""
BASE = parse(read_text(DRAFT), "Rev 1")
K, O = PartKind, Operation  # noqa: E741


def read(text: str, base: Revision = BASE) -> tuple[Proposal, ...]:
    return from_text(text, base, ("Delta",)).proposals


def sentence(count: int) -> Part:
    return Part(K.SENTENCE, count, count)


def inciso(count: int, *, is_new: bool = False) -> Part:
    return Part(K.SUBPARAGRAPH, count, count, is_new=is_new)


@pytest.mark.parametrize(
    ("text", "operation", "part", "cut"),
    [
        ("Delete the last sentence of para 9.", O.DELETE_PHRASE, sentence(-1),
         "We meet again."),
        ("Para 9, second sentence: delete.", O.DELETE_PHRASE, sentence(2),
         "We further commit to report every year."),
        ('Para 9: in the first sentence, replace "rivers" by "lakes".', O.REPLACE_PHRASE,
         sentence(1), "rivers"),
        ('Para 9: the final sentence should read "We rest."', O.REPLACE_PHRASE, sentence(-1),
         "We meet again."),
        ("En el párrafo 9, suprímase la última oración.", O.DELETE_PHRASE, sentence(-1),
         "We meet again."),
        ("Párrafo 9: suprímase la oración final.", O.DELETE_PHRASE, sentence(-1),
         "We meet again."),
        ("Au paragraphe 9, supprimer la deuxième phrase.", O.DELETE_PHRASE, sentence(2),
         "We further commit to report every year."),
        ("Au paragraphe 9, supprimer le deuxième alinéa.", O.DELETE_PHRASE, Part(K.LINE, 2, 2), ""),
        ("En el párrafo 9, suprímase el inciso segundo.", O.DELETE_PHRASE, inciso(2), ""),
        ("Párrafo 10: suprímase la letra b).", O.DELETE_PHRASE, Part(K.POINT, name="b"),
         "b) to warn of floods;"),
        ("Delete para 10 (b).", O.DELETE_PHRASE, Part(K.POINT, name="b"), "b) to warn of floods;"),
    ],
)  # fmt: skip
def test_a_part_narrows_what_is_asked_for(
    text: str, operation: Operation, part: Part, cut: str
) -> None:
    (found,) = read(text)
    assert (found.operation, found.parts, found.cut) == (operation, (part,), cut)


@pytest.mark.parametrize(
    ("text", "part", "where"),
    [
        ("Párrafo 9: agrégase un nuevo inciso final: «X.»", inciso(-1, is_new=True), Where.OPEN),
        ("Párrafo 9: intercala un nuevo inciso segundo: «X.»", inciso(2, is_new=True), Where.OPEN),
        ("Párrafo 9: incorpora, a continuación del inciso primero, el siguiente inciso: «X.»",
         inciso(1), Where.AFTER),
        ("Párrafo 9: agréguese un inciso nuevo entre el primero y el segundo: «X.»", inciso(1),
         Where.AFTER),
        ("Párrafo 9: al final de la segunda oración, agréguese «y más».", sentence(2), Where.END),
        ("Párrafo 10: incorpora un nuevo literal: «X.»", Part(K.POINT, is_new=True), Where.OPEN),
        ('Para 9: add "X" at the end of the first sentence.', sentence(1), Where.END),
        ('Para 9: add "X." after the first sentence.', sentence(1), Where.AFTER),
    ],
)  # fmt: skip
def test_words_are_put_into_a_part_or_beside_it(text: str, part: Part, where: Where) -> None:
    (found,) = read(text)
    assert found.anchor is not None
    assert found.operation is O.INSERT_PHRASE
    assert (found.parts, found.anchor.where) == ((part,), where)


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        ("Párrafo 9: a continuación de la expresión «rivers» agrégase «y».", Where.AFTER, "rivers"),
        ("Párrafo 9: luego de la palabra “rivers” incorpórese “y”.", Where.AFTER, "rivers"),
        ("Párrafo 9: a continuación del vocablo rivers, agréguese «y».", Where.AFTER, "rivers"),
        ("Párrafo 9: antes de la frase «rivers», intercálase «y».", Where.BEFORE, "rivers"),
        ("Párrafo 9: agrega, entre las palabras “to” y “protect”, la frase “y”.", Where.BETWEEN,
         "to"),
    ],
)  # fmt: skip
def test_spanish_anchors_are_read(text: str, where: Where, words: str) -> None:
    (found,) = read(text)
    assert found.anchor is not None
    assert (found.anchor.where, found.anchor.words, found.text) == (where, words, "y")


def test_a_full_stop_that_becomes_a_comma_lets_the_sentence_go_on() -> None:
    (found,) = read("Párrafo 9: luego del último punto, que pasa a ser una coma, agrégase «y más».")
    assert found.anchor is not None
    assert (found.anchor.where, found.text) == (Where.END, ", y más")


@pytest.mark.parametrize(
    "text",
    [
        "Párrafo 9: añade el siguiente inciso como sustitutiva del inciso tercero: «X.»",
        "Párrafo 9: como un reemplazo del inciso tercero, agréguese «X.»",
    ],
)
def test_what_takes_the_place_of_a_part_replaces_it(text: str) -> None:
    (found,) = read(text)
    assert (found.operation, found.parts) == (O.REPLACE_PHRASE, (inciso(3),))


def test_a_part_named_before_the_verb_holds_for_the_sentence() -> None:
    found = read('In the first sentence of para 9, delete "commit to" and add "today" at the end.')
    assert [each.parts for each in found] == [(sentence(1),), (sentence(1),)]


@pytest.mark.parametrize(
    ("text", "by", "words", "after"),
    [
        ("10. We decide: [EU, US: today] a) to measure the flow; b) to warn of floods; c) to"
         " report.", ["EU", "US"], "today", "a) to measure the"),
        ("10. We decide: a) to measure the flow [and depth] (Spain); b) to warn of floods; c) to"
         " report.", ["Spain"], "and depth", "to measure the flow"),
    ],
)  # fmt: skip
def test_what_a_compilation_attributes_is_asked_for_by_each_who_is_named(
    text: str, by: list[str], words: str, after: str
) -> None:
    found = read(text)
    assert [each.by for each in found] == [(name,) for name in by]
    assert {(each.operation, each.text) for each in found} == {(O.INSERT_PHRASE, words)}
    assert {each.anchor.words for each in found if each.anchor} == {after}


def test_brackets_in_another_text_are_no_attributions() -> None:
    (found,) = read("10. We agree: [EU: today] to measure rain and to sleep well at night.")
    assert found.operation is O.REPLACE_PARAGRAPH


def test_a_sentence_that_moves_is_no_paragraph_that_moves() -> None:
    (found,) = read("Move the last sentence of para 9 to the beginning.")
    assert (found.operation, found.text) == (O.MOVE_PHRASE, "We meet again.")


def test_a_modification_of_the_itu_is_the_paragraph_as_it_should_read() -> None:
    (found,) = read("MOD 9: We commit to protect lakes.")
    assert (found.operation, found.whole) == (
        O.REPLACE_PARAGRAPH,
        "We commit to protect lakes.",
    )


def test_two_parts_are_two_operations() -> None:
    found = read("Delete the first sentence and the last sentence of para 9.")
    assert [each.cut for each in found] == ["We commit to protect rivers.", "We meet again."]


def test_words_that_are_only_described_are_no_part() -> None:
    (found,) = read("Delete the reference to reports in the second sentence of para 9.")
    assert (found.operation, found.cut, found.parts) == (O.DELETE_PHRASE, "", ())


def test_an_article_quoted_with_another_number_loses_it() -> None:
    (found,) = read(
        "Sustitúyase el artículo 7 por el siguiente: «Artículo 9°.- La ley regula todo»"
    )
    assert found.whole is not None
    assert found.whole.startswith("La ley regula todo")


def test_an_instruction_that_is_not_understood_is_no_text_of_its_paragraph() -> None:
    submission = from_text("Para 9: in the second sentence we wonder: «We further commit»", BASE)
    assert not submission.proposals
    assert Code.NOT_UNDERSTOOD in {each.code for each in submission.notices}


@pytest.mark.parametrize(
    ("text", "operation", "words", "cut"),
    [
        ("В пункте 9 заменить слова «rivers» словами «lakes».", O.REPLACE_PHRASE, "lakes",
         "rivers"),
        ("Пункт 9: исключить слово «rivers».", O.DELETE_PHRASE, "", "rivers"),
        ("В пункте 9 после слова «rivers» добавить «и моря».", O.INSERT_PHRASE, "и моря", ""),
        ("Во втором предложении пункта 9 исключить слово «report».", O.DELETE_PHRASE, "",
         "report"),
        ("Пункт 9 изложить в следующей редакции: «Мы едины.»", O.REPLACE_PARAGRAPH,
         "Мы едины.", ""),
        ("Мы поддерживаем пункт 9.", O.SUPPORT, "", ""),
        ("في الفقرة 9، يستعاض عن عبارة «rivers» بعبارة «lakes».", O.REPLACE_PHRASE, "lakes",
         "rivers"),
        ("في الفقرة 9، تحذف كلمة «rivers».", O.DELETE_PHRASE, "", "rivers"),
        ("في الفقرة 9، تضاف كلمة «x» بعد كلمة «rivers».", O.INSERT_PHRASE, "x", ""),
        ("第9段，将“rivers”改为“lakes”。", O.REPLACE_PHRASE, "lakes", "rivers"),
        ("第9段，删除《rivers》。", O.DELETE_PHRASE, "", "rivers"),
        ("第9段，在“rivers”之后插入“x”。", O.INSERT_PHRASE, "x", ""),
        ("第9段应改为：“我们同意。”", O.REPLACE_PARAGRAPH, "我们同意。", ""),
    ],
)  # fmt: skip
def test_the_usual_turns_of_other_scripts_are_read(
    text: str, operation: Operation, words: str, cut: str
) -> None:
    (found,) = read(text)
    assert (found.operation, found.text, found.cut) == (operation, words, cut)
    assert [str(each) for each in found.target] == ["9"]


@pytest.mark.parametrize(
    "text", ["删除第10段。", "Исключить пункт 10.", "تحذف الفقرة 10."]
)  # fmt: skip
def test_a_whole_paragraph_goes_in_other_scripts(text: str) -> None:
    assert [each.operation for each in read(text)] == [O.DELETE_PARAGRAPH]


@pytest.mark.parametrize(
    "text",
    [
        "9. Support, including financial support, shall be provided to members under paragraph 10.",
        "Modalities for the transfer of technology under paragraph 10",
        "Members shall consider the need to review paragraph 10.",
    ],
)
def test_the_language_of_a_draft_takes_no_position(text: str) -> None:
    wanted = {O.REPLACE_PARAGRAPH, O.INSERT_NEW_PARAGRAPH}
    assert {each.operation for each in read(text)} <= wanted


def test_the_name_of_a_chinese_instrument_is_no_quotation() -> None:
    assert not [each for each in read("第9段：根据《公约》，删除《议定书》的提法。") if each.cut]
