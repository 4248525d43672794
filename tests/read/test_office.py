"""Files that are read by way of LibreOffice: .rtf, .doc, and what only calls itself so."""

from __future__ import annotations

import subprocess
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

import amend
from amend.errors import ReadError
from amend.model.source import Stamp
from amend.notices import Code, Notice
from amend.read import libreoffice, read_bytes
from amend.render.json import read_document
from tests.builders import docx
from tests.odt_builders import odt

needs_office = pytest.mark.skipif(
    libreoffice.program() is None, reason="LibreOffice is not on this machine"
)

RTF = (
    rb"{\rtf1\ansi\deff0{\fonttbl{\f0 Times;}}{\*\revtbl{Unknown;}{Ann;}}"
    rb"\pard We commit to {\deleted\revauthdel1 lasting }{\revised\revauth1 just }peace"
    rb"{\*\atrfstart 1} now{\*\atrfend 1}"
    rb"{\*\atnid A}{\*\atnauthor Ann}\chatn{\*\annotation{\*\atnref 1}\pard why?\par}.\par"
    rb"\pard caf\'e9 two\par}"
)


@pytest.fixture(scope="module")
def doc(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The same text as Word 97 kept it, made by LibreOffice."""
    folder = tmp_path_factory.mktemp("doc")
    given = folder / "given.rtf"
    given.write_bytes(RTF)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    soffice = libreoffice.program() or ""
    command = [soffice, profile, "--headless", "--convert-to", "doc", "--outdir", str(folder)]
    subprocess.run([*command, str(given)], check=True, capture_output=True)
    return given.with_suffix(".doc").read_bytes()


def left_behind() -> set[str]:
    return {each.name for each in Path(tempfile.gettempdir()).glob("amend-*")}


@needs_office
def test_an_rtf_keeps_its_tracked_changes_and_its_comments() -> None:
    before = left_behind()
    source = read_bytes(RTF, "x.rtf")
    assert (source.format, source.file) == ("rtf", "x.rtf")
    assert [one.before for one in source.blocks] == ["We commit to lasting peace now.", "café two"]
    assert [one.after for one in source.blocks] == ["We commit to just peace now.", "café two"]
    (put_in,) = (run.inserted for run in source.blocks[0].runs if run.inserted)
    assert put_in == Stamp("Ann", put_in.date)
    assert [(each.author, each.text) for each in source.blocks[0].comments] == [("Ann", "why?")]
    (notice,) = source.notices
    assert notice.code is Code.CONVERTED
    assert "LibreOffice" in notice.text
    assert left_behind() == before


@needs_office
def test_a_doc_is_read_whatever_it_calls_itself(doc: bytes) -> None:
    source = read_bytes(doc, "x.rtf")
    assert source.format == "doc"
    assert source.blocks[0].after == "We commit to just peace now."
    assert source.blocks[0].before == "We commit to lasting peace now."


@needs_office
def test_what_takes_too_long_is_ended_and_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "MOST_SECONDS", 0.2)
    before = left_behind()
    with pytest.raises(ReadError, match="LibreOffice more than") as refusal:
        read_bytes(RTF, "x.rtf")
    assert refusal.value.hint
    assert left_behind() == before


@needs_office
def test_a_damaged_doc_is_read_with_a_notice_or_refused(doc: bytes) -> None:
    with suppress(ReadError):
        assert read_bytes(doc[: len(doc) // 2], "x.doc").notices


def test_without_libreoffice_the_way_out_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    with pytest.raises(ReadError, match="by way of LibreOffice") as refusal:
        read_bytes(RTF, "x.rtf")
    assert "Install LibreOffice" in refusal.value.hint
    assert ".docx" in refusal.value.hint


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (docx("words"), "docx"),
        (odt("words"), "odt"),
        (b"<!DOCTYPE html><html><body><p>words</p></body></html>", "html"),
        (b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>words</p>", "mht"),
    ],
)
def test_what_calls_itself_doc_is_read_as_what_it_is(data: bytes, form: str) -> None:
    source = read_bytes(data, "x.doc")
    assert (source.format, source.blocks[0].after) == (form, "words")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4", "a PDF"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"plain words", "plain text"),
    ],
)
def test_what_calls_itself_doc_and_is_nothing_of_the_kind_is_named(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said) as refusal:
        read_bytes(data, "x.doc")
    assert refusal.value.hint


def test_no_macro_runs_and_no_link_is_followed() -> None:
    settings = {(name, value) for _, name, value in libreoffice._SETTINGS}
    assert {("MacroSecurityLevel", "3"), ("DisableMacrosExecution", "true")} <= settings
    assert {("Link", "0"), ("ooInetHTTPProxyName", "127.0.0.1")} <= settings


class _Listener(BaseHTTPRequestHandler):
    met: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.met.append(self.path)
        self.send_error(404)

    do_HEAD = do_OPTIONS = do_PROPFIND = do_GET  # noqa: N815 - named by the library

    def log_message(self, *_: object) -> None: ...


@needs_office
def test_what_a_file_links_to_is_not_fetched() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    at = f"http://127.0.0.1:{server.server_port}"
    fields = (
        f'INCLUDEPICTURE "{at}/a.png" \\\\d', f'INCLUDETEXT "{at}/b.docx"',
        f'DDEAUTO soffice "{at}/c" "x"', f'LINK Excel.Sheet.8 "{at}/d.xls" "A1" \\\\a',
    )  # fmt: skip
    body = "".join(rf"{{\field{{\*\fldinst {each}}}{{\fldrslt shown}}}}" for each in fields)
    data = rf"{{\rtf1\ansi{{\*\template {at}/t.dotm}}1. Words {body}\par}}".encode()
    try:
        source = read_bytes(data, "x.rtf")
    finally:
        server.shutdown()
        server.server_close()
    assert source.blocks[0].after.startswith("1. Words shown")
    assert _Listener.met == []


@needs_office
def test_two_files_are_read_at_once() -> None:
    with ThreadPoolExecutor(2) as pool:
        found = list(pool.map(lambda name: read_bytes(RTF, name), ["a.rtf", "b.rtf"]))
    assert found[0].blocks[0].after == found[1].blocks[0].after


def test_the_json_says_through_what_a_file_was_read() -> None:
    revision = amend.read_text("1. We decide.", name="Rev 1")
    assert "through" not in read_document(revision)["source"]
    told = Notice(Code.CONVERTED, "x.doc", "it is read through LibreOffice 7.4.")
    converted = replace(revision, format="doc", notices=(told,))
    source = read_document(converted)["source"]
    assert (source["format"], source["through"]) == ("doc", "LibreOffice")
