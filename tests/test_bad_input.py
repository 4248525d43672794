"""Whatever is wrong with a file: one message with where, what and a way out, and nothing left."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.builders import docx, para
from tests.commands import BASE, DELTA, GAMMA, LATER, amend, dump, put, refusal, workspace

_WORD = docx(para("1. We commit to peace on the river."), para("2. We end the levy."))
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_BAD_FILES: dict[str, tuple[str, bytes | None, str]] = {
    "missing": ("rev1.docx", None, "there is no such file"),
    "missing and of another kind": ("rev1.pdf", None, "there is no such file"),
    "empty": ("rev1.docx", b"", "is empty"),
    "white space": ("rev1.txt", b" \n\t\n", "is empty"),
    "nothing but a byte order mark": ("rev1.txt", b"\xef\xbb\xbf\n", "holds no text"),
    "nothing but a rule": ("rev1.md", b"---\n", "holds no text"),
    "a page without words": ("rev1.html", b"<html><body></body></html>", "holds no text"),
    "a page of boxes in boxes": ("rev1.html", b"<div>" * 900 + b"1. We go", "nested too deeply"),
    "encrypted": ("rev1.docx", _OLD_WORD, "encrypted"),
    "cut short": ("rev1.docx", _WORD[: len(_WORD) // 2], "cut short or damaged"),
    "no Word file": ("rev1.docx", b"1. We commit to peace.", "is not a Word document"),
    "an old Word file cut short": (
        "rev1.doc",
        _OLD_WORD,
        "is damaged, or encrypted with a password",
    ),
    "a PDF": ("rev1.pdf", b"%PDF-1.4", "is damaged, or no PDF"),
    "no suffix": ("rev1", b"1. We commit to peace.", "a file without a suffix"),
    "Latin-1": ("rev1.txt", "1. Café.\n".encode("latin-1"), "not UTF-8 text: byte 0xe9 in line 1"),
    "UTF-16 without its mark": ("rev1.txt", "1. We go.".encode("utf-16-le"), "NUL bytes"),
}


@pytest.fixture(params=list(_BAD_FILES))
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    name, data, told = _BAD_FILES[request.param]
    path = tmp_path / "in" / name
    path.parent.mkdir()
    if data is not None:
        path.write_bytes(data)
    return path, told


def _around(path: Path) -> list[Path]:
    return sorted(each for each in path.rglob("*") if each.name != "in")


@pytest.mark.parametrize("command", ["read", "compare", "check", "concordance"])
def test_a_file_that_cannot_be_used_is_refused_in_one_message(
    command: str, bad: tuple[Path, str], tmp_path: Path
) -> None:
    path, told = bad
    good, delta = put(tmp_path, rev2=LATER, delta=DELTA)
    out = ["-o", tmp_path / "out.html"]
    words: dict[str, Iterable[object]] = {
        "read": ["read", path],
        "compare": ["compare", path, good, *out],
        "concordance": ["concordance", good, path, *out],
        "check": ["check", delta, "--against", path, good, *out],
    }
    before = _around(tmp_path)
    message = refusal(*words[command])
    assert told in message
    assert str(path) in message, "the whole path: two files may have one name"
    assert _around(tmp_path) == before, "no page, whole or half, and no .part file"


def test_a_name_that_no_folder_can_hold_is_refused(tmp_path: Path) -> None:
    (good,) = put(tmp_path, rev2=LATER)
    path = tmp_path / f"{'1' * 300}.docx"
    for words in (["read", path], ["compare", path, good], ["audit", good, path]):
        assert "cannot be opened (File name too long)" in refusal(*words)


def test_a_file_of_proposals_that_cannot_be_read_is_refused(
    bad: tuple[Path, str], tmp_path: Path
) -> None:
    path, told = bad
    old, new = put(tmp_path, rev1=BASE, rev2=LATER)
    assert told in refusal("check", path, "--against", old, new)


def test_a_bad_file_leaves_the_workspace_as_it_was(bad: tuple[Path, str], tmp_path: Path) -> None:
    path, told = bad
    desk = workspace(tmp_path / "desk", delta_rev1=DELTA)
    assert amend("report", "--in", desk, "-o", tmp_path / "out").code == 0
    before = dump(desk)
    for words in (["--as", "Rev 9"], ["--by", "Delta", "--on", "Rev 1"]):
        answer = amend("add", path, *words, "--in", desk)
        assert answer.code == 1
        assert told in answer.err
        assert answer.err.count("\n") == 2
    assert dump(desk) == before


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    assert "is a folder" in refusal("read", tmp_path)


def test_a_file_whose_name_is_no_text_is_refused_in_readable_letters(tmp_path: Path) -> None:
    odd = tmp_path / "caf\udce9.txt"
    try:
        odd.write_text(BASE)
    except (OSError, UnicodeEncodeError):
        pytest.skip("this file system takes no such name")
    later = put(tmp_path, rev2=LATER)[0]
    assert "its name is not UTF-8 text" in refusal("compare", odd, later, "--json")


def test_a_draft_without_a_number_is_shown_by_read_and_refused_by_the_rest(tmp_path: Path) -> None:
    bare, later, delta = put(
        tmp_path, rev1="We commit to peace.\n\nWe end the levy.\n", rev2=LATER, delta=DELTA
    )
    shown = amend("read", bare)
    assert shown.code == 0
    assert "no-numbers" in shown.out
    assert [each["label"] for each in amend("read", bare, "--json").data["paragraphs"]] == [
        None
    ] * 2
    assert "--unnumbered" in refusal("compare", bare, later)
    assert "--unnumbered" in refusal("check", delta, "--against", bare, later)
    desk = workspace(tmp_path / "desk")
    answer = amend("add", bare, "--in", desk)
    assert answer.code == 1
    assert "no paragraph bears a number" in answer.err
    assert "--by NAME" in answer.err, "it may be a file of proposals"
    assert "--unnumbered" not in answer.err, "add has no such option"


def test_unnumbered_drafts_are_compared_on_request(tmp_path: Path) -> None:
    old, new, delta = put(
        tmp_path,
        rev1="We commit to peace on the river.\n\nWe end the levy.\n",
        rev2="We commit to lasting peace on the river.\n\nWe end the levy.\n",
        delta=DELTA,
    )
    compared = amend("compare", old, new, "--unnumbered", "--json")
    assert compared.code == 0
    beads = compared.data["alignments"][0]["beads"]
    assert [each["changes"] for each in beads] == [["substitution"], []]
    checked = amend("check", delta, "--against", old, new, "--unnumbered", "--json")
    assert checked.data["proposals"][0]["course"]["headline"] == "undeterminable"


def test_an_unnumbered_draft_in_the_folder_stops_the_report_by_name(tmp_path: Path) -> None:
    desk = workspace(tmp_path / "desk")
    put(desk / "drafts", rev2="We commit to peace.\n")
    message = refusal("report", "--in", desk, "-o", tmp_path / "out")
    assert "rev2.txt" in message
    assert not (tmp_path / "out").exists()


def test_a_page_that_states_no_encoding_is_read_as_browsers_do_and_told(tmp_path: Path) -> None:
    page = tmp_path / "rev1.html"
    page.write_bytes("<p>1. The caf\u00e9 \u201cDelta\u201d</p>".encode("cp1252"))
    answer = amend("read", page, "--json").data
    assert answer["paragraphs"][0]["text"] == "The caf\u00e9 \u201cDelta\u201d"
    assert [each["code"] for each in answer["notices"]] == ["encoding-guessed"]
    page.write_bytes(b'<meta charset="iso-8859-1"><p>1. The caf\xe9</p>')
    answer = amend("read", page, "--json").data
    assert answer["paragraphs"][0]["text"] == "The caf\u00e9"
    assert answer["notices"] == []


def test_two_revisions_of_one_name_are_refused_until_they_are_named(tmp_path: Path) -> None:
    first = put(tmp_path / "a", rev1=BASE)[0]
    second = put(tmp_path / "b", rev1=LATER)[0]
    message = refusal("compare", first, second)
    assert f"{first} and {second} both read as 'Rev 1'" in message
    assert "--as" in message
    named = amend("compare", first, second, "--as", "Morning", "--as", "Evening", "--json")
    assert [each["name"] for each in named.data["revisions"]] == ["Morning", "Evening"]
    refusal("compare", first, second, "--as", "Rev 1", "--as", "rev. 1")
    refusal("compare", first, second, "--as", "Morning")


def test_two_forms_of_one_revision_are_told_apart_by_them(tmp_path: Path) -> None:
    (first,) = put(tmp_path, rev1=BASE)
    second = first.rename(tmp_path / "rev1.md")
    put(tmp_path, rev1=BASE)
    answer = amend("compare", first, second, "--json").data
    assert [each["name"] for each in answer["revisions"]] == ["Rev 1 (txt)", "Rev 1 (md)"]
    assert "both read as 'Rev 1'" in refusal("compare", first, second, second)


def test_a_file_of_proposals_named_twice_is_refused(tmp_path: Path) -> None:
    old, new, delta = put(tmp_path, rev1=BASE, rev2=LATER, delta=DELTA)
    assert "is named twice" in refusal("check", delta, delta, "--against", old, new)


def test_one_revision_has_nothing_to_be_compared_with(tmp_path: Path) -> None:
    path = put(tmp_path, rev1=BASE)[0]
    assert "amend compare" in refusal("compare", path)
    delta = put(tmp_path, delta=DELTA)[0]
    assert "--against" in refusal("check", delta, "--against", path)


def test_a_proposal_against_an_unknown_revision_is_refused(tmp_path: Path) -> None:
    desk = workspace(tmp_path / "desk")
    amend("list", "--in", desk)
    before = dump(desk)
    path = put(tmp_path, letter=GAMMA)[0]
    answer = amend("add", path, "--on", "Rev 9", "--in", desk)
    assert answer.code == 1
    assert "letter.txt: no revision is named 'Rev 9'" in answer.err
    assert "Rev 1, Rev 2, Rev 3" in answer.err
    assert dump(desk) == before


def test_a_file_that_speaks_of_another_revision_than_the_base_is_judged_and_told(
    tmp_path: Path,
) -> None:
    old, new, own, named = put(
        tmp_path, rev1=BASE, rev2=LATER, letter=f"On: Rev 2\n{DELTA}", gamma_rev2=GAMMA
    )
    answer = amend("check", own, named, "--against", old, new, "--json")
    assert answer.code == 0
    told = [(each["code"], each["where"]) for each in answer.data["notices"]]
    assert told == [("base-differs", "letter.txt"), ("base-differs", "gamma-rev2.txt")]
    fine = amend("check", own, "--against", new, old, "--as", "Rev 2", "--as", "Rev 3", "--json")
    assert fine.data["notices"] == []


def test_proposals_all_of_which_name_missing_paragraphs_are_shown_and_refused(
    tmp_path: Path,
) -> None:
    old, new, wrong, fine = put(
        tmp_path, rev1=BASE, rev2=LATER, wrong=GAMMA.replace("Para 2", "Para 99"), delta=DELTA
    )
    for words in ([wrong], [fine, wrong]):
        answer = amend("check", *words, "--against", old, new, "--json")
        assert answer.code == 1
        assert answer.data["proposals"][-1]["course"]["headline"] == "undeterminable"
        assert "error: wrong.txt: none of its proposals names a paragraph" in answer.err
        assert "Check the paragraph numbers" in answer.err


def test_one_missing_label_among_good_ones_is_told_and_undeterminable(tmp_path: Path) -> None:
    text = f'{DELTA}\nPara 99: insert "all" before "grain".\n'
    old, new, half = put(tmp_path, rev1=BASE, rev2=LATER, half=text)
    answer = amend("check", half, "--against", old, new, "--json")
    assert answer.code == 0
    fates = [each["course"]["rulings"][0]["fate"] for each in answer.data["proposals"]]
    assert fates == ["adopted verbatim", "undeterminable"]
    assert [each["code"] for each in answer.data["notices"]] == ["target-unresolved"]
    assert "99" in answer.err


_TWICE = (
    "Part A\n\n1. We commit to peace on the river.\n\n2. We end the levy on grain.\n\n"
    "Part B\n\n1. We welcome the pilots of the delta.\n"
)
_TWICE_LATER = _TWICE.replace("the pilots", "the young pilots").replace("peace", "lasting peace")


def test_a_label_that_stands_twice_is_settled_only_by_the_words_quoted(tmp_path: Path) -> None:
    old, new, delta, vague = put(
        tmp_path,
        rev1=_TWICE,
        rev2=_TWICE_LATER,
        delta=DELTA,
        vague='By: Gamma\n\nPara 1: add "in all seasons" at the end.\n',
    )
    quoted = amend("check", delta, "--against", old, new, "--json").data["proposals"][0]
    assert quoted["course"]["rulings"][0]["fate"] == "adopted verbatim"
    unclear = amend("check", vague, "--against", old, new, "--json")
    assert unclear.code == 0
    assert unclear.data["proposals"][0]["course"]["rulings"][0]["fate"] == "undeterminable"
    assert "target-ambiguous" in [each["code"] for each in unclear.data["notices"]]


@pytest.mark.parametrize("out", ["nowhere/out.html", "file.txt/out.md", "folder.html"])
def test_a_report_that_cannot_be_written_leaves_nothing_behind(out: str, tmp_path: Path) -> None:
    old, new, _ = put(tmp_path, rev1=BASE, rev2=LATER, file="x")
    (tmp_path / "folder.html").mkdir()
    before = sorted(tmp_path.rglob("*"))
    assert "cannot be written" in refusal("compare", old, new, "-o", tmp_path / out)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("words", [["-o", "out.pdf"], ["-o", "out"], ["--format", "pdf"]])
def test_an_unknown_format_is_refused_with_the_known_ones(words: list[str], tmp_path: Path) -> None:
    old, new = put(tmp_path, rev1=BASE, rev2=LATER)
    at = [tmp_path / each if each.startswith("out") else each for each in words]
    message = refusal("compare", old, new, *at)
    assert all(suffix in message for suffix in (".html", ".md", ".json"))
    assert sorted(tmp_path.iterdir()) == [old, new]


def test_no_report_is_written_over_the_files_it_is_made_of(tmp_path: Path) -> None:
    old, new, delta = put(tmp_path, rev1=BASE, rev2=LATER, delta=DELTA)
    for out in (old, new):
        message = refusal("compare", old, new, "-o", out, "--format", "md")
        assert "is one of the files to be read" in message
    refusal("check", delta, "--against", old, new, "-o", delta, "--format", "md")
    assert old.read_text() == BASE
    assert delta.read_text() == DELTA


def test_an_unknown_profile_and_a_date_that_is_none_are_refused(tmp_path: Path) -> None:
    path, bare = put(tmp_path, rev1=BASE, bare="No number here.\n")
    for each in (path, bare):
        assert "un, eu, fr, ch" in refusal("read", each, "--profile", "xx")
    desk = workspace(tmp_path / "desk")
    answer = amend("add", path, "--date", "1 May", "--in", desk)
    assert answer.code == 1
    assert "2026-03-31" in answer.err


def test_one_unreadable_file_of_proposals_does_not_stop_the_others(tmp_path: Path) -> None:
    old, new, delta = put(tmp_path, rev1=BASE, rev2=LATER, delta=DELTA)
    spoilt = tmp_path / "gamma.txt"
    spoilt.write_bytes("Para 2: é\n".encode("latin-1"))
    answer = amend("check", delta, spoilt, "--against", old, new, "--json")
    assert answer.code == 0
    assert [each["by"] for each in answer.data["proposals"]] == [["Delta Union"]]
    assert "file-skipped" in answer.err
    assert "is not UTF-8 text" in answer.err
    other = tmp_path / "other.txt"
    other.write_bytes(b"\xff\xff")
    assert "none of the 2 files" in refusal("check", spoilt, other, "--against", old, new)
