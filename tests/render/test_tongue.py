"""The report's own words in other languages: whole catalogues, and nothing left in English."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import polib
import pytest
from lxml import html as markup

from amend import pipeline
from amend.errors import AmendError
from amend.render import Report, contents
from amend.render.tongue import LANGUAGES, PLURALS, Tongue, read, tongue, words_folder
from amend.text.told import Day, begun, counted, listed, numbered, told
from amend.workspace import Workspace
from tests.render.sample import CHAIN, COURSES, MADE, NOTICES, THRESHOLDS
from tests.words import ROOT, gathered, sayings

SAMPLE = Report("A text", MADE, CHAIN, COURSES, "Zero", THRESHOLDS, NOTICES)
FINISHED = tuple(each for each in LANGUAGES if each != "en")
_FIELD = re.compile(r"{(\w+)[^}]*}")


def _catalogue(language: str) -> Any:
    return polib.pofile(str(words_folder() / f"{language}.po"), encoding="utf-8")


@pytest.mark.parametrize("language", FINISHED)
def test_every_pattern_of_ours_is_in_each_finished_catalogue_with_its_fields(language: str) -> None:
    known = {each.msgid: each for each in _catalogue(language) if each.translated()}
    assert [each.one for each in sayings() if each.one not in known] == []
    for each in known.values():
        for said in (each.msgstr, *each.msgstr_plural.values()):
            if said:
                fields = _FIELD.findall(each.msgid_plural or each.msgid)
                assert set(_FIELD.findall(said)) | {"n"} == {*fields, "n"}, each.msgid


@pytest.mark.parametrize("language", FINISHED)
def test_no_catalogue_holds_what_is_said_no_more(language: str) -> None:
    said = {each.one for each in gathered()}
    assert [each.msgid for each in _catalogue(language) if each.msgid not in said] == []


def test_the_form_for_translators_holds_every_pattern() -> None:
    form = polib.POFile(wrapwidth=96)
    form.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    done: set[str] = set()
    for each in sayings():
        if each.one not in done:
            done.add(each.one)
            where = [(each.where, "")]
            form.append(polib.POEntry(msgid=each.one, msgid_plural=each.many, occurrences=where))
    path = words_folder() / "report.pot"
    if os.environ.get("AMEND_GOLDEN"):
        form.save(str(path))
    assert path.read_text(encoding="utf-8") == str(form)


def test_plurals_follow_their_language() -> None:
    french, spanish = tongue("fr"), tongue("es")
    said = [french.say(counted(n, "proposal")) for n in (0, 1, 2)]
    assert said == ["0 proposition", "1 proposition", "2 propositions"]
    assert spanish.say(counted(0, "proposal")) == "0 propuestas"
    assert [PLURALS["ru"](n) for n in (1, 2, 5, 11, 21, 22)] == [0, 1, 2, 2, 0, 1]
    assert [PLURALS["ar"](n) for n in (0, 1, 2, 3, 11, 100)] == [0, 1, 2, 3, 4, 5]
    assert PLURALS["zh"](7) == 0


def test_a_pair_whose_ends_stand_apart_is_said_by_its_number() -> None:
    one = "the one word asked for is new in {where}"
    many = "all {n} words asked for are new in {where}"
    where = told("paragraph {last}", last="9")
    assert tongue("fr").say(numbered(1, one, many, where=where)) == (
        "le seul mot demandé est nouveau dans le paragraphe 9"
    )
    assert tongue("fr").say(numbered(5, one, many, where=where)).startswith("les 5 mots")


def test_dates_and_numbers_are_printed_as_the_language_does() -> None:
    assert tongue("fr").say(Day("2015-12-12")) == "12 décembre 2015"
    assert tongue("fr").say(Day("2026-03-01")) == "1er mars 2026"
    assert tongue("es").say(Day("2015-12-12")) == "12 de diciembre de 2015"
    assert tongue("fr").say(Day("spring 2015")) == "spring 2015"
    assert tongue("fr").say(counted(12345, "word")) == "12\u202f345 mots"
    assert tongue("es").say(counted(1234, "word")) == "1234 palabras"


def test_what_others_wrote_is_never_translated() -> None:
    assert tongue("fr").say(listed(["new", "moved"])) == "new et moved"
    assert tongue("fr").say("new") == "new"
    assert tongue("fr").say(begun(told("new"))) == "Nouveau"
    assert tongue("fr").say(told("ruled by {name}", name="{n}")) == "décidé par {n}"


def test_what_a_catalogue_lacks_is_said_in_english_and_arabic_runs_leftward() -> None:
    entries = [polib.POEntry(msgid="Close", msgstr="إغلاق"), polib.POEntry(msgid="Search")]
    arabic = read("ar", entries)
    assert (arabic("Close"), arabic("Search"), arabic.direction) == ("إغلاق", "Search", "rtl")


def test_a_language_without_a_catalogue_is_refused_with_the_choices() -> None:
    with pytest.raises(AmendError) as refusal:
        tongue("xx")
    assert "en, fr, es" in refusal.value.hint


def test_english_is_left_as_it_is() -> None:
    view = SAMPLE.view()
    assert Tongue("en").say(view) is view


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """The worked example, judged."""
    desk = tmp_path_factory.mktemp("desk")
    for name in ("drafts", "proposals"):
        shutil.copytree(ROOT / name, desk / name)
    with Workspace(desk) as found:
        seen = found.findings(found.gather(datetime(2031, 5, 12, tzinfo=UTC)))
    return pipeline.report(
        seen.chain, seen.courses, title=seen.title, now="2031-05-12", notices=seen.notices,
        base=seen.chain.revisions[0].name, new_words=pipeline.newcomers(seen.chain, seen.courses),
        thresholds=seen.thresholds, provenance=pipeline.trace(seen.chain, seen.courses),
    )  # fmt: skip


@pytest.mark.parametrize("language", FINISHED)
@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_the_worked_example_has_no_english_sentence_of_ours_left(
    language: str, suffix: str, example: Report
) -> None:
    report = replace(example, language=language)
    patterns = list(_english(language))
    told = contents(report, suffix)
    assert isinstance(told, str)
    lines = _texts(told) if suffix == ".html" else _lines(told)
    found = [(one.pattern, line) for line in lines for one in patterns if one.fullmatch(line)]
    assert found == []


def test_the_page_names_its_language_and_the_texts_keep_theirs() -> None:
    page = contents(replace(SAMPLE, language="fr"), ".html")
    assert isinstance(page, str)
    assert '<html lang="fr">' in page


def test_data_stay_english_in_any_language() -> None:
    french: Report = replace(SAMPLE, language="fr")
    for suffix in (".json", ".csv"):
        assert contents(french, suffix) == contents(SAMPLE, suffix)


def _english(language: str) -> Iterator[re.Pattern[str]]:
    """Yield our English patterns that read otherwise in a language, but for their fields."""
    known = {each.msgid: each.msgstr for each in _catalogue(language)}
    for each in sayings():
        for pattern in (each.one, each.many):
            plain = _FIELD.sub("", pattern)
            least = 9 if plain != pattern else 6  # words of a draft hold "... against ..."
            if sum(map(str.isalpha, plain)) > least and known.get(each.one) != pattern:
                bare = re.escape(pattern).replace(r"\{", "{").replace(r"\}", "}")
                yield re.compile(_FIELD.sub(".+", bare))


def _texts(page: str) -> Iterator[str]:
    root = markup.fromstring(page.replace("<noscript", "<div").replace("</noscript", "</div"))
    for each in root.iter():
        is_ours = each.tag not in {"script", "style", "q", "mark"}
        if (
            not is_ours
            or each.get("class") in {"text", "asked", "gist"}
            or each.get("lang") == "en"
        ):
            continue
        for text in (each.text, each.get("title"), each.get("aria-label")):
            yield (text or "").strip()


def _lines(text: str) -> Iterator[str]:
    """Yield the headings, the heads of tables and the lines of lists: words of ours, or names."""
    every = text.splitlines()
    for line, after in pairwise([*every, ""]):
        if line.startswith(("#", "- ", "  - ")):
            yield line.strip("#-* ").split(":")[0]
        elif after.startswith("| ---"):
            yield from (cell.strip() for cell in line.split("|"))
