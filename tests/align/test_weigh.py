"""Weighty words are told inside edits, in six languages, with the pair shown."""

from __future__ import annotations

from pathlib import Path

import pytest

import amend
from amend import pipeline
from amend.align import align
from amend.errors import WorkspaceError
from amend.store.weighty import scales
from tests.commands import amend as command
from tests.commands import put, refusal


def told(old: str, new: str, table: Path | None = None) -> list[str]:
    drafts = amend.read_text(f"1. {old}", name="A"), amend.read_text(f"1. {new}", name="B")
    (found,) = pipeline.compared(*drafts, align(*drafts), table).redlines
    return [f"{each.kind}: {each}" for each in found.weights]


EN = "The parties {} keep every well open to all travellers in the {} of the delta."


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        (("shall", "ports"), ("should", "ports"), ["modal: shall → should (weaker)"]),
        (("may", "ports"), ("must", "ports"), ["modal: may → must (stronger)"]),
        (("shall", "ports"), ("shall not", "ports"), ["negation: “not” put in"]),
        (("shall", "ports"), ("shall, as appropriate,", "ports"),
         ["qualifier: “as appropriate” put in (weaker)"]),
        (("decide to", "ports"), ("encourage to", "ports"), ["verb: decide → encourage (weaker)"]),
        (("shall", "3 ports"), ("shall", "5 ports"), ["number: 3 → 5"]),
        (("shall", "two ports"), ("shall", "ten ports"), ["number: two → ten"]),
        (("shall", "eighteen ports"), ("shall", "twenty-four ports"),
         ["number: eighteen → twenty-four"]),
        (("shall", "ports by 3 March"), ("shall", "ports by 3 May"), ["date: march → may"]),
        (("shall", "ports by 12 June 2025"), ("shall", "ports by 15 June 2030"),
         ["date: 12 → 15", "date: 2025 → 2030"]),
        (("shall", "ports"), ("will strive to", "harbours"),
         ["modal: “shall” taken out", "qualifier: “strive to” put in (weaker)"]),
        (("shall", "ports"), ("shall", "towns"), []),
        (("send support", "ports"), ("send calls", "ports"), []),
        (("A/RES/70/1", "ports"), ("A/RES/70/2", "ports"), []),
    ],
)  # fmt: skip
def test_what_an_edit_weighs(old: tuple[str, str], new: tuple[str, str], found: list[str]) -> None:
    assert told(EN.format(*old), EN.format(*new)) == found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("Les parties doivent garder les puits de la ville.",
         "Les parties devraient garder les puits de la ville.", ["modal: doit → devrait (weaker)"]),
        ("Las partes deberán abrir los pozos de la ciudad.",
         "Las partes podrán abrir los pozos de la ciudad, según proceda.",
         ["modal: deberá → podrá (weaker)", "qualifier: “según proceda” put in (weaker)"]),
        ("Стороны должны держать колодцы открытыми.",
         "Стороны не должны держать колодцы открытыми.", ["negation: “не” put in"]),
        ("Стороны должны помогать соседям и решают строить колодцы.",
         "Стороны могут помогать соседям и призывают строить колодцы.",
         ["modal: должны → может (weaker)", "verb: решает → призывает (weaker)"]),
        ("يجب على الأطراف أن تفتح الآبار للجميع.", "ينبغي على الأطراف أن تفتح الآبار للجميع.",
         ["modal: يجب → ينبغي (weaker)"]),
        ("缔约方应当开放所有水井。", "缔约方可以酌情开放所有水井。",
         ["modal: 应当 → 可以 (weaker)", "qualifier: “酌情” put in (weaker)"]),
        ("المادة ٣ من الاتفاق تفتح الآبار للجميع.", "المادة ٥ من الاتفاق تفتح الآبار للجميع.",
         ["number: 3 → 5"]),
    ],
)  # fmt: skip
def test_six_languages_have_their_words(old: str, new: str, found: list[str]) -> None:
    assert told(old, new) == found


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("The Secretariat shall publish the list of wells every year.",
         "The Secretariat may publish the list of wells every year.",
         ["modal: shall → may (weaker)"]),
        ("Member Governments should [US: may] plan the care of all wells.",
         "Member Governments should plan the care of all wells.", ["modal: “may” taken out"]),
        ("The Forum shall meet at the mouth of the river in May.",
         "The Forum shall meet at the mouth of the river in June.", []),
    ],
)  # fmt: skip
def test_may_is_a_modal_whoever_may_and_no_modal_as_a_month(
    old: str, new: str, found: list[str]
) -> None:
    assert told(old, new) == found


def test_a_word_that_only_moved_is_not_told() -> None:
    old = "In every port the parties shall keep wells open to all travellers."
    new = "The parties shall keep wells open to all travellers in every port."
    assert told(old, new) == []


def test_a_phrase_of_which_only_a_small_word_changed_is_not_told() -> None:
    old = "Parties act in light of different national circumstances."
    assert told(old, old.replace("in light", "in the light")) == []


def test_a_paragraph_that_is_new_has_no_edits_to_weigh() -> None:
    drafts = (
        amend.read_text("1. Wells are kept open here.", name="A"),
        amend.read_text("1. Wells are kept open here.\n\n2. Boats shall moor.", name="B"),
    )
    assert all(not each.weights for each in amend.compare(*drafts).redlines)


def test_a_table_of_ones_own_takes_the_place_of_ours_list_by_list(tmp_path: Path) -> None:
    table = tmp_path / "weighty.toml"
    table.write_text('[en]\nmodals = ["will", "shall"]\n', encoding="utf-8")
    old, new = EN.format("will", "3 ports"), EN.format("shall not", "5 ports")
    assert told(old, new, table) == [
        "modal: will → shall (weaker)", "negation: “not” put in", "number: 3 → 5",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[en", "no table"),
        ("en = 3", "en is no language"),
        ('[eng]\nmodals = ["shall"]', "eng. is not read"),
        ("[en]\nwords = []", "en.words"),
        ("[en]\nverbs = 3", "en.verbs"),
    ],
)
def test_a_mistaken_table_is_refused_with_a_way_out(tmp_path: Path, text: str, found: str) -> None:
    table = tmp_path / "weighty.toml"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(WorkspaceError, match=found) as refused:
        scales(table)
    assert refused.value.hint


def test_every_language_of_the_united_nations_has_every_list() -> None:
    assert set(scales()) == {"en", "fr", "es", "ru", "ar", "zh"}


RULES = {
    "rev1": "1. The parties shall keep wells.\n\n2. Boats moor in the port.\n",
    "rev2": "1. The parties may keep wells.\n\n2. Boats moor in every port.\n",
}


def test_the_screen_the_page_and_the_data_show_them_and_can_choose_by_them(tmp_path: Path) -> None:
    files = put(tmp_path, **RULES)
    assert "shall → may (weaker)" in command("compare", *files).out
    chosen = command("compare", *files, "--only", "weaker").out
    assert "keep wells" in chosen
    assert "Boats" not in chosen
    assert "Use one of: changed, weighty" in refusal("compare", *files, "--only", "heavy")
    (bead, _) = command("compare", *files, "--json").data["alignments"][0]["beads"]
    assert bead["weighty"] == [{"kind": "modal", "old": "shall", "new": "may", "turn": "weaker"}]
    assert command("compare", *files, "-o", tmp_path / "page.html").code == 0
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert 'data-weighty="weighty weaker modal"' in page
    assert '<option value="modal">shall, should, may (1)</option>' in page


def test_a_workspace_has_a_table_of_its_own(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    put(desk / "drafts", **RULES)
    (desk / "weighty.toml").write_text('[en]\nmodals = ["may", "shall"]\n', encoding="utf-8")
    assert command("report", "--in", desk, "-o", desk / "out").code == 0
    assert "shall → may (stronger)" in (desk / "out" / "report.md").read_text(encoding="utf-8")
    data = command("report", "--in", desk, "--json").data
    assert [each["revision"] for each in data["open"]] == ["Rev 1", "Rev 2"]
    assert data["weighty"][0]["words"][0]["turn"] == "stronger"


def test_earlier_print_is_shown_when_it_is_asked_for(tmp_path: Path) -> None:
    files = put(tmp_path, rev1="1. We protect labor.\n", rev2="1. We protect labour.\n")
    assert "{~labor.~}" not in command("compare", *files).out
    assert "labour. {~labor.~}" in command("compare", *files, "--typography").out
