"""The words of one table cell in, what kind of answer they are out: a text, a position, nothing."""

from __future__ import annotations

import re

from amend.model.proposal import Operation
from amend.text.exact import exact
from amend.text.late import late
from amend.text.words import tokens

_DELETED = late(
    r"[\[(]?\s*(?:to\s+be\s+)?(?:deleted?|deletion|delete\s+(?:this\s+|the\s+)?(?:para(?:graph)?|entire\s+\w+|all)|suppressed|removed?"
    r"|suprim(?:ir|ido|ase)|eliminar|supprim(?:er|é|ée)|à\s+supprimer"
    r"|(?:предлага\w+\s+)?(?:исключ|удал|снять|вычеркн)\w*(?:\s+(?:весь\s+|этот\s+)?(?:пункт|абзац|текст))?"
    r"|(?:ي|ت)?حذف(?:\s+(?:هذه\s+)?(?:ال)?(?:فقرة|نص))?|محذوفة?"
    r"|(?:建议|拟|提议)?删(?:除|去)(?:本|该|此|整)?(?:段|款|条|段落)?)\s*[\])）]?[.。]?$",
    re.IGNORECASE,
)
# Cells that ask for nothing: the row was looked at, no more.
_NOTHING = late(
    r"[\s(\[.…–—-]*(?:(?:we\s+have\s+)?no(?:\s+(?:proposed|further))?\s+(?:changes?|comments?|amendments?|objections?"
    r"|proposals?)(?:\s+proposed)?|unchanged|as\s+is|NOC|n/?a|nil|none|same|ok(?:ay)?|fine|noted|idem"
    r"|sin\s+(?:cambios?|comentarios?)|(?:pas\s+de|aucune?|sans)\s+(?:changements?|modifications?"
    r"|commentaires?)|без\s+(?:изменений|замечаний)|нет(?:\s+(?:изменений|предложений|замечаний))?"
    r"|(?:ب?دون|لا)\s+(?:أي\s+)?(?:تغيير|تعديل|تعليق)\w*|لا\s+يوجد|无(?:修改|变化|意见|建议)?|不变|没有(?:修改|意见))?"
    r"[\s)\].…–—-]*$",
    re.IGNORECASE,
)
# Cells that send the reader elsewhere, or put the words off: nothing that could be followed.
_ELSEWHERE = late(
    r"\W*(?:(?:please\s+)?(?:see|cf\.?|refer\s+to)\b|(?:as|same)\s+(?:as\s+)?(?:in|for|above|per|under)\b"
    r"|ditto\b|tb[acd]\b|to\s+(?:be\s+(?!deleted|removed)\w+|come|follow)\b|pending\b|v[ée]ase\b|voir\b)",
    re.IGNORECASE,
)
_AGREED = late(
    r"(?:we\s+)?(?:agree[ds]?|accept(?:ed|able)?|support(?:ed|s)?|de\s+acuerdo|d['’]accord|apoyamos"
    r"|nous\s+appuyons|(?:мы\s+)?(?:поддерж(?:ива\w+|ать)|соглас(?:ны|ен|на|овано))|نؤيد|نوافق|نتفق|موافق\w*"
    r"|(?:我们)?(?:同意|支持|赞成))\W*$",
    re.IGNORECASE,
)
_RETAINED = late(
    r"(?:(?:please|we\s+\w+\s+to)\s+)?(?:retain|keep|maintain|mantener|maintenir)(?:ed)?"
    r"(?:\s+(?:(?:the\s+)?(?:current|original|existing)\s+)?(?:text|wording|language|para(?:graph)?))?"
    r"(?:\s+(?:as\s+(?:is|it\s+stands|drafted)|unchanged))?\W*$"
    r"|(?:сохранить|оставить)(?:\s+(?:текст|пункт))?(?:\s+без\s+изменений)?\W*$"
    r"|(?:يُ?|ت)?(?:حتفظ|بقى)\w*(?:\s+(?:ب|على\s+)?(?:ال)?(?:نص|فقرة))?\W*$"
    r"|(?:保留|保持)(?:不变|原文|原案文|案文|现有案文|本段|该段)?\W*$",
    re.IGNORECASE,
)
_NEW = late(
    r"[\[(]?\s*(?:new|none|n/?a|[-–—]+|nuevo|nouveau|\(new\)|new\s+para(?:graph)?"
    r"|nuevo\s+párrafo|nouve(?:au|l)\s+(?:paragraphe|alinéa)|нов(?:ый|ое)(?:\s+пункт)?|нет|отсутствует"
    r"|(?:فقرة\s+)?جديدة?|لا\s+يوجد|新(?:增)?(?:段落|段|款|条)?|无)?\s*[\])）]?\.?$",
    re.IGNORECASE,
)
_CALLED_NEW = late(
    r"[\[(（]\s*(?:new|nuevo|nouveau|новый|新(?:增)?|جديدة?)(?:\s*(?:para(?:graph)?|пункт|段(?:落)?))?\s*[\])）]"
    r"\s*[:.：]?\s*",
    re.IGNORECASE,
)
_POINTER_WORDS = 10


def asks_nothing(text: str) -> bool:
    """Whether a cell only says that it was looked at: "-", "No comment", "OK", or nothing."""
    return _NOTHING.match(text) is not None


def is_pointer(text: str) -> bool:
    """Whether a cell sends the reader elsewhere or puts its words off: "See para 14"."""
    return _ELSEWHERE.match(text) is not None and len(tokens(text)) <= _POINTER_WORDS


def is_deletion(text: str) -> bool:
    """Whether a cell says that what stands there is to go: "(deleted)"."""
    return _DELETED.match(text.strip()) is not None


def is_no_text(text: str) -> bool:
    """Whether a cell of current text holds none: "", "(new)", "-"."""
    return _NEW.match(text) is not None


def position_in(text: str) -> Operation | None:
    """Read "Agree" as support and "Retain as is" as a wish to retain; None for all else."""
    if _AGREED.match(text.strip()):
        return Operation.SUPPORT
    return Operation.RETAIN if _RETAINED.match(text.strip()) else None


def without_new(text: str) -> str:
    """Take "(new)" off the head of a new paragraph: it speaks of the text and is no part of it."""
    head = _CALLED_NEW.match(text)
    return text[head.end() :] if head is not None else text


def without_words(current: str, proposed: str) -> Operation | None:
    """Say what is asked for where a row keeps every word; None if only the shape of signs differs.

    Square brackets that are lifted, or put in, say something; other signs are editing.
    """
    was = [each.key for each in exact(current)]
    now = [each.key for each in exact(proposed)]
    if was == now:
        return None
    if [each for each in was if each not in "[]"] != [each for each in now if each not in "[]"]:
        return Operation.EDITORIAL
    return Operation.UNBRACKET if len(now) < len(was) else Operation.BRACKET
