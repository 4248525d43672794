"""References in the languages of negotiations: what each names, and what it leaves alone."""

from __future__ import annotations

import pytest

from amend.parse.references import references

ENGLISH = {
    "paragraph (2) (j) above": "2(j)",
    "OP 9 bis & ter": "OP9bis|OP9ter",
    "PP3 to PP5": "PP3|PP4|PP5",
    "the third preambular paragraph": "PP3",
    "Op para 7 and OP-8": "OP7|OP8",
    "para 9 a": "9a",
    "paragraph 9 a new sentence": "9",
    "paragraph 22(a–c) and 25": "22(a)|22(b)|22(c)|25",
    "paras 9bis-10": "9bis|10",
    "para 9 alt 1 and alt 2": "9alt|9alt2",
    "paragraph 6 bis, ter and quater alt": "6bis|6ter|6quater.alt",
    "para. 9, chapeau": "9:chapeau",
    "the chapeau to paragraph 9": "9:chapeau",
    "Articles 42 A and 42 B": "Art42A|Art42B",
    "Article 4.2 and 4.3": "Art4/2|Art4/3",
    "paragraphs 7+8": "7|8",
    "para 12 lines 3-4": "12",
    "Merge paras 9 and 10 with 11": "9|10|11",
    "the objective under *Article* 10": "Art10",
    "Annexes II, III and V": "AnnexII|AnnexIII|AnnexV",
    "paragraph number 9": "9",
    "the operative part, paragraph 9 of the operative part": "OP9",
}

OTHERS = {
    "fr": {
        "aux paragraphes 9 à 12": "9|10|11|12",
        "les alinéas a), b) et c) du paragraphe 4": "4(a)|4(b)|4(c)",
        "Article premier": "Art1",
        "à l'alinéa 2 de l'article 3": "Art3/2",
        "au chapeau du paragraphe 9": "9:chapeau",
        "le paragraphe 5 de la présente déclaration": "5",
        "le point 5": "5",
    },
    "es": {
        "del párrafo 9 al 12": "9|10|11|12",
        "párr. núm. 9": "9",
        "el párrafo 2 del artículo 5": "Art5/2",
        "letra b) del artículo 8": "Art8(b)",
        "sustituir el artículo 2 A por el siguiente": "Art2A",
        "Artículo segundo": "Art2",
        "artículo 14; h) Que la ley": "Art14",
        "el artículo 30, párrafo 1 a), a través de la red": "Art30/1(a)",
        "el anexo II": "AnnexII",
    },
    "ru": {
        "подпункты a) и b) пункта 9": "9(a)|9(b)",
        "пункт 2 статьи 4": "Art4/2",
        "пункт 9 б)": "9(b)",
        "в пунктах 9, 10 и 12 бис": "9|10|12bis",
        "пункт 3 преамбулы": "PP3",
        "пункт 9 постановляющей части": "OP9",
        "статье 4 настоящей Декларации": "Art4",
        "приложение II": "AnnexII",
    },
    "ar": {
        "الفقرة ٩": "9",
        "الفقرة 9 مكرراً ثانياً": "9ter",
        "الفقرات من 9 إلى 11": "9|10|11",
        "الفقرة الفرعية (أ) من الفقرة 9": "9(a)",
        "الفقرة 9 (ب) و (ج)": "9(b)|9(c)",
        "الفقرة 2 من المادة 4": "Art4/2",
        "المادة 4 من هذه الاتفاقية": "Art4",
    },
    "zh": {
        "第9(a)段": "9(a)",
        "第9段(a)和(b)": "9(a)|9(b)",
        "第四条第二款第(三)项": "Art4/2(3)",
        "第9段至第11段": "9|10|11",
        "本公约第4条": "Art4",
        "附件二": "AnnexII",
    },
    "de": {
        "Artikel 9 bis 12": "Art9|Art10|Art11|Art12",
        "Art. 4 Abs. 2 Bst. a": "Art4/2(a)",
        "Absatz 2 dieser Erklärung": "2",
        "§§ 9 und 10": "9|10",
    },
    "it": {
        "comma 2 dell'articolo 9": "Art9/2",
        "paragrafi 9 e 10": "9|10",
    },
}

FOREIGN = {
    "en": [
        "paragraph 12 of document A/C.3/77/L.1",
        "General comment No. 22, para. 5",
        "the Global Compact for Migration, paragraph 15",
        "paragraph 18 of the Doha Programme of Action",
        "paragraph 9 of the New Urban Agenda",
        "the Convention, in particular its Article 3, paragraph 1, and Article 4, paragraph 3",
        "in accordance with Article 4.2(d), Article 7.2(e) and Article 10.2 (a) of the Convention",
        "Annexes V, VI and VII to the Convention",
        "Annex I Parties and an Annex VII arbitral tribunal",
        "see https://example.org/Art.9.5-reports",
        "decision 7/CMA.1, annex, para. 4(b)",
    ],
    "fr": ["article 5 du code civil", "l’article 287 de celle-ci", "paragraphe 5 de la Charte"],
    "es": ["artículo 9 de la Ley 20.000", "(ICC N° 188-7, inciso primero, artículo 3)"],
    "ru": ["пункт 3 статьи 5 Пакта", "статьей 51 Устава", "пункт 9 повестки дня"],
    "ar": ["المادة 51 من ميثاق الأمم المتحدة", "الفقرة 3 من القرار 70/1"],
    "zh": ["《联合国宪章》第五十一条", "第70/1号决议第4段", "第9次会议"],
    "de": ["Artikel 4 des Übereinkommens", "Art. 9 BV", "9. Mai 2022"],
    "it": ["articolo 5 della legge 40"],
}


def named(text: str, language: str) -> str:
    found = [label for each in references(text, language) for label in each.labels]
    return "|".join(dict.fromkeys(str(label) for label in found))


@pytest.mark.parametrize(("text", "labels"), ENGLISH.items())
def test_english_names_are_read(text: str, labels: str) -> None:
    assert named(text, "en") == labels


@pytest.mark.parametrize(
    ("language", "text", "labels"),
    [(language, *row) for language, rows in OTHERS.items() for row in rows.items()],
)
def test_names_in_other_languages_are_read(language: str, text: str, labels: str) -> None:
    assert named(text, language) == labels


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language, rows in FOREIGN.items() for text in rows]
)
def test_what_is_somebody_elses_is_left_alone(language: str, text: str) -> None:
    assert named(text, language) == ""


def test_paragraphs_beside_a_foreign_one_are_still_our_own() -> None:
    assert named("paragraph 9 and paragraph 4 of the Compact", "en") == "9"


def test_a_vowel_sign_moves_no_place() -> None:
    text = "حُذِفَت الفقرة 9 مكرراً من النص"
    (found,) = references(text, "ar")
    assert text[found.start : found.end] == found.text == "الفقرة 9 مكرراً"
