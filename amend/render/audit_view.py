"""An audit in, a page out: every choice and every sentence is made here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from amend.model.audit import Audit, AuditEdit, AuditedParagraph, AuthorTally, Standing
from amend.model.comparison import Op
from amend.render.audit_shapes import (
    KINDS,
    AuditAuthor,
    AuditGroup,
    AuditRow,
    AuditSegment,
    AuditView,
)
from amend.render.audit_wording import (
    answer,
    author_of,
    further,
    is_heading,
    label_of,
    marked_by,
    name_of,
    notes,
)
from amend.render.on_page import page_of, spot_of
from amend.render.redlines import shown
from amend.render.remarks import remark
from amend.render.wording import Keys
from amend.text.told import Day, joined, told

# The gravest first; a paragraph stands in the first group that it has a note for.
GROUPS = {
    "silent": told("Real, but not declared"),
    "unreal": told("Declared, but not real"),
    "declared": told("Declared and real"),
    "quiet": told("No change of words"),
}
_KINDS = {
    (Op.INSERT, Standing.SILENT): "silent-in",
    (Op.DELETE, Standing.SILENT): "silent-out",
    (Op.INSERT, Standing.UNREAL): "unreal-in",
    (Op.DELETE, Standing.UNREAL): "unreal-out",
    (Op.INSERT, Standing.DECLARED): "ins",
    (Op.DELETE, Standing.DECLARED): "del",
    (Op.DELETE, Standing.PASSING): "passing",
    (Op.KEEP, Standing.TYPOGRAPHY): "variant",
    (Op.INSERT, Standing.UNSEEN): "uncompared",
}


def _nowhere(_: AuditedParagraph) -> str:
    return ""


def audit_view(
    audit: Audit, *, made: str, key: str = "",
    place: Callable[[AuditedParagraph], str] = _nowhere,
) -> AuditView:  # fmt: skip
    """Lay an audit out; `made` says when and by what.

    On a page with other things its keys begin with `key`, and `place` gives the key of the passage
    that a paragraph is there, "" for none. Unchanged paragraphs are left out, and all of them
    where the files hardly are one draft: a thousand findings would only hide that.
    """
    sentence, tone = answer(audit)
    keys, people = (Keys(f"{key}-{each}" if key else each) for each in ("row", "by"))
    authors = {each.author: people.key(author_of(each.author)) for each in audit.authors}
    shows = audit.is_related and not audit.is_turned
    every = audit.paragraphs if shows else ()
    rows = [row for each in every if (row := _row(each, keys, authors, place)) is not None]
    groups = (
        AuditGroup(kind, title, tuple(row for row in rows if row.kind == kind))
        for kind, title in GROUPS.items()
    )
    met = {segment.kind for row in rows for segment in row.segments}
    used = [
        n for n in range(len(_HEAD)) if any(_figures(each)[n] for each in audit.authors)
    ]  # fmt: skip
    return AuditView(
        title=told("{new} against {old}", new=shown(audit.new), old=shown(audit.old)),
        made=shown(made),
        answer=shown(sentence),
        tone=tone,
        told=tuple(map(shown, further(audit))) if shows else (),
        groups=tuple(each for each in groups if each.rows),
        head=tuple(_HEAD[n] for n in used),
        authors=tuple(_author(each, authors, used) for each in audit.authors),
        kinds=tuple(kind for kind in KINDS if kind in met and kind != "keep"),
        remarks=tuple(remark(each) for each in audit.notices),
        key=key,
    )


def _row(
    paragraph: AuditedParagraph, keys: Keys, authors: Mapping[str | None, str],
    place: Callable[[AuditedParagraph], str],
) -> AuditRow | None:  # fmt: skip
    found = tuple(notes(paragraph))
    if not found:
        return None
    people = (stamp.author for edit in paragraph.edits for stamp in edit.stamps)
    return AuditRow(
        key=keys.key(name_of(paragraph)),
        kind=found[0].kind,
        label=label_of(paragraph),
        name=name_of(paragraph),
        notes=found,
        segments=tuple(_segments(paragraph)),
        by=tuple(dict.fromkeys(authors[each] for each in people)),
        is_heading=is_heading(paragraph),
        passage=place(paragraph),
        page=_page(paragraph),
        spot=spot_of(paragraph.source),
    )


def _page(paragraph: AuditedParagraph) -> str:
    """Return its page; of what is gone from NEW that of OLD, with the name of the file."""
    page = page_of(paragraph.source)
    if not page or paragraph.id is not None:
        return page
    return told("{name}, {page}", name=shown(paragraph.source.file), page=page)


def _segments(paragraph: AuditedParagraph) -> Iterator[AuditSegment]:
    edits = list(paragraph.edits)
    while edits and not edits[-1].text.strip() and edits[-1].standing is Standing.DECLARED:
        edits.pop()  # the end of a paragraph that came or went as a whole says nothing more
    for place, edit in enumerate(edits):
        text = shown(_with_ends(edit, is_last=place == len(edits) - 1))
        if edit.standing is Standing.TYPOGRAPHY and not (edit.text.strip() or _is_seen(edit)):
            yield AuditSegment("keep", text)
        elif text:
            kind = _KINDS.get((edit.op, edit.standing), "keep")
            yield AuditSegment(kind, text, marked_by(edit), shown(edit.was or ""))


def _is_seen(edit: AuditEdit) -> bool:
    return bool((edit.was or "").strip())


def _with_ends(edit: AuditEdit, *, is_last: bool) -> str:
    """Show the end of a paragraph that was put in or taken out; a kept one is a line break."""
    if edit.op is Op.KEEP:
        return edit.text
    text = edit.text.removesuffix("\n") if is_last else edit.text
    return (text or edit.text).replace("\n", " ¶ ")


_HEAD = (
    told("Put in"),
    told("Taken out"),
    told("Moved"),
    told("Formats"),
    told("Words in"),
    told("Words out"),
    told("Paragraphs"),
    told("Not real"),
)


def _figures(tally: AuthorTally) -> tuple[int, ...]:
    return (
        tally.insertions,
        tally.deletions,
        tally.moves,
        tally.formats,
        tally.words_in,
        tally.words_out,
        tally.paragraphs,
        tally.unreal,
    )


def _author(tally: AuthorTally, keys: Mapping[str | None, str], used: Sequence[int]) -> AuditAuthor:
    figures = _figures(tally)
    days = [Day(e) for e in dict.fromkeys(e[:10] for e in (tally.first, tally.last) if e)]
    return AuditAuthor(
        keys[tally.author],
        author_of(tally.author),
        tuple(figures[n] for n in used),
        told("{first} to {last}", first=days[0], last=days[1])
        if len(days) > 1
        else joined("", days),
    )
