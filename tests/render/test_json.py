"""Documents keep the shapes they promise, letter for letter, and cost nothing to load."""

from __future__ import annotations

import json as standard
import subprocess
import sys
from dataclasses import replace
from typing import Any

from amend.model.draft import Bracket, Paragraph, Revision, Role
from amend.model.proposal import Anchor, Where
from amend.model.source import Box, Comment, Run, Source, Stamp
from amend.notices import Code, Notice
from amend.render import json
from amend.text.parts import Part, PartKind

from .sample import CHAIN, COURSES, NOTICES, REV1, SCRIPT, THRESHOLDS, ZERO


def _round(document: dict[str, Any]) -> Any:
    return standard.loads(json.dump(document))


def _marked() -> Revision:
    stamp = Stamp("Ana", "2031-02-01T09:00:00Z")
    runs = (Run("We "), Run("shall ", deleted=stamp), Run("will ", inserted=stamp), Run("[act]"))
    paragraph = Paragraph(
        "p1",
        None,
        runs,
        Source("a.docx", 7, page=2, last=3, box=Box(72, 99, 523, 141)),
        Role.PREAMBULAR,
        printed="9.",
        brackets=(Bracket(8, 13, 1),),
        comments=(Comment("Ben", None, "Why?", "act"),),
        status="agreed ad ref",
    )
    notices = (Notice(Code.NO_NUMBERS, "a.docx", "None is numbered."),)
    return Revision("Rev 1", (paragraph,), "a.docx", "0" * 64, "docx", "en", notices=notices)


def test_a_revision_is_told_in_full() -> None:
    document = _round(json.read_document(_marked()))
    assert document["schema"] == "amend/1"
    assert document["source"] == {
        "file": "a.docx",
        "sha256": "0" * 64,
        "format": "docx",
        "language": "en",
    }
    paragraph = document["paragraphs"][0]
    assert paragraph["text"] == paragraph["after"] == "We will [act]"
    assert paragraph["before"] == "We shall [act]"
    assert [(each["kind"], each["text"]) for each in paragraph["changes"]] == [
        ("deletion", "shall "),
        ("insertion", "will "),
    ]
    assert paragraph["changes"][1]["start"] == 3
    assert paragraph["changes"][1]["author"] == "Ana"
    assert paragraph["comments"] == [
        {
            "author": "Ben",
            "date": None,
            "text": "Why?",
            "anchor": "act",
            "resolved": False,
            "replies": [],
        }
    ]
    assert paragraph["brackets"] == [{"start": 8, "end": 13, "depth": 1}]
    assert (paragraph["role"], paragraph["status"]) == ("preambular", "agreed ad ref")
    assert (paragraph["label"], paragraph["printed"], paragraph["parent"]) == (None, "9.", None)
    assert paragraph["source"] == {
        "page": 2, "last_page": 3, "box": [72, 99, 523, 141], "block": 7,
    }  # fmt: skip
    assert document["notices"][0]["code"] == "no-numbers"


def test_edits_of_a_bead_give_both_texts_back() -> None:
    document = _round(json.compare_document(CHAIN, NOTICES))
    texts = {
        each["name"]: {paragraph["id"]: paragraph["text"] for paragraph in each["paragraphs"]}
        for each in document["revisions"]
    }
    for alignment in document["alignments"]:
        for bead in alignment["beads"]:
            for side, away in (("old", "insert"), ("new", "delete")):
                told = "".join(
                    each.get("was", each["text"]) if side == "old" else each["text"]
                    for each in bead["edits"]
                    if each["op"] != away
                )
                stands = texts[alignment[side]]
                assert told == "\n".join(stands[each] for each in bead[side])


def test_a_comparison_names_revisions_beads_and_threads() -> None:
    document = _round(json.compare_document(CHAIN, NOTICES))
    assert [each["name"] for each in document["revisions"]] == ["Zero draft", "Rev 1", "Rev 2"]
    assert set(document["revisions"][0]["paragraphs"][1]) == {"id", "label", "text", "source"}
    merged = document["alignments"][0]["beads"][3]
    assert (merged["old"], merged["new"]) == (["p4", "p5"], ["p4"])
    assert merged["changes"] == ["join", "substitution"]
    assert merged["by"] == "amend"
    split = next(each for each in document["threads"] if each["labels"]["Rev 1"] == ["4", "4bis"])
    assert split["labels"] == {"Zero draft": ["5"], "Rev 1": ["4", "4bis"], "Rev 2": ["5", "6"]}
    assert split["paragraphs"]["Rev 1"] == ["p5", "p6"]
    assert [each["code"] for each in document["notices"]] == ["rank-skipped", "file-skipped"]


def test_a_thread_without_a_paragraph_in_a_revision_says_so_with_an_empty_list() -> None:
    document = _round(json.compare_document(CHAIN))
    thanks = next(each for each in document["threads"] if each["labels"]["Zero draft"] == ["8"])
    assert thanks["labels"]["Rev 2"] == thanks["paragraphs"]["Rev 2"] == []


def test_a_check_tells_every_proposal_with_its_course() -> None:
    document = _round(
        json.check_document("Zero draft", ["Rev 1", "Rev 2"], COURSES, THRESHOLDS, NOTICES)
    )
    assert (document["base"], document["later"]) == ("Zero draft", ["Rev 1", "Rev 2"])
    assert document["thresholds"] == {"verbatim": 1.0, "with_changes": 0.7, "partly": 0.2}
    first = document["proposals"][0]
    assert (first["by"], first["operation"]) == (["Delta Youth Forum"], "insert_phrase")
    assert (first["target"], first["paragraphs"]) == (["2"], ["p3"])
    assert (first["text"], first["cut"]) == ("in all local languages", "")
    assert first["source"] == {
        "file": "proposals.docx", "page": 1, "last_page": 1, "box": None, "block": 1,
    }  # fmt: skip
    assert first["shared_with"] == ["sample.2"]
    ruling = first["course"]["rulings"][0]
    assert first["course"]["headline"] == "carried"
    assert (ruling["revision"], ruling["fate"]) == ("Rev 1", "adopted verbatim")
    assert ruling["taken"] == {"words": 4, "of": 4, "share": 1.0}
    assert ruling["cut"] is None
    evidence = ruling["evidence"][0]
    text = REV1.paragraph(evidence["paragraph"]).text
    assert text[evidence["start"] : evidence["end"]] == evidence["text"] == first["text"]


def test_a_check_tells_the_part_of_a_paragraph_that_is_meant() -> None:
    part = Part(PartKind.SENTENCE, -1, -1)
    proposal = replace(COURSES[0].proposal, anchor=Anchor(Where.AFTER, "local", parts=(part,)))
    courses = (replace(COURSES[0], proposal=proposal),)
    document = _round(json.check_document("Zero draft", ["Rev 1", "Rev 2"], courses, THRESHOLDS))
    assert document["proposals"][0]["anchor"] == {
        "where": "after",
        "words": "local",
        "until": "",
        "parts": [{"kind": "sentence", "first": -1, "last": -1, "name": "", "new": False}],
    }


def test_foreign_text_passes_through_unread() -> None:
    document = json.check_document("Zero draft", [], COURSES, {}, ())
    assert _round(document)["proposals"][4]["text"] == COURSES[4].proposal.text
    assert SCRIPT in COURSES[4].proposal.text


def test_letters_of_every_script_stay_letters() -> None:
    assert "نشكر" in json.dump(json.compare_document(CHAIN))
    assert "\n" not in json.dump(json.read_document(ZERO))


def test_neither_the_page_nor_the_screen_is_loaded_for_json() -> None:
    code = (
        "import sys, amend.render.json, amend.render\n"
        "heavy = {'jinja2', 'rich', 'lxml', 'typer', 'sqlmodel', 'docx', 'numpy'}\n"
        "heavy |= {'amend.render.view', 'amend.render.html', 'amend.render.terminal'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
