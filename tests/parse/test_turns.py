"""Turns in which moves, merges, splits and exchanges are asked for in three languages."""

from __future__ import annotations

from dataclasses import replace

import pytest

import amend
from amend.model.proposal import Operation, Proposal, Where

BASE = amend.read_text(
    "1. We commit to protect all rivers and lakes of the basin.\n\n2. We decide to meet in spring."
    "\n\n3. We call on States to act now.\n\n4. Mines are closed.",
    name="Rev 1",
)


def read(sentence: str, language: str) -> tuple[Proposal, ...]:
    base = replace(BASE, language=language)
    return amend.proposals_from_text(sentence, against=base, by="Delta")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Paragraph 1 should be placed after paragraph 3."),
        ("en", "Move paragraph 1 after paragraph 3."),
        ("en", "Relocate paragraph 1 to follow paragraph 3."),
        ("fr", "Transférer le paragraphe 1 après le paragraphe 3."),
        ("es", "Se solicita trasladar el párrafo 1 a continuación del párrafo 3."),
        ("es", "Trasládese el párrafo 1 después del párrafo 3."),
        ("es", "El párrafo 1 debe colocarse después del párrafo 3."),
        ("es", "El párrafo 1 debería ubicarse inmediatamente después del párrafo 3."),
        ("fr", "Déplacer le paragraphe 1 après le paragraphe 3."),
        ("fr", "Le paragraphe 1 devrait être placé après le paragraphe 3."),
    ],
)
def test_a_paragraph_is_to_be_moved(language: str, sentence: str) -> None:
    (found,) = read(sentence, language)
    assert (found.operation, str(found.target[0])) == (Operation.MOVE_PARAGRAPH, "1")
    assert found.place is not None
    assert (found.place.where, str(found.place.label)) == (Where.AFTER, "3")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "En el párrafo 1, trasládese «rivers and lakes» al final del párrafo."),
        ("es", "Párrafo 1: mover «rivers and lakes» al final."),
        ("fr", "Au paragraphe 1, déplacer « rivers and lakes » à la fin du paragraphe."),
    ],
)
def test_words_are_to_be_moved(language: str, sentence: str) -> None:
    (found,) = read(sentence, language)
    assert (found.operation, found.cut) == (Operation.MOVE_PHRASE, "rivers and lakes")
    assert found.anchor is not None
    assert found.anchor.where is Where.END


@pytest.mark.parametrize(
    ("language", "sentence", "operation"),
    [
        ("es", "Fusiónense los párrafos 1 y 2.", Operation.MERGE_PARAGRAPHS),
        ("es", "Los párrafos 1 y 2 deben fusionarse.", Operation.MERGE_PARAGRAPHS),
        ("es", "Refúndanse los párrafos 1 y 2.", Operation.MERGE_PARAGRAPHS),
        ("fr", "Les paragraphes 1 et 2 devraient être fusionnés.", Operation.MERGE_PARAGRAPHS),
        ("fr", "Regrouper les paragraphes 1 et 2.", Operation.MERGE_PARAGRAPHS),
        ("es", "Separar el párrafo 1 en dos.", Operation.SPLIT_PARAGRAPH),
        ("fr", "Diviser le paragraphe 1 en deux.", Operation.SPLIT_PARAGRAPH),
        ("es", "Que el párrafo 1 permanezca sin cambios.", Operation.RETAIN),
        ("fr", "Le paragraphe 1 reste inchangé.", Operation.RETAIN),
        ("es", "Divídase el párrafo 1 en dos.", Operation.SPLIT_PARAGRAPH),
        ("es", "El párrafo 1 debe dividirse en dos párrafos.", Operation.SPLIT_PARAGRAPH),
        (
            "fr",
            "Le paragraphe 1 devrait être scindé en deux paragraphes.",
            Operation.SPLIT_PARAGRAPH,
        ),
        ("fr", "Le paragraphe 1 devrait être maintenu tel quel.", Operation.RETAIN),
        ("es", "El párrafo 1 debe conservarse.", Operation.RETAIN),
    ],
)
def test_a_shape_is_asked_for(language: str, sentence: str, operation: Operation) -> None:
    assert [each.operation for each in read(sentence, language)] == [operation]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "En el párrafo 1, donde dice «rivers and lakes» debe decir «small ponds»."),
        ("es", "Párrafo 1: donde dice «rivers and lakes», diga «small ponds»."),
        ("fr", "Paragraphe 1 : substituer « small ponds » à « rivers and lakes »."),
        ("fr", "Au paragraphe 1, au lieu de « rivers and lakes », lire « small ponds »."),
    ],
)
def test_old_and_new_words_are_told_apart_by_the_turn(language: str, sentence: str) -> None:
    (found,) = read(sentence, language)
    assert found.operation is Operation.REPLACE_PHRASE
    assert (found.cut, found.text) == ("rivers and lakes", "small ponds")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("fr", "Paragraphe 1 : biffer « rivers and »."),
        ("fr", "Rayer « rivers and » au paragraphe 1."),
        ("es", "Párrafo 1: tachar «rivers and»."),
        ("es", "En el párrafo 1, quítese «rivers and»."),
    ],
)
def test_words_are_to_be_struck(language: str, sentence: str) -> None:
    (found,) = read(sentence, language)
    assert (found.operation, found.cut) == (Operation.DELETE_PHRASE, "rivers and")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", 'We propose a new paragraph after paragraph 1, to read: "Towns of the delta."'),
        ("en", 'A new paragraph after paragraph 1, reading as follows: "Towns of the delta."'),
        (
            "es",
            "Proponemos un nuevo párrafo después del párrafo 1, que diga: «Towns of the delta.»",
        ),
        (
            "fr",
            "Un nouveau paragraphe après le paragraphe 1, ainsi libellé : « Towns of the delta. »",
        ),
    ],
)
def test_a_new_paragraph_and_its_text_are_one_wish(language: str, sentence: str) -> None:
    (found,) = read(sentence, language)
    assert found.operation is Operation.INSERT_NEW_PARAGRAPH
    assert found.text == "Towns of the delta."
    assert found.place is not None
    assert str(found.place.label) == "1"


def test_the_text_of_a_paragraph_may_be_said_in_spanish() -> None:
    (found,) = read("El párrafo 1 debe decir lo siguiente: «Towns of the delta.»", "es")
    assert (found.operation, found.text) == (Operation.REPLACE_PARAGRAPH, "Towns of the delta.")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("es", "El fondo se divide entre las regiones y el nuevo consejo se mantiene informado."),
        ("es", "Debe decirse que la fusión de los consejos preocupa a muchos."),
        ("fr", "Le nouveau conseil est placé sous la présidence de la région."),
        ("es", "El agua se separa de los residuos y los fondos siguen sin cambios."),
        ("fr", "Le climat reste inchangé et les villes sont regroupées le long du fleuve."),
        ("en", "Migrants are placed in camps far from towns, after long journeys."),
    ],
)
def test_prose_with_such_words_asks_for_nothing(language: str, sentence: str) -> None:
    assert read(sentence, language) == ()
