"""How people write what they ask for: sentences by language and operation, with gaps to fill.

`{n}` is the paragraph, `{m}` another one, `{text}` the words asked for, `{cut}` those to go,
`{anchor}` words of the paragraph beside which something is to happen. `Ask` says what a sentence
is about, so that the truth can be made without reading it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum


class Ask(StrEnum):
    """What a written instruction asks for."""

    AFTER = "insert words after others"
    BEFORE = "insert words before others"
    END = "insert words at the end"
    REPLACE = "replace words"
    DELETE = "delete words"
    SENTENCE = "delete the last sentence"
    MOVE_WORDS = "move words to the end"
    WHOLE = "replace a paragraph"
    NEW = "insert a paragraph"
    GONE = "delete a paragraph"
    MOVE = "move a paragraph"
    MERGE = "merge two paragraphs"
    SPLIT = "split a paragraph"
    RETAIN = "retain a paragraph"


WORDINGS: Mapping[str, Mapping[Ask, tuple[str, ...]]] = {
    "en": {
        Ask.AFTER: (
            'In paragraph {n}, after "{anchor}", insert "{text}".',
            'Para {n}: add "{text}" after "{anchor}".',
            'We propose to insert the words "{text}" after "{anchor}" in paragraph {n}.',
        ),
        Ask.BEFORE: (
            'In paragraph {n}, before "{anchor}", insert "{text}".',
            'Para {n}: please add the words "{text}" before "{anchor}".',
        ),
        Ask.END: (
            'At the end of paragraph {n}, add "{text}".',
            'Para {n}: insert "{text}" at the end.',
        ),
        Ask.REPLACE: (
            'In paragraph {n}, replace "{cut}" by "{text}".',
            'Para {n}: "{cut}" should read "{text}".',
            'In para {n} we would substitute "{text}" for "{cut}".',
            'Paragraph {n}: change "{cut}" to "{text}".',
        ),
        Ask.DELETE: (
            'In paragraph {n}, delete "{cut}".',
            'We ask that the words "{cut}" be removed from paragraph {n}.',
            'Para {n}: strike "{cut}".',
        ),
        Ask.SENTENCE: (
            "Delete the last sentence of paragraph {n}.",
            "Para {n}: the last sentence should be deleted.",
        ),
        Ask.MOVE_WORDS: (
            'In paragraph {n}, move "{cut}" to the end of the paragraph.',
            'Para {n}: the words "{cut}" should be moved to the end.',
        ),
        Ask.WHOLE: (
            'Replace paragraph {n} by the following: "{text}"',
            'Paragraph {n} should read as follows: "{text}"',
        ),
        Ask.NEW: (
            'After paragraph {n}, insert a new paragraph: "{text}"',
            'Add a new paragraph {n}bis: "{text}"',
            'We propose a new paragraph after paragraph {n}, to read: "{text}"',
        ),
        Ask.GONE: (
            "Delete paragraph {n}.",
            "We request that paragraph {n} be deleted.",
            "Paragraph {n} should be removed.",
        ),
        Ask.MOVE: (
            "Move paragraph {n} after paragraph {m}.",
            "Paragraph {n} should be placed after paragraph {m}.",
        ),
        Ask.MERGE: (
            "Merge paragraphs {n} and {m}.",
            "Paragraphs {n} and {m} should be merged.",
        ),
        Ask.SPLIT: (
            'Split paragraph {n} in two after "{anchor}".',
            'Paragraph {n} should be split into two paragraphs after "{anchor}".',
        ),
        Ask.RETAIN: (
            "Retain paragraph {n}.",
            "Paragraph {n} should be kept as it stands.",
            "We wish to retain paragraph {n} as drafted.",
        ),
    },
    "es": {
        Ask.AFTER: (
            "En el párrafo {n}, después de «{anchor}», insértese «{text}».",
            "Párrafo {n}: agregar «{text}» después de «{anchor}».",
            "Proponemos añadir «{text}» a continuación de «{anchor}» en el párrafo {n}.",
        ),
        Ask.BEFORE: (
            "En el párrafo {n}, antes de «{anchor}», insértese «{text}».",
            "Párrafo {n}: añadir «{text}» antes de «{anchor}».",
        ),
        Ask.END: (
            "Al final del párrafo {n}, añádase «{text}».",
            "Párrafo {n}: agréguese «{text}» al final.",
        ),
        Ask.REPLACE: (
            "En el párrafo {n}, sustitúyase «{cut}» por «{text}».",
            "Párrafo {n}: reemplazar «{cut}» por «{text}».",
            "En el párrafo {n}, donde dice «{cut}» debe decir «{text}».",
        ),
        Ask.DELETE: (
            "En el párrafo {n}, suprímase «{cut}».",
            "Pedimos que se eliminen las palabras «{cut}» del párrafo {n}.",
            "Párrafo {n}: suprimir «{cut}».",
        ),
        Ask.SENTENCE: (
            "Suprímase la última oración del párrafo {n}.",
            "Párrafo {n}: eliminar la última oración.",
        ),
        Ask.MOVE_WORDS: (
            "En el párrafo {n}, trasládese «{cut}» al final del párrafo.",
            "Párrafo {n}: mover «{cut}» al final.",
        ),
        Ask.WHOLE: (
            "Sustitúyase el párrafo {n} por el siguiente: «{text}»",
            "El párrafo {n} debe decir lo siguiente: «{text}»",
        ),
        Ask.NEW: (
            "Después del párrafo {n}, insértese un nuevo párrafo: «{text}»",
            "Agréguese un nuevo párrafo {n} bis: «{text}»",
            "Proponemos un nuevo párrafo después del párrafo {n}, que diga: «{text}»",
        ),
        Ask.GONE: (
            "Suprímase el párrafo {n}.",
            "Pedimos que se elimine el párrafo {n}.",
            "El párrafo {n} debe suprimirse.",
        ),
        Ask.MOVE: (
            "Trasládese el párrafo {n} después del párrafo {m}.",
            "El párrafo {n} debe colocarse después del párrafo {m}.",
        ),
        Ask.MERGE: (
            "Fusiónense los párrafos {n} y {m}.",
            "Los párrafos {n} y {m} deben fusionarse.",
        ),
        Ask.SPLIT: (
            "Divídase el párrafo {n} en dos después de «{anchor}».",
            "El párrafo {n} debe dividirse en dos párrafos después de «{anchor}».",
        ),
        Ask.RETAIN: (
            "Manténgase el párrafo {n}.",
            "El párrafo {n} debe mantenerse tal como está.",
            "Deseamos conservar el párrafo {n} en su redacción actual.",
        ),
    },
    "fr": {
        Ask.AFTER: (
            "Au paragraphe {n}, après « {anchor} », insérer « {text} ».",
            "Paragraphe {n} : ajouter « {text} » après « {anchor} ».",
            "Nous proposons d'ajouter les mots « {text} » après « {anchor} » au paragraphe {n}.",
        ),
        Ask.BEFORE: (
            "Au paragraphe {n}, avant « {anchor} », insérer « {text} ».",
            "Paragraphe {n} : ajouter « {text} » avant « {anchor} ».",
        ),
        Ask.END: (
            "À la fin du paragraphe {n}, ajouter « {text} ».",
            "Paragraphe {n} : ajouter « {text} » à la fin.",
        ),
        Ask.REPLACE: (
            "Au paragraphe {n}, remplacer « {cut} » par « {text} ».",
            "Paragraphe {n} : substituer « {text} » à « {cut} ».",
            "Au paragraphe {n}, les mots « {cut} » sont remplacés par les mots « {text} ».",
        ),
        Ask.DELETE: (
            "Au paragraphe {n}, supprimer « {cut} ».",
            "Nous demandons que les mots « {cut} » soient supprimés du paragraphe {n}.",
            "Paragraphe {n} : biffer « {cut} ».",
        ),
        Ask.SENTENCE: (
            "Supprimer la dernière phrase du paragraphe {n}.",
            "Paragraphe {n} : la dernière phrase devrait être supprimée.",
        ),
        Ask.MOVE_WORDS: (
            "Au paragraphe {n}, déplacer « {cut} » à la fin du paragraphe.",
            "Paragraphe {n} : déplacer « {cut} » à la fin.",
        ),
        Ask.WHOLE: (
            "Remplacer le paragraphe {n} par le texte suivant : « {text} »",
            "Le paragraphe {n} devrait se lire comme suit : « {text} »",
        ),
        Ask.NEW: (
            "Après le paragraphe {n}, insérer un nouveau paragraphe : « {text} »",
            "Ajouter un nouveau paragraphe {n} bis : « {text} »",
            "Un nouveau paragraphe après le paragraphe {n}, ainsi libellé : « {text} »",
        ),
        Ask.GONE: (
            "Supprimer le paragraphe {n}.",
            "Nous demandons la suppression du paragraphe {n}.",
            "Le paragraphe {n} devrait être supprimé.",
        ),
        Ask.MOVE: (
            "Déplacer le paragraphe {n} après le paragraphe {m}.",
            "Le paragraphe {n} devrait être placé après le paragraphe {m}.",
        ),
        Ask.MERGE: (
            "Fusionner les paragraphes {n} et {m}.",
            "Les paragraphes {n} et {m} devraient être fusionnés.",
        ),
        Ask.SPLIT: (
            "Scinder le paragraphe {n} en deux après « {anchor} ».",
            "Le paragraphe {n} devrait être scindé en deux paragraphes après « {anchor} ».",
        ),
        Ask.RETAIN: (
            "Conserver le paragraphe {n}.",
            "Le paragraphe {n} devrait être maintenu tel quel.",
            "Nous souhaitons conserver le paragraphe {n} dans sa rédaction actuelle.",
        ),
    },
}
