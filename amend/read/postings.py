"""A discussion page in HTML in, its lines out, each with the posting that the markup puts it in.

Containers are known by what forums call them: an article or box of class "comment", "post" or
"reply", an id such as comment-12. Nothing is fetched; where links point is words to show.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field

from lxml import etree, html

from amend.errors import ReadError
from amend.model.page import Frame, Page, PageLine, Part
from amend.read.quoted import settled

_SILENT = frozenset({
    "button", "datalist", "head", "iframe", "input", "nav", "noscript", "object", "script",
    "select", "style", "svg", "template", "textarea", "title",
})  # fmt: skip
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "div",
    "dl", "dt", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "li", "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
})  # fmt: skip
_HOLDERS = frozenset({"article", "div", "li", "section", "tr", "td", "blockquote", "dd"})
_POSTING = frozenset({
    "comment", "comment-item", "comment-wrap", "contribution", "forum-post", "js-comment", "post",
    "posting", "reply", "response", "submission", "topic-post",
})  # fmt: skip
_POSTING_ID = re.compile(r"(?:div-)?(?:comment|post|reply|posting|message|submission)[-_]?\d+")
_AUTHORS = frozenset({
    "author", "byline", "comment-author", "comment__author", "comment__submitted", "fn", "poster",
    "post-author", "submitted-by", "user-name", "username",
})  # fmt: skip
_DATES = frozenset({
    "comment-date", "comment-metadata", "comment__created", "comment__time", "created", "date",
    "post-date", "timeago", "timestamp",
})  # fmt: skip
_DEEPER = frozenset({"children", "indented", "replies", "thread-children"})
_TAIL = re.compile(
    r"\.(?:pdf|docx?|odt|rtf|xlsx?|ods|csv|pptx?|txt|zip)(?:[?#].*)?$", re.IGNORECASE
)
_PICTURE = re.compile(r"\b(?:picture|photo|avatar|portrait|imagen?|image|foto)\b", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_DEEPEST = 400


@dataclass(slots=True)
class _Walk:
    """The page on its way to lines; `words` of the line at hand, and the last posting per depth.

    `quoted` are the places of lines that the markup says are quoted.
    """

    file: str
    lines: list[PageLine] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    number: int = 1
    last: dict[int, int] = field(default_factory=dict)
    quoted: set[int] = field(default_factory=set)

    def close(self, part: Part, frame: int | None) -> None:
        """Close the line at hand; white space alone is none."""
        text = _SPACE.sub(" ", "".join(self.words)).strip(" ")
        self.words.clear()
        if text.strip():
            self.put(text, part, frame)

    def put(self, text: str, part: Part, frame: int | None, link: str | None = None) -> None:
        """Put a line down, and a blank one behind it: what stands in a box stands apart."""
        self.lines.append(PageLine(self.number, text, part, frame, link))
        if part in {Part.TEXT, Part.HEADING, Part.QUOTE}:
            self.lines.append(PageLine(self.number, "", Part.TEXT, frame))


@dataclass(frozen=True, slots=True)
class _Place:
    """What holds for the words at hand, by the elements round them."""

    part: Part = Part.TEXT
    frame: int | None = None
    level: int = 0
    depth: int = 0

    def within(self, part: Part) -> _Place:
        return _Place(part, self.frame, self.level, self.depth)


def read_markup(data: bytes, file: str) -> Page:
    """Read a page from its bytes; raises ReadError if they hold no HTML."""
    parser = html.HTMLParser(no_network=True, encoding=_encoding(data), huge_tree=True)
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as failure:
        hint = "Open it in a browser and save the page again."
        raise ReadError(f"is no HTML page ({failure})", where=file, hint=hint) from None
    walk = _Walk(file)
    _element(root, walk, _Place())
    walk.close(Part.TEXT, None)
    frames, lines = _without_empty(walk.frames, settled(walk.lines, walk.quoted))
    return Page(file, hashlib.sha256(data).hexdigest(), "html", lines, frames)


def _encoding(data: bytes) -> str | None:
    """UTF-8 if the bytes are; else what the page declares, which the parser looks for."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return "utf-8"


def _element(element: html.HtmlElement, walk: _Walk, place: _Place) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _SILENT:
        return
    if place.depth > _DEEPEST:
        raise ReadError("is nested too deeply", where=walk.file, hint="Save it as plain text.")
    opens = tag in _BLOCKS
    inner = _inside(element, walk, _deeper(place))
    if opens or inner.part is not place.part:
        walk.close(place.part, place.frame)
    if element.sourceline:
        walk.number = max(walk.number, element.sourceline)
    first = len(walk.lines)
    _shown(element, walk, inner)
    for child in element:
        _element(child, walk, inner)
        if child.tail:
            walk.words.append(child.tail)
    if opens or inner.part is not place.part:
        walk.close(inner.part, inner.frame)
    if inner.part is Part.QUOTE and _says_quoted(element):
        walk.quoted.update(range(first, len(walk.lines)))


def _deeper(place: _Place) -> _Place:
    return _Place(place.part, place.frame, place.level, place.depth + 1)


def _inside(element: html.HtmlElement, walk: _Walk, place: _Place) -> _Place:
    """Return what holds inside an element: a new posting, a part of one, a deeper level."""
    classes = set((element.get("class") or "").lower().split())
    if classes & _DEEPER:
        place = _Place(place.part, place.frame, place.level + 1, place.depth)
    if _is_posting(element, classes):
        return _Place(Part.TEXT, _framed(walk, place), place.level, place.depth)
    if place.frame is None:
        return _headed(element, place)
    says = classes | set((element.get("itemprop") or "").lower().split())
    says |= set((element.get("rel") or "").lower().split())
    if element.tag == "time" or says & _DATES:
        return place.within(Part.DATE)
    if says & _AUTHORS:
        return place.within(Part.AUTHOR)
    if element.tag == "blockquote":
        return place.within(Part.QUOTE)
    return _headed(element, place)


def _says_quoted(element: html.HtmlElement) -> bool:
    """Whether the markup itself says that words are quoted: a source, or a class of that name."""
    classes = f"{element.get('class') or ''} {element.get('type') or ''}".lower()
    is_named = re.search(r"\bcite|quote", classes) is not None
    return is_named or element.get("cite") is not None or element.get("data-quote") is not None


def _headed(element: html.HtmlElement, place: _Place) -> _Place:
    is_heading = re.fullmatch("h[1-6]", str(element.tag)) and place.part is Part.TEXT
    return place.within(Part.HEADING) if is_heading else place


def _is_posting(element: html.HtmlElement, classes: set[str]) -> bool:
    if element.tag not in _HOLDERS:
        return False
    kind = (element.get("itemtype") or "").rsplit("/", 1)[-1].lower()
    return (
        bool(classes & _POSTING)
        or kind == "comment"
        or element.get("data-comment-id") is not None
        or _POSTING_ID.fullmatch((element.get("id") or "").lower()) is not None
    )


def _framed(walk: _Walk, place: _Place) -> int:
    """Open a posting: its parent is the one round it, or the last one a level up."""
    parent = place.frame
    if parent is None and place.level:
        parent = walk.last.get(place.level - 1)
    walk.frames.append(Frame(parent))
    walk.last[place.level] = len(walk.frames) - 1
    return len(walk.frames) - 1


def _shown(element: html.HtmlElement, walk: _Walk, place: _Place) -> None:
    """Put down what an element says beside its words: a picture's name, a date, a link."""
    tag, frame = element.tag, place.frame
    if tag == "img" and _PICTURE.search(element.get("alt") or ""):
        walk.close(place.part, frame)
        walk.put(_SPACE.sub(" ", element.get("alt", "")).strip(), Part.TEXT, frame)
    elif tag == "time" and element.get("datetime") and frame is not None:
        walk.put(element.get("datetime", ""), Part.DATE, frame)
        return
    elif tag == "a" and frame is not None:
        link = (element.get("href") or "").strip()
        said = _SPACE.sub(" ", element.text_content()).strip()
        if link.lower().startswith("mailto:"):
            walk.put(link[7:].split("?")[0].strip(), Part.EMAIL, frame, said)
        elif _TAIL.search(link.split("?")[0]) or _TAIL.search(said):
            walk.put(said or link, Part.FILE, frame, link)
            if "file" in (element.get("type") or "") or _is_file_box(element):
                return
    if element.text:
        walk.words.append(element.text)


def _is_file_box(link: html.HtmlElement) -> bool:
    """Whether a link stands in a list of files, not in what somebody wrote."""
    boxes = (above.get("class") or "" for above in link.iterancestors("span", "div", "li"))
    return any(re.search(r"\b(?:file|attachment)s?\b", each, re.IGNORECASE) for each in boxes)


def _without_empty(
    frames: list[Frame], lines: list[PageLine]
) -> tuple[tuple[Frame, ...], tuple[PageLine, ...]]:
    """Drop containers without a body of their own: boxes round boxes are one posting.

    What replied to a dropped box replies to the first posting in it.
    """
    bodies = {Part.TEXT, Part.HEADING, Part.FILE}
    full = {each.frame for each in lines if each.part in bodies and each.text.strip()}
    kept = [at for at in range(len(frames)) if at in full]
    stands: dict[int, int] = {at: place for place, at in enumerate(kept)}
    for at in kept:
        box = frames[at].parent
        while box is not None and box not in full:
            stands.setdefault(box, stands[at])
            box = frames[box].parent

    def parent(at: int) -> int | None:
        above = frames[at].parent
        while above is not None and stands.get(above) in {None, stands[at]}:
            above = frames[above].parent
        return None if above is None else stands[above]

    moved = (
        PageLine(
            each.number, each.text, each.part,
            None if each.frame is None else stands.get(each.frame), each.link,
        )
        for each in lines
    )  # fmt: skip
    return tuple(Frame(parent(at)) for at in kept), tuple(moved)
