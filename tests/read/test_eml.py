"""E-mails as people send them: quoted, signed, encoded oddly, broken, or made to harm."""

from __future__ import annotations

from contextlib import suppress
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amend.errors import ReadError
from amend.model.source import BlockKind, Letter, SourceText
from amend.notices import Code
from amend.read import read
from amend.read.eml import DEEPEST, MOST_ATTACHED, read_bytes
from amend.read.html_links import MOST_LINKS
from amend.read.mail_words import Voice, voices
from tests.builders import docx
from tests.odt_builders import deletion, gone, odt, p, region
from tests.read.books import book, sheet

TEXT = 'In para 9, after "children" insert "and youth".\n'


def mail(text: str = TEXT, *, subject: str = "Comments on Rev 1", sender: str = "") -> EmailMessage:
    message = EmailMessage()
    message["From"] = sender or "Ana Quill <ana@osmere.example>"
    message["Date"] = "Wed, 11 Feb 2026 23:30:00 -0500"
    message["Subject"] = subject
    message.set_content(text)
    return message


def opened(message: EmailMessage) -> SourceText:
    return read_bytes(message.as_bytes(), "m.eml")


def own(source: SourceText) -> list[str]:
    """The words of the sender."""
    return [each.after for each in source.blocks if each.kind is not BlockKind.MARGIN]


def test_the_head_says_who_when_and_on_what() -> None:
    source = opened(mail(sender="=?utf-8?q?Ana_Qu=C3=AFll?= <ana@osmere.example>"))
    assert source.letter == Letter(
        "Ana Quïll", date="2026-02-12T04:30:00+00:00", subject="Comments on Rev 1"
    )
    assert own(source) == [TEXT.strip()]


def test_an_organisation_is_named_only_where_the_head_names_it() -> None:
    message = mail(sender="ana@osmere.example")
    message["Organization"] = "Republic of Osmere"
    letter = opened(message).letter
    assert letter is not None
    assert (letter.sender, letter.organisation) == ("ana@osmere.example", "Republic of Osmere")


@pytest.mark.parametrize(
    "behind",
    [
        "On Mon, 9 Feb 2026 at 10:00, Chair <c@un.example> wrote:\n> Delete para 8.\n",
        "On Mon, 9 Feb 2026, the Chair of the\nForum <c@un.example> wrote:\n> Delete para 8.\n",
        "El lun, 9 feb 2026 a las 10:00, Chair escribió:\n> Delete para 8.\n",
        "Le lun. 9 févr. 2026 à 10:00, Chair a écrit :\n\n> Delete para 8.\n",
        "Am 09.02.26 um 10:00 schrieb Chair:\nDelete para 8.\n",
        "-----Original Message-----\nFrom: Chair\nSent: Monday\nDelete para 8.\n",
        "---------- Forwarded message ---------\nFrom: Chair\nDelete para 8.\n",
        "From: Chair <c@un.example>\nSent: Monday\nTo: Ana\nSubject: Rev 1\n\nDelete para 8.\n",
        "> Delete para 8.\n>> Delete para 8.\n",
        "-- \nAna Quill\nDelete para 8.\n",
        "Best regards,\nAna Quill\nDelete para 8.\n",
        "Cordialement,\n\nAna Quill\nDelete para 8.\n",
    ],
)  # fmt: skip
def test_quoted_words_and_signatures_are_not_the_senders(behind: str) -> None:
    source = opened(mail(f"{TEXT}\n{behind}"))
    assert own(source) == [TEXT.strip()]
    assert any("Delete para 8." in each.after for each in source.blocks), "and nothing is lost"


def test_words_between_quotations_are_the_senders() -> None:
    said = "On 9 Feb 2026, Chair wrote:\n> Delete para 8.\n\nWe cannot accept that.\n\n> And 10.\n"
    assert own(opened(mail(said))) == ["We cannot accept that."]


def test_a_formula_in_the_middle_of_a_letter_is_no_signature() -> None:
    lines = ["Best regards,", *(f"{n}. We act." for n in range(20))]
    assert set(voices(lines)) == {Voice.SENDER}


def test_a_quoted_head_is_never_taken_for_the_files_own() -> None:
    source = opened(mail("-----Original Message-----\nFrom: Chair\nBy: Chair\n"))
    assert all(each.after.startswith(">") for each in source.blocks[:1])


def test_plain_text_is_preferred_and_html_read_where_it_is_alone() -> None:
    both = mail()
    both.add_alternative("<p>Delete para 8.</p>", subtype="html")
    assert own(opened(both)) == [TEXT.strip()]
    alone = mail()
    alone.set_content(
        "<p>Delete <b>para</b> 8.</p><p>On 9 Feb, C wrote:</p><p>No.</p>", subtype="html"
    )
    assert own(opened(alone)) == ["Delete para 8."]


@pytest.mark.parametrize(
    "page",
    [
        '<p>Delete 8.</p><blockquote type="cite"><div>Delete 9.</div></blockquote><p>Not 10.</p>',
        '<p>Delete 8.</p><div class="gmail_quote"><div>On Mon, C &lt;c@x.example&gt; wrote:</div>'
        '<blockquote class="gmail_quote">Delete 9.</blockquote></div><p>Not 10.</p>',
        '<p>Delete 8.</p><div class="gmail_quote"><blockquote>Delete 9.</blockquote></div>'
        "<p>Not 10.</p>",
    ],
)
def test_what_a_page_answers_to_is_somebody_elses(page: str) -> None:
    message = mail()
    message.set_content(page, subtype="html")
    assert own(opened(message)) == ["Delete 8.", "Not 10."]


def test_the_head_that_outlook_sets_in_one_paragraph_ends_the_senders_words() -> None:
    head = "<b>From:</b> C<br><b>Sent:</b> Monday<br><b>To:</b> Ana<br><b>Subject:</b> Rev 1"
    message = mail()
    message.set_content(f"<p>Delete 8.<br>Yours,<br>Ana</p><p>{head}</p><p>No.</p>", subtype="html")
    assert own(opened(message))[0].startswith("Delete 8.")
    assert not any("Sent" in each or each == "No." for each in own(opened(message)))


def test_words_that_are_only_indented_are_the_senders() -> None:
    message = mail()
    message.set_content('<blockquote style="margin: 0 40px">Delete 8.</blockquote>', subtype="html")
    assert own(opened(message)) == ["Delete 8."]


def test_attachments_are_read_by_their_readers_and_their_names_are_no_paths() -> None:
    message = mail()
    message.add_attachment(
        book({"S": sheet(["Para", "Proposed text"])}), maintype="application", subtype="x",
        filename="../../etc/table.xlsx",
    )  # fmt: skip
    message.add_attachment("Delete para 8.\n", filename="C:\\note.txt")
    source = opened(message)
    assert [each.file for each in source.attached] == ["m.eml, table.xlsx", "m.eml, note.txt"]
    assert [each.format for each in source.attached] == ["xlsx", "txt"]


def test_attachments_of_one_name_are_told_apart() -> None:
    message = mail()
    for text in ("Delete para 8.\n", "Delete para 9.\n"):
        message.add_attachment(text, filename="note.txt")
    assert [each.file for each in opened(message).attached] == [
        "m.eml, note.txt",
        "m.eml, 2 note.txt",
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.pdf", b"%PDF-1.4"), ("a.zip", b"PK\x03\x04"), ("b.docx", b"no"), ("winmail.dat", b"x")],
)
def test_what_cannot_be_read_is_told_by_its_name(name: str, data: bytes) -> None:
    message = mail()
    message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    source = opened(message)
    assert source.attached == ()
    assert [(each.code, each.where) for each in source.notices] == [
        (Code.FILE_SKIPPED, f"m.eml, {name}")
    ]


def test_a_picture_that_stands_in_the_text_is_no_attachment() -> None:
    message = mail()
    message.add_attachment(b"x", maintype="image", subtype="png", filename="logo.png", cid="<1>")
    assert opened(message).notices == ()


def test_a_mail_in_the_mail_is_read_with_its_own_head() -> None:
    message = mail()
    message.add_attachment(mail("Delete para 8.\n", sender="Delta <d@x.example>"))
    (inner,) = opened(message).attached
    assert inner.letter is not None
    assert inner.letter.sender == "Delta"
    assert own(inner) == ["Delete para 8."]


def test_a_mail_in_too_many_mails_is_told() -> None:
    message = mail("innermost\n")
    for _ in range(DEEPEST + 1):
        outer = mail("outer\n")
        outer.add_attachment(message)
        message = outer
    source, depth = opened(message), 1
    while source.attached:
        source, depth = source.attached[0], depth + 1
    assert depth == DEEPEST
    assert "too many mails" in source.notices[0].text


def test_too_many_attachments_are_told() -> None:
    message = mail()
    for number in range(MOST_ATTACHED + 2):
        message.add_attachment("x\n", filename=f"{number}.txt")
    source = opened(message)
    assert len(source.attached) == MOST_ATTACHED
    assert len(source.notices) == 2


@pytest.mark.parametrize(
    "line", [b"Content-Type: multipart/mixed; boundary=a\n", b"Content-Type: a/b\n"]
)
def test_parts_without_end_are_refused_before_they_are_parsed(line: bytes) -> None:
    with pytest.raises(ReadError) as refusal:
        read_bytes(b"From: a@b.example\n" + (line + b"\n--a\n") * 2000, "m.eml")
    assert "more parts" in refusal.value.message


def test_broken_mime_is_told_and_the_rest_read() -> None:
    data = (
        b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/mixed; boundary="a"\n\n--a\n\nDelete para 8.\n'
    )
    source = read_bytes(data, "m.eml")
    assert own(source) == ["Delete para 8."]
    assert [each.code for each in source.notices] == [Code.TEXT_SKIPPED]


def test_an_encoding_that_is_not_kept_is_told() -> None:
    data = b"From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\nDelete \xff para 8.\n"
    source = read_bytes(data, "m.eml")
    assert [each.code for each in source.notices] == [Code.ENCODING_GUESSED]
    strange = data.replace(b"utf-8", b"klingon").replace(b"\xff ", b"")
    assert own(read_bytes(strange, "m.eml")) == ["Delete para 8."]


@pytest.mark.parametrize(
    "data", [b"Delete para 8.\n", b"\x00\x01\x02", b"PK\x03\x04", b"X-Y: z\n\nabc"]
)
def test_what_is_no_mail_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError) as refusal:
        read_bytes(data, "m.eml")
    assert refusal.value.hint


def test_outlooks_own_format_is_refused_with_a_way_out(tmp_path: Path) -> None:
    (tmp_path / "m.msg").write_bytes(b"x")
    with pytest.raises(ReadError) as refusal:
        read(tmp_path / "m.msg")
    assert "save it as .eml" in refusal.value.hint


def _whole() -> bytes:
    message = mail()
    message.add_alternative("<p>Delete para 8.</p>", subtype="html")
    message.add_attachment("a;b\n", subtype="csv", filename="=?utf-8?q?t=C3=A9.csv?=")
    message.add_attachment(mail("Delete para 8.\n"))
    return message.as_bytes()


WHOLE = _whole()


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.integers(0, 255), st.booleans())
def test_a_mail_cut_or_changed_anywhere_is_an_error_or_is_read(
    place: int, byte: int, cut: bool
) -> None:
    data = WHOLE[:place] if cut else WHOLE[:place] + bytes([byte]) + WHOLE[place + 1 :]
    with suppress(ReadError):
        assert read_bytes(data, "m.eml").format == "eml"


def test_links_are_told_with_their_addresses_and_ask_for_nothing() -> None:
    message = mail()
    page = (
        '<p>Our <a href="https://a.example/text.docx">text</a> and '
        '<a href="https://b.example/">https://b.example</a>, <a href="javascript:x">no</a>.</p>'
    )
    message.set_content(page, subtype="html")
    source = opened(message)
    assert own(source) == ["Our text and https://b.example, no."]
    margin = [each.after for each in source.blocks if each.kind is BlockKind.MARGIN]
    assert [each for each in margin if each.startswith("link")] == [
        "link: https://a.example/text.docx"
    ]


def test_a_page_with_links_past_counting_tells_so_many_of_them() -> None:
    message = mail()
    page = "".join(f'<a href="https://a.example/{at}">x</a> ' for at in range(MOST_LINKS + 50))
    message.set_content(f"<p>{page}</p>", subtype="html")
    blocks = opened(message).blocks
    assert sum(each.after.startswith("link:") for each in blocks) == MOST_LINKS


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("text.odt", odt(p("In para 9, delete the word ", gone("d"), "fish."),
                         changes=region("d", deletion(p("small ")))), "odt"),
        ("text.docx", docx("Delete para 8."), "docx"),
        ("page.mht", b"MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>a</p>", "mht"),
        ("text.doc", docx("Delete para 8."), "docx"),
    ],
)  # fmt: skip
def test_attached_texts_of_each_format_are_read_with_their_marks(
    name: str, data: bytes, form: str
) -> None:
    message = mail()
    message.add_attachment(data, maintype="application", subtype="x", filename=name)
    (attached,) = opened(message).attached
    assert attached.format == form
    is_marked = any(run.deleted for block in attached.blocks for run in block.runs)
    assert is_marked == (form == "odt")


@pytest.mark.parametrize(
    ("more", "body", "said"),
    [
        (
            "",
            "Delete the words \nthat stand in \npara 8.",
            ["Delete the words that stand in para 8."],
        ),
        ("; delsp=yes", "Delete par \na 8.\nThanks.", ["Delete para 8.", "Thanks."]),
        ("", "> theirs \n> too\nours \n\n-- \nAna ", ["ours"]),
    ],
)
def test_lines_that_the_mail_program_broke_are_joined(
    more: str, body: str, said: list[str]
) -> None:
    head = f"From: a@b.example\nContent-Type: text/plain; charset=utf-8; format=flowed{more}\n\n"
    source = read_bytes((head + body).encode(), "m.eml")
    assert [" ".join(each.split()) for each in own(source)] == said
    assert [each.after for each in source.blocks if "theirs" in each.after] == ["> theirs too"] * (
        "theirs" in body
    )


@pytest.mark.parametrize(
    ("name", "said"),
    [("winmail.dat", "the files themselves"), ("all.zip", "Unpack"), ("old.mbox", "as .eml")],
)
def test_what_mail_programs_pack_is_refused_with_a_way_out(name: str, said: str) -> None:
    message = mail()
    message.add_attachment(b"x", maintype="application", subtype="x", filename=name)
    (notice,) = opened(message).notices
    assert notice.code is Code.FILE_SKIPPED
    assert said in notice.text
