"""What the command line promises: one JSON document, plain pipes, exit codes, help."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import deleted, docx, ins, para, run
from tests.commands import BASE, DELTA, GAMMA, LATER, LATEST, Answer, amend, put, workspace

_COMMANDS = (
    "read", "compare", "concordance", "check", "init", "add", "list", "show", "report", "doctor",
    "rule", "rule fate", "rule target", "rule link",
)  # fmt: skip
_BOM = "\ufeff"
_SKIPPING = BASE + "\n2ter. We ask for more.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return put(tmp_path, rev1=BASE, rev2=LATER, rev3=LATEST, delta=DELTA, gamma=GAMMA)


def _process(*words: object, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a process of its own, both streams in a pipe."""
    command = [sys.executable, "-m", "amend", *(str(word) for word in words)]
    environment = {**os.environ, **variables}
    return subprocess.run(
        command, capture_output=True, check=False, encoding="utf-8", env=environment
    )


@pytest.mark.parametrize("command", _COMMANDS)
def test_each_command_has_a_help_text_with_an_example(command: str) -> None:
    answer = amend(*command.split(), "--help")
    assert answer.code == 0
    assert answer.err == ""
    if command != "rule":
        assert f"Example: amend {command}" in " ".join(answer.out.split())


def test_help_names_every_command() -> None:
    answer = amend("--help")
    assert answer.code == 0
    assert all(f"  {command} " in answer.out for command in _COMMANDS if " " not in command)


@pytest.mark.parametrize(
    "words",
    [["frobnicate"], ["compare"], ["read", "a.txt", "b.txt"], ["compare", "a", "b", "--loud"],
     ["check", "a.txt"], ["check", "a.txt", "--against"], ["rule", "fate", "x"], ["show"]],
)  # fmt: skip
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(words: list[str]) -> None:
    answer = amend(*words)
    assert answer.code == 2
    assert answer.out == ""
    assert "Error: " in answer.err


def test_json_is_one_document_on_stdout_and_nothing_else(files: list[Path]) -> None:
    old, new, last, delta, gamma = files
    keys = {
        ("read", old): {"source", "paragraphs", "notices"},
        ("compare", old, new, last): {"revisions", "alignments", "threads", "notices"},
        ("concordance", old, new): {"revisions", "alignments", "threads", "notices"},
        ("check", delta, gamma, "--against", old, new, last): {
            "base", "later", "proposals", "thresholds", "notices",
        },
    }  # fmt: skip
    for words, expected in keys.items():
        answer = amend(*words, "--json")
        assert answer.code == 0
        assert answer.data["schema"] == "amend/1"
        assert set(answer.data) >= expected
        assert answer.out.count("\n") == 1
        assert answer.err == ""


def test_json_of_a_workspace_is_one_document_too(tmp_path: Path) -> None:
    desk = workspace(tmp_path / "desk", delta_rev1=DELTA)
    path = put(tmp_path, gamma_rev1=GAMMA)[0]
    for words, key in (
        (["add", path], "added"),
        (["list"], "drafts"),
        (["list", "proposals"], "proposals"),
        (["list", "proponents"], "proponents"),
        (["show", "1"], "threads"),
        (["show", "delta"], "proposals"),
        (["report"], "proposals"),
        (["doctor"], "findings"),
    ):
        answer = amend(*words, "--in", desk, "--json")
        assert answer.data["schema"] == "amend/1", words
        assert key in answer.data
    assert not (tmp_path / "report").exists()


def test_notices_of_a_json_answer_stand_in_it_and_on_stderr(tmp_path: Path) -> None:
    old, new = put(tmp_path, rev1=BASE, rev2=_SKIPPING)
    for words in (["read", new], ["compare", old, new], ["concordance", old, new]):
        answer = amend(*words, "--json")
        assert [each["code"] for each in answer.data["notices"]] == ["rank-skipped"]
        assert answer.err.startswith("rank-skipped: rev2.txt")


def test_strict_ends_with_3_where_there_are_notices_and_with_0_where_not(tmp_path: Path) -> None:
    old, new, odd = put(tmp_path, rev1=BASE, rev2=LATER, rev3=_SKIPPING)
    for words in (["compare"], ["concordance"]):
        assert amend(*words, old, new, "--strict").code == 0
        assert amend(*words, old, odd, "--strict").code == 3
        assert amend(*words, old, odd).code == 0
    assert amend("read", odd, "--strict", "--json").code == 3
    assert amend("read", old, "--strict").code == 0


def _fates(path: Path) -> list[str]:
    proposals = json.loads(path.read_text(encoding="utf-8"))["proposals"]
    return [each["course"]["headline"] for each in proposals]


@pytest.mark.parametrize(
    "order",
    [
        "P P --against B L L -o O",
        "P P -o O --against B L L",
        "-o O P P --against B L L",
        "-o O --strict P P --against B L L",
        "P P --against B L L --strict -o O",
        "P P --against=B L L -o O",
    ],
)
def test_check_takes_its_options_before_and_behind_the_revisions(
    order: str, files: list[Path], tmp_path: Path
) -> None:
    old, new, last, delta, gamma = files
    out = tmp_path / "out.json"
    places = {"P": iter((delta, gamma)), "L": iter((new, last)), "B": iter((old,))}
    words = []
    for word in order.split():
        head, sign, value = word.rpartition("=")
        found = out if value == "O" else next(places[value]) if value in places else value
        words.append(f"{head}{sign}{found}")
    answer = amend("check", *words)
    assert answer.code == 0
    assert answer.err == f"wrote {out}\n"
    assert _fates(out) == ["dropped later", "carried"]


def test_the_suffix_chooses_the_format_and_format_overrides_it(files: list[Path]) -> None:
    old, new = files[:2]
    page, odd = old.with_name("out.html"), old.with_name("out.data")
    assert amend("compare", old, new, "-o", page).code == 0
    assert page.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert amend("compare", old, new, "-o", odd, "--format", "json").code == 0
    assert json.loads(odd.read_text(encoding="utf-8"))["schema"] == "amend/1"
    printed = amend("compare", old, new, "--format", ".md")
    assert printed.out.startswith("# Rev 1 to Rev 2")


def test_a_file_and_json_may_be_asked_for_in_one_command(files: list[Path]) -> None:
    page = files[0].with_name("out.html")
    answer = amend("compare", *files[:2], "-o", page, "--json")
    assert answer.data["schema"] == "amend/1"
    assert page.exists()


def test_a_report_written_twice_is_replaced_and_leaves_no_other_file(files: list[Path]) -> None:
    out = files[0].with_name("out.json")
    amend("compare", files[0], files[1], "-o", out)
    amend("compare", files[1], files[0], "-o", out)
    assert json.loads(out.read_text())["revisions"][0]["name"] == "Rev 2"
    assert sorted(out.parent.iterdir()) == sorted([*files, out])


def test_the_name_of_a_revision_is_what_its_file_tells_or_what_as_says(files: list[Path]) -> None:
    told = amend("compare", files[0], files[1], "--json").data["revisions"]
    assert [each["name"] for each in told] == ["Rev 1", "Rev 2"]
    given = amend("compare", *files[:2], "--as", "Chair", "--as", "Floor", "--json")
    assert [each["name"] for each in given.data["revisions"]] == ["Chair", "Floor"]


def test_who_asks_is_told_by_the_option_the_file_or_its_name(tmp_path: Path) -> None:
    old, new, own, named = put(
        tmp_path, rev1=BASE, rev2=LATER, own=DELTA, picum_rev1=GAMMA.split("\n", 1)[1]
    )
    told = amend("check", own, named, "--against", old, new, "--json").data["proposals"]
    assert [each["by"] for each in told] == [["Delta Union"], ["PICUM"]]
    said = amend("check", own, "--by", "A", "--by", "B", "--against", old, new, "--json")
    assert said.data["proposals"][0]["by"] == ["A", "B"]


def test_nobody_is_made_up_where_nobody_is_named(tmp_path: Path) -> None:
    old, new, bare = put(tmp_path, rev1=BASE, rev2=LATER, comments=DELTA.split("\n", 1)[1])
    answer = amend("check", bare, "--against", old, new, "--json").data
    assert answer["proposals"][0]["by"] == []
    assert "proponent-unknown" in [each["code"] for each in answer["notices"]]


def test_tracked_changes_name_their_authors_as_proponents(tmp_path: Path) -> None:
    marked = tmp_path / "marked.docx"
    marked.write_bytes(
        docx(
            para(run("1. We commit to "), ins("lasting ", by="Delta"), run("peace on the river.")),
            para(run("2. We end "), deleted("the levy on ", by="Gamma"), run("grain.")),
        )
    )
    old, new = put(tmp_path, rev1=BASE, rev2=LATER)
    found = amend("check", marked, "--against", old, new, "--json").data["proposals"]
    assert [(each["by"], each["operation"]) for each in found] == [
        (["Delta"], "insert_phrase"),
        (["Gamma"], "delete_phrase"),
    ]
    fates = [each["course"]["rulings"][0]["fate"] for each in found]
    assert fates == ["adopted verbatim", "deletion not honoured"]


def test_concordance_lists_each_step_in_the_terminal(files: list[Path]) -> None:
    answer = amend("concordance", *files[:3])
    assert answer.code == 0
    assert "insertion" in answer.out
    assert "substitution" in answer.out


@pytest.mark.parametrize("command", ["read", "compare", "concordance", "check"])
def test_a_pipe_gets_no_colour_and_stderr_stays_silent(command: str, files: list[Path]) -> None:
    old, new, _, delta, _ = files
    special: dict[str, list[object]] = {"read": [old], "check": [delta, "--against", old, new]}
    words = special.get(command, [old, new])
    ended = _process(command, *words)
    assert ended.returncode == 0
    assert ended.stdout.strip()
    assert "\x1b" not in ended.stdout + ended.stderr
    assert ended.stderr == ""


@pytest.mark.parametrize("plain", ["NO_COLOR", "--no-color"])
def test_colour_may_be_switched_off_where_it_would_be_shown(plain: str, files: list[Path]) -> None:
    words: list[object] = ["compare", *files[:2]]
    shown = _process(*words, FORCE_COLOR="1", TERM="xterm-256color")
    assert "\x1b[3" in shown.stdout or "\x1b[1" in shown.stdout
    variables = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    if plain == "NO_COLOR":
        ended = _process(*words, **variables, NO_COLOR="1")
    else:
        ended = _process(*words, plain, **variables)
    colours = [f"\x1b[{number}" for number in (31, 32, 33, 34, 35, 36)]
    assert not any(colour in ended.stdout for colour in colours)


def test_a_reader_that_goes_away_gets_no_traceback(tmp_path: Path) -> None:
    many = "\n\n".join(f"{n}. We commit to measure {n} of the river plan." for n in range(1, 2500))
    old, new = put(tmp_path, rev1=many, rev2=many.replace("measure", "step"))
    for form in ([], ["--json"]):
        words = [sys.executable, "-m", "amend", "compare", str(old), str(new), *form]
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.read(1)
            process.stdout.close()
            assert process.stderr.read() == b""


def test_a_file_whose_name_is_no_text_gets_a_message_not_a_traceback(tmp_path: Path) -> None:
    odd = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    words: list[str | bytes] = [sys.executable, "-m", "amend", "read", odd]
    ended = subprocess.run(words, capture_output=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith(b"error: ")
    assert b"Traceback" not in ended.stderr


def test_words_of_a_stranger_never_steer_the_terminal(tmp_path: Path) -> None:
    odd = "\x1b[31mred\x9b2J\x07"
    old, new, asked = put(
        tmp_path, rev1=f"{BASE}\n3. A {odd} boat.\n", rev2=LATER,
        asked=f'By: {odd}\n\nPara 99: insert "{odd}" before "grain".\n',
    )  # fmt: skip
    desk = workspace(tmp_path / "desk")
    for words in (
        ["read", old],
        ["compare", old, new],
        ["concordance", old, new],
        ["check", asked, "--against", old, new],
        ["check", asked, "--against", old, new, "--json"],
        ["add", asked, "--on", "Rev 1", "--in", desk],
        ["list", "proposals", "--in", desk],
        ["list", "proponents", "--in", desk],
        ["show", "nobody\x1b[2J", "--in", desk],
        ["report", "--in", desk, "-o", tmp_path / "out"],
    ):
        answer = amend(*words)
        steering = [sign for sign in answer.out + answer.err if sign in "\x1b\x07"]
        assert steering == [], words
        if "--json" not in words:
            assert "\x9b" not in answer.out + answer.err, words


def test_json_is_utf_8_whatever_the_locale_says(tmp_path: Path) -> None:
    old, new = put(tmp_path, rev1="1. Über die Flüsse — 河流.\n", rev2="1. Über Flüsse — 河流.\n")
    ended = _process("compare", old, new, "--json", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="")
    assert "河流" in json.loads(ended.stdout)["revisions"][0]["paragraphs"][0]["text"]


@pytest.mark.parametrize("words", [["--help"], ["read", "rev1.txt"], ["compare", "a", "b"]])
def test_a_light_command_loads_no_heavy_library(words: list[str], tmp_path: Path) -> None:
    put(tmp_path, rev1=BASE)
    code = (
        "import sys\nfrom amend.cli import app\n"
        f"try: app({words!r}, standalone_mode=False)\nexcept BaseException: pass\n"
        "heavy = {'sqlmodel', 'jinja2', 'lxml', 'docx', 'sqlalchemy', 'diff_match_patch'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8",
        cwd=tmp_path,
    )  # fmt: skip
    assert ended.stderr.splitlines()[-1] == "[]"


def test_python_m_amend_is_the_command(files: list[Path]) -> None:
    ended = _process("read", files[0], "--json")
    same = amend("read", files[0], "--json")
    assert Answer(ended.returncode, ended.stdout, ended.stderr) == same


def test_a_byte_order_mark_and_odd_line_ends_change_nothing(tmp_path: Path) -> None:
    plain, marked = put(tmp_path, rev1=BASE, rev2="")
    marked.write_bytes((_BOM + BASE.replace("\n", "\r\n")).encode())
    answer = amend("compare", plain, marked, "--json").data
    assert all(bead["changes"] == [] for bead in answer["alignments"][0]["beads"])


def test_why_names_the_rule_behind_each_fate(files: list[Path]) -> None:
    first, second, third, delta, _ = files
    words = ("check", delta, "--against", first, second, third)
    assert "rule: stands unbroken" in amend(*words, "--why").out
    assert "rule:" not in amend(*words).out


def test_agreed_language_is_named_and_earns_no_credit(files: list[Path], tmp_path: Path) -> None:
    words = "for the benefit of all who live there"
    asked, later, agreed = (tmp_path / f"{name}.txt" for name in ("asked", "rev9", "res-70-1"))
    agreed.write_text(f"1. Rivers flow {words}.\n", encoding="utf-8")
    asked.write_text(f'By: Delta\n\nPara 1: add "{words}" at the end.\n', encoding="utf-8")
    later.write_text(BASE.replace("the river.", f"the river {words}."), encoding="utf-8")
    answer = amend("check", asked, "--against", files[0], later, "--agreed", agreed, "--json")
    (told,) = answer.data["proposals"]
    (ruling,) = told["course"]["rulings"]
    assert ruling["fate"] == "already present"
    assert ruling["reason"].startswith("all its words stand in ")
    assert told["course"]["since"] is None
