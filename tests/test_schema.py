"""Whatever a command prints as data has the shape that docs/schema/ tells, and no key besides."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

import amend
from amend.model.alignment import Change
from amend.model.audit import Standing
from amend.model.draft import Role, Tracked
from amend.model.proposal import Operation
from amend.model.ruling import Fate, Headline
from amend.pipeline import chain, chain_notices
from amend.render.json import compare_document, read_document
from tests.commands import DELTA, GAMMA, put, workspace
from tests.commands import amend as command

ROOT = Path(__file__).parents[1]
SCHEMAS = {
    path.name: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "docs" / "schema").glob("*.json"))
}
DATA = ROOT.parent / "shared" / "data"
if not DATA.exists():
    DATA = ROOT.parent.parent / "shared" / "data"


def _closed(schema: Any) -> Any:
    """Return a schema that takes no key it does not name: ours are open, for keys may be added."""
    if isinstance(schema, list):
        return [_closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    made = {key: _closed(each) for key, each in schema.items()}
    if isinstance(schema.get("properties"), dict) and schema.get("type") == "object":
        made["additionalProperties"] = False
    return made


CLOSED: Registry[Any] = Registry().with_resources(
    (name, Resource.from_contents(_closed(deepcopy(each)))) for name, each in SCHEMAS.items()
)


def faults(name: str, document: object) -> list[str]:
    """Say what of a document is not as its schema tells; a key too many is a fault here."""
    checker = Draft202012Validator({"$ref": f"{name}.json"}, registry=CLOSED)
    return [f"{each.json_path}: {each.message[:200]}" for each in checker.iter_errors(document)]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["title"]


def _refs(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from (each for key, each in schema.items() if key == "$ref")
        for each in schema.values():
            yield from _refs(each)
    elif isinstance(schema, list):
        for each in schema:
            yield from _refs(each)


def test_every_shape_that_is_shared_is_used() -> None:
    named = {each.rpartition("/")[2] for schema in SCHEMAS.values() for each in _refs(schema)}
    assert named == set(SCHEMAS["common.json"]["$defs"])


@pytest.mark.parametrize(
    ("name", "words"),
    [("role", Role), ("operation", Operation), ("change", Change), ("fate", Fate),
     ("headline", Headline)],
)  # fmt: skip
def test_the_words_of_a_schema_are_those_of_the_program(name: str, words: Any) -> None:
    assert SCHEMAS["common.json"]["$defs"][name]["enum"] == [each.value for each in words]


def test_each_kind_of_mark_and_each_standing_is_in_its_schema() -> None:
    text = json.dumps(SCHEMAS["read.json"]) + json.dumps(SCHEMAS["audit.json"])
    assert [each.value for each in (*Tracked, *Standing) if f'"{each.value}"' not in text] == []


def test_a_document_with_a_key_too_many_or_too_few_is_a_fault() -> None:
    document = read_document(amend.read_text("1. We meet.", name="Rev 1"))
    assert faults("read", document) == []
    assert faults("read", {**document, "colour": "red"})
    del document["open"]
    assert faults("read", document)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The worked example in a folder of its own."""
    folder = tmp_path_factory.mktemp("worked")
    for name in ("drafts", "proposals"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


_ONE = "proposals/women-of-the-floodplains-zero.md"


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ("read", "read drafts/rev1.docx"),
        ("read", "read proposals/drafting-group-zero.docx"),
        ("compare", "compare drafts/zero.docx drafts/rev1.docx drafts/rev2.docx"),
        ("compare", "concordance drafts/rev2.docx drafts/rev3.docx"),
        ("audit", "audit drafts/zero.docx proposals/drafting-group-zero.docx"),
        ("check", f"check {_ONE} --against drafts/zero.docx drafts/rev1.docx drafts/rev2.docx"),
        ("compile", f"compile drafts/zero.docx {_ONE} proposals/drafting-group-zero.docx"),
        ("rebase", f"rebase {_ONE} --against drafts/zero.docx drafts/rev3.docx"),
        ("rebase", "rebase --in ."),
        ("list", "list drafts --in ."),
        ("list", "list proposals --in ."),
        ("list", "list proponents --in ."),
        ("list", "list rulings --in ."),
        ("follow", "follow drafts/zero.docx drafts/rev1.docx --only 9"),
        ("show", "show 9ter --in ."),
        ("show", "show youth --in ."),
        ("show", "show 9ter --origin --in ."),
        ("check", "report --in ."),
        ("check", "report --in . --anonymous"),
        ("add", "add drafts/rev1.docx --in ."),
        ("doctor", "doctor --in ."),
    ],
)
def test_what_a_command_prints_on_the_worked_example_has_its_shape(
    schema: str, words: str, desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(desk)
    assert faults(schema, command(*words.split(), "--json").data) == []


def test_a_saved_page_has_its_shape(tmp_path: Path) -> None:
    page = ROOT / "tests" / "parse" / "discussion.txt"
    assert faults("import", command("import", page, "--in", tmp_path, "--json").data) == []


def test_the_discussion_the_product_starts_from_has_its_shape(tmp_path: Path) -> None:
    pages = sorted((DATA / "seed").glob("*.txt"))
    if not pages:
        pytest.skip("the shared data is not here")
    answer = command("import", pages[0], "--in", tmp_path, "--json")
    assert len(answer.data["submissions"]) > 50
    assert faults("import", answer.data) == []


def test_a_folder_with_faults_and_notices_has_its_shape(tmp_path: Path) -> None:
    folder = workspace(tmp_path, delta_rev1=DELTA, gamma_rev1=GAMMA, whose="Para 1: delete.")
    for words in (("report",), ("list", "proposals"), ("doctor",)):
        schema = {"report": "check"}.get(words[0], words[0])
        assert faults(schema, command(*words, "--in", folder, "--json").data) == []


@pytest.mark.parametrize("folder", ["tracked", "numbering"])
def test_real_word_files_have_their_shape(folder: str) -> None:
    files = sorted((DATA / "word" / folder).glob("*.docx"))[:12]
    if not files:
        pytest.skip("the shared data is not here")
    for path in files:
        assert faults("read", read_document(amend.read(path))) == [], path.name


_WORDS = st.text("abc []{}<>&\"'\\\n\u202e\u0627\u4e2d\x00 1.:", min_size=1, max_size=40)


@given(st.lists(_WORDS, min_size=1, max_size=6), st.lists(_WORDS, min_size=1, max_size=6))
@settings(max_examples=30)
def test_any_two_texts_compared_have_their_shape(old: list[str], new: list[str]) -> None:
    revisions = [
        amend.read_text("\n\n".join(f"{n}. {each}" for n, each in enumerate(texts, 1)), name=name)
        for name, texts in (("Old", old), ("New", new))
    ]
    made = chain(revisions)
    document = json.loads(json.dumps(compare_document(made, chain_notices(made))))
    assert faults("compare", document) == []
    assert faults("read", json.loads(json.dumps(read_document(revisions[0])))) == []


@given(st.lists(_WORDS, min_size=1, max_size=4))
@settings(max_examples=10)
def test_any_words_asked_for_have_their_shape(tmp_path_factory: Any, asked: list[str]) -> None:
    folder = tmp_path_factory.mktemp("asked")
    one, two = put(folder, rev1="1. We meet at noon.", rev2="1. We meet at ten.\n\n2. We go.")
    lines = [f'Para 1: insert "{each}" after "meet".' for each in asked]
    (wish,) = put(folder, delta="\n\n".join(["By: Delta", *lines]))
    for schema, words in (
        ("check", ("check", wish, "--against", one, two)),
        ("compile", ("compile", one, wish)),
        ("rebase", ("rebase", wish, "--against", one, two)),
    ):
        answer = command(*words, "--json")
        if answer.out:
            assert faults(schema, answer.data) == []
