from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amend.errors import LabelError
from amend.labels import Label, split_head
from amend.text.numerals import multiplicative, to_roman

TABLE = Path(__file__).parents[1] / ".." / "shared" / "data" / "tables" / "labels.tsv"

# Stands in the table as a negative in running text; as a string by itself it is a label.
ONLY_BY_CONTEXT = {"21bis"}

CHAIN = (
    "8 9pre 9pre.bis 9 9:chapeau 9(a) 9(a)(i) 9(a)(ii) 9(a)bis 9(b) 9alt 9alt2 9bis.pre 9bis "
    "9bis(a) 9bis.alt 9bis.bis 9bis.ter 9ter 9quater 10"
).split()

PRINTED = {
    "9 ter.": "9ter",
    "42‑bis": "42bis",
    "7.bis": "7bis",
    "12 BIS": "12bis",
    "[14 quater.]": "14quater",
    "(6bis)": "6bis",
    "11 quáter": "11quater",
    "11 quattuordecies": "11quaterdecies",
    "4 undetricies": "4novovicies",
    "ante 5": "5pre",
    "5 pre 2": "5pre2",
    "5 alt 3": "5alt3",
    "the chapeau of paragraph 5": "5:chapeau",
    "5 (c) (iv)": "5(c)(iv)",
    "5 (c bis)": "5(c)bis",
    "5, third sentence": "5:s3",
    "OP 5 bis (b)": "OP5bis(b)",
    "recital 7": "PP7",
    "Article 3 bis, chapeau": "Art3bis:chapeau",
    "Article 3bis.2": "Art3bis/2",
    "4.5 quater": "4/5quater",
    "Annex II": "AnnexII",
    "ANNEXE IV": "AnnexIV",
    "Section B": "S:B",
    "new para after 12": "new>12",
    "new paragraph": "new",
    "43*": "43*",
    "(h) bis": "(h)bis",
    "12 (agreed ad ref)": "12",
    "para 0 bis": "0bis",
    "статья 3 тер": "Art3ter",
    "пункт 4 б)": "4(b)",
    "第十二段": "12",
    "الفقرة ٩": "9",
    "(هـ)": "(e)",
    "9 (أ) ‘2’": "9(a)(ii)",
    "9 مكرراً ثالثاً": "9quater",
    "第四条第二款（a）": "Art4/2(a)",
    "第9(b)段": "9(b)",
    "9之三": "9ter",
    "10、": "10",
    "пункт 3 преамбулы": "PP3",
    "пункт 4 постановляющей части": "OP4",
    "приложение II": "AnnexII",
    "раздел IV": "S:IV",
    "9 альт.": "9alt",
    "Article premier bis": "Art1bis",
    "Artículo tercero": "Art3",
    "Article 9, paragraph 1 (a)": "Art9/1(a)",
    "Art. 9a Abs. 2 Bst. c": "Art9a/2(c)",
    "9 a) ii)": "9(a)(ii)",
    "9(abis)": "9(a)bis",
    "inciso b)": "(b)",
    "lit. c": "(c)",
    "O.P. 9": "OP9",
    "OP-12 bis": "OP12bis",
    "9 alternative 2": "9alt2",
    "9 Alt. 1": "9alt",
    "alt 9": "9alt",
    "New 9bis": "9bis",
    "new OP 9 ter": "OP9ter",
    "9 bis (Supprimée)": "9bis",
    "Artikel 1 a (neu)": "Art1a",
    "43s": "43*",
    "Annex II bis": "AnnexIIbis",
    "9²": "9",
    "9\u2060bis": "9bis",
    "9–bis": "9bis",
    "9 *bis*": "9bis",
}


def rows() -> list[tuple[str, str, str, str]]:
    if not TABLE.exists():
        return []
    lines = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines]
    return [(cell[0], cell[1], cell[2], cell[4]) for cell in cells]


@st.composite
def printed_labels(draw: st.DrawFn) -> str:
    carrier = draw(st.sampled_from(["", "PP", "OP", "Art"]))
    parts = [f"{carrier}{draw(st.integers(1, 9999))}"]
    if carrier in {"", "Art"} and draw(st.booleans()):
        parts[0] += f".{draw(st.integers(1, 99))}"
    terms = st.one_of(
        st.integers(2, 99).map(multiplicative),
        st.sampled_from(["pre", "pre 2", "alt", "alt 2"]),
        st.integers(1, 26).map(lambda place: f"({chr(96 + place)})"),
        st.integers(2, 30).map(lambda value: f"({to_roman(value)})"),
    )
    return " ".join([*parts, *draw(st.lists(terms, max_size=4))])


def labels() -> st.SearchStrategy[Label]:
    return printed_labels().map(Label.parse)


@given(labels())
def test_a_label_prints_and_reads_back(label: Label) -> None:
    again = Label.parse(str(label))
    assert again == label
    assert again.key == label.key
    assert hash(again) == hash(label)


@given(labels(), labels(), labels())
def test_the_order_is_total_and_transitive(one: Label, two: Label, three: Label) -> None:
    assert (one < two) + (one == two) + (two < one) == 1
    low, middle, high = sorted([one, two, three])
    assert low <= middle <= high
    assert low <= high


@given(st.integers(1, 99), st.integers(2, 99), st.sampled_from([" ", "", "-", ".", "\u00a0", "‑"]))
def test_a_term_is_read_whatever_joins_it_and_in_any_case(
    number: int, ordinal: int, joint: str
) -> None:
    term = multiplicative(ordinal)
    label = Label.parse(f"{number}{joint}{term.upper()}.")
    assert str(label) == f"{number}{term}"
    assert label.key == (2, number, 4, ordinal, 0, 0)


def test_labels_sort_as_the_page_does() -> None:
    chain = [Label.parse(printed) for printed in CHAIN]
    assert all(low < high for low, high in pairwise(chain))
    assert [str(label) for label in sorted(chain, reverse=True)[::-1]] == CHAIN


def test_french_capitals_stand_before_their_number() -> None:
    printed = ["14 AAA", "14 AA", "14 AB", "14 A", "14 A bis", "14 B", "14", "14 bis A", "14 bis"]
    order = [Label.parse(each, profile="fr") for each in printed]
    assert sorted(order, key=lambda label: label.key) == order


def test_the_zones_follow_each_other() -> None:
    printed = ["PP9", "OP1", "AnnexI", "AnnexII", "AnnexV", "AnnexIX", "S:I", "S:II", "new"]
    assert [str(each) for each in sorted(map(Label.parse, printed))] == printed


@pytest.mark.parametrize(("printed", "canonical"), PRINTED.items())
def test_the_usual_prints_are_read(printed: str, canonical: str) -> None:
    assert str(Label.parse(printed)) == canonical
    assert Label.parse(canonical) == Label.parse(printed)


@pytest.mark.skipif(not TABLE.exists(), reason="the shared tables are not beside the project")
def test_the_table_of_labels_holds() -> None:
    wrong = []
    for printed, canonical, key, profile in rows():
        try:
            label = Label.parse(printed, profile)
        except LabelError:
            got, sort_key = "", "-"
        else:
            got, sort_key = str(label), json.dumps(label.key, separators=(",", ":"))
        if got != canonical or key not in {"-", sort_key}:
            wrong.append(printed)
    assert wrong == sorted(ONLY_BY_CONTEXT)


@pytest.mark.skipif(not TABLE.exists(), reason="the shared tables are not beside the project")
def test_the_table_of_labels_reads_back_in_its_own_order() -> None:
    read = [Label.parse(row[1], row[3]) for row in rows() if row[2] != "-"]
    keys = [json.loads(row[2]) for row in rows() if row[2] != "-"]
    assert [list(label.key) for label in read] == keys


@pytest.mark.parametrize(
    "printed",
    ["", "0", "9tre", "9-10", "bis", "9 b i s", "10.c", "73/326", "(22)", "10 bis 12", "Rev 2"]
    + ["1/CP.21", "0.1%", "25 March 2022", "COVID-19", "9.1.1", "9bis 2", "PP3.2", "x"]
    + ["9 (a)-(c)", "9 ii)", "（一）", "Artículo onceavo", "第9次"],
)
def test_what_is_no_label_is_refused_with_a_way_out(printed: str) -> None:
    with pytest.raises(LabelError) as refusal:
        Label.parse(printed)
    assert repr(printed) in str(refusal.value)
    assert "9ter" in refusal.value.hint


def test_an_unknown_profile_is_refused_with_the_choices() -> None:
    with pytest.raises(LabelError) as refusal:
        Label.parse("9", profile="xx")
    assert "un, eu, fr, ch" in refusal.value.hint


@pytest.mark.parametrize(
    ("label", "base", "parent", "plain"),
    [
        ("9ter", "9", None, "9ter"),
        ("9bis(a)", "9bis", "9bis", "9bis(a)"),
        ("9(a)(ii)", "9(a)", "9(a)", "9(a)(ii)"),
        ("9(a)bis", "9(a)", "9", "9(a)bis"),
        ("OP12alt", "OP12", None, "12alt"),
        ("Art3/3", "Art3", "Art3", "3/3"),
        ("new<9", "9", None, "new<9"),
        ("7", "7", None, "7"),
    ],
)
def test_a_label_knows_where_it_belongs(
    label: str, base: str, parent: str | None, plain: str
) -> None:
    read = Label.parse(label)
    assert str(read.base) == base
    assert (str(read.parent) if read.parent else None) == parent
    assert str(read.plain) == plain


def test_a_carrier_makes_another_label() -> None:
    assert Label.parse("OP9") != Label.parse("9")
    assert Label.parse("OP9").plain == Label.parse("9")
    assert Label.parse("9") != "9"


@pytest.mark.parametrize(
    ("relative", "parent", "previous", "joined", "ordinal"),
    [
        ("(a)", "9bis", None, "9bis(a)", 1),
        ("(ii)", "9(a)", "9(a)(i)", "9(a)(ii)", 2),
        ("(i)", "9", "9(h)", "9(i)", 9),
        ("(i)", "9", None, "9(i)", 1),
        ("(i)", "9(a)", None, "9(a)(i)", 1),
        ("(v)", "9(a)", "9(a)(iv)", "9(a)(v)", 5),
        ("(v)", "9", "9(u)", "9(v)", 22),
        ("(j)", "9", "9(i)", "9(j)", 10),
    ],
)
def test_a_relative_label_joins_its_paragraph(
    relative: str, parent: str, previous: str | None, joined: str, ordinal: int
) -> None:
    before = Label.parse(previous) if previous else None
    label = Label.parse(relative).under(Label.parse(parent), previous=before)
    assert str(label) == joined
    assert label.steps[-1].ordinal == ordinal


def test_a_numbered_point_of_an_article_is_its_paragraph() -> None:
    point = Label("", 0, "", Label.parse("1(4)").steps)
    assert point.under(Label.parse("Art6")) == Label.parse("Article 6(4)") == Label.parse("Art6/4")
    assert str(point.under(Label.parse("Art6/1"))) == "Art6/1(4)"


def test_a_whole_label_joins_nothing() -> None:
    with pytest.raises(ValueError, match="not relative"):
        Label.parse("9").under(Label.parse("8"))


def test_questions_about_a_label() -> None:
    assert Label.parse("(a)").is_relative
    assert not Label.parse("9(a)").is_relative
    assert Label.parse("9pre").is_inserted
    assert Label.parse("9bis").is_inserted
    assert not Label.parse("9(a)").is_inserted
    assert Label.parse("9bis.alt").is_alternative
    assert not Label.parse("9bis").is_alternative


HEADS = {
    "9ter. We commit": ("9ter.", "9ter", "We commit"),
    "9 bis) text": ("9 bis)", "9bis", "text"),
    "(5bis) Text": ("(5bis)", "5bis", "Text"),
    "[12 bis. Recognizes": ("12 bis.", "12bis", "[Recognizes"),
    "OP12 alt. Urges": ("OP12 alt.", "OP12alt", "Urges"),
    "PP3bis Recalling": ("PP3bis", "PP3bis", "Recalling"),
    "56 a. We request": ("56 a.", "56a", "We request"),
    "9 pre. We": ("9 pre.", "9pre", "We"),
    "(a) text": ("(a)", "(a)", "text"),
    "[(a) text": ("(a)", "(a)", "[text"),
    "(ii) text": ("(ii)", "(ii)", "text"),
    "iv) text": ("iv)", "(iv)", "text"),
    "a) text": ("a)", "(a)", "text"),
    "(h) bis. The": ("(h) bis.", "(h)bis", "The"),
    "(h) the text": ("(h)", "(h)", "the text"),
    "3.3bis Each Party": ("3.3bis", "3/3bis", "Each Party"),
    "3.3: Each Party": ("3.3:", "3/3", "Each Party"),
    "3.x[^4] Notwithstanding": ("3.x", "3/x", "[^4] Notwithstanding"),
    "Article 2bis": ("Article 2bis", "Art2bis", ""),
    "[Article 3bis]": ("[Article 3bis]", "Art3bis", ""),
    "Article 3 (mitigation)": ("Article 3", "Art3", "(mitigation)"),
    "[9. text": ("9.", "9", "[text"),
    "[[9. text": ("9.", "9", "[[text"),
    "[12.] text": ("[12.]", "12", "text"),
    "9. We": ("9.", "9", "We"),
    "9.We": ("9.", "9", "We"),
    "9\twe": ("9", "9", "we"),
    "9  We commit": ("9", "9", "We commit"),
    "9. Countries shall": ("9.", "9", "Countries shall"),
    "9. Pre-2020 action": ("9.", "9", "Pre-2020 action"),
    "9(a) Policies": ("9(a)", "9(a)", "Policies"),
    "(9) Text": ("(9)", "9", "Text"),
    "9.": ("9.", "9", ""),
    "9bis": ("9bis", "9bis", ""),
    "12 bis [Recognizes]": ("12 bis", "12bis", "[Recognizes]"),
    "B bis. Matters": ("B bis.", "S:Bbis", "Matters"),
    "II. Introduction": ("II.", "S:II", "Introduction"),
    "Annex I": ("Annex I", "AnnexI", ""),
    "Artículo 5°.- Toda": ("Artículo 5°.-", "Art5", "Toda"),
    "Artículo 6C. Propiedad": ("Artículo 6C.", "Art6C", "Propiedad"),
    "Art 2.3": ("Art 2.3", "Art2/3", ""),
    "2º El derecho": ("2º", "2", "El derecho"),
    "26 (Supprimé)": ("26", "26", "(Supprimé)"),
    "9 (nouveau). Texte": ("9", "9", "(nouveau). Texte"),
    "第九段之二 我们": ("第九段之二", "9bis", "我们"),
}

PROSE = [
    "", " ", "[", "9", "1.5", "2015", "25 March 2022 was", "2030 Agenda for", "10 million people",
    "1.5 °C above", "COVID-19", "12 Key Ways", "2'000 people",
    "In 2015", "9 May 1992", "9 We commit",
    "10 to 12 per cent", "21st century", "3D Printing", "10:30 a.m.", "12.5 per cent",
    "9bis and 9ter",
    "9bis, ter", "(or) text", "(as amended) by", "e.g. this", "$5 billion", "9 bis 12",
    "Article 9 of the Convention", "Article 2 applies", "1/CP.21", "73/326", "OP 9 should be",
    "(2022) The", "Annex I Parties", "I think", "A person", "(22) of", "1,000 people", "0. text",
    "9 countries", "(9. text", "9 (new) cities met", "9 (deleted by them)",
]  # fmt: skip


@pytest.mark.parametrize(("text", "head"), HEADS.items())
def test_a_paragraph_opens_with_its_number(text: str, head: tuple[str, str, str]) -> None:
    found = split_head(text)
    assert found is not None
    assert (found[0], str(found[1]), found[2]) == head


@pytest.mark.parametrize("text", PROSE)
def test_prose_opens_with_no_number(text: str) -> None:
    assert split_head(text) is None


LABEL_LIKE = st.text(alphabet="0123459bistepralx().[]-/: OPABIS:*<>né°第段之二٣б", max_size=12)


@given(st.one_of(st.text(), LABEL_LIKE))
def test_any_text_at_all_is_split_or_left_alone(text: str) -> None:
    found = split_head(text)
    if found is not None:
        assert found[0] in text
        assert text.endswith(found[2].lstrip("[ ")) or found[2].startswith("[")


@given(st.one_of(st.text(), LABEL_LIKE), st.sampled_from(["un", "eu", "fr", "ch"]))
def test_any_text_at_all_is_a_label_or_an_error(text: str, profile: str) -> None:
    try:
        label = Label.parse(text, profile)
    except LabelError:
        return
    again = Label.parse(str(label), profile)
    assert again == label
    assert again.key == label.key


@pytest.mark.parametrize(
    "text", [" " * 50_000, "[" * 50_000, "9" + "(a)" * 10_000, "9 " + "a" * 50_000]
)
def test_a_hostile_text_is_refused_at_once(text: str) -> None:
    split_head(text)
    with pytest.raises(LabelError):
        Label.parse(text)
