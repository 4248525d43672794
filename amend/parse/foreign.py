"""A span of a text in, whether the paragraph named there belongs to somebody else's document."""

from __future__ import annotations

import re

from amend.model.draft import Revision
from amend.text.late import late

# How a draft is called by those who write it: their own title never makes a reference foreign.
_OWN = late(
    r"""\s*+,?+\s*+(?:(?:of|in|to|from|under|de|du|des|del|dans|en|der|von|dem|im|della)\s++|dell['’])?
    (?:the\s+|l['’]|la\s+|le\s+|el\s+|las\s+|los\s+)?
    (?:(?:this|our|present|current|draft|zero|latest|revised|new\s+(?:draft|text|version|document|declaration)|final|co-?chairs?['’]?
      |rev\.?\s?\d|présente?s?|presentes?|projets?|proyectos?|ce|cette|est[ae]|progress|political
      |ministerial|outcome|action|настоящ\w+|данн\w+|проекта?|dieser?s?|vorliegenden?|entwurfs?)\b
      | (?:declaration|text|document(?!\s+(?-i:[A-Z]+)/)|preamble|annex|section|declaración
        |documento|déclaration|texte|texto|декларации|документа|текста)\b
        (?!\s+(?:on|of|for|de|des|du|sobre|sur|о|об|to(?!\s+(?:this|the\s+draft)))\b))""",
    re.IGNORECASE | re.VERBOSE,
)
_INSTRUMENT = r"""(?:compacts?|conventions?|covenants?|charters?|protocols?|agreements?|agenda
    |reports?|resolutions?|decisions?|general\s+(?:comments?|recommendations?)|opinion|treaty|treaties|statutes?|constitution|framework
    |programmes?\s+of|platform\s+for|plans?\s+of\s+action|guidelines|regulations?|directives?|modalities
    |declaration|rules\s+of\s+procedure|terms\s+of\s+reference|instrument\s+for|expert\s+group
    |memorand\w+|act|acts|code
    |pacto|convenio|convención|carta|protocolo|acuerdo|resolución|resoluciones|decisión|informe|tratado
    |estatuto|reglamento|ley|leyes|código|decreto|iniciativa|constitución\s+(?:política|vigente|de\s+\d)
    |pacte|charte|protocole|accord|résolutions?|décisions?|rapport|traité|statut|règlement|loi|décret
    |code\s+\w+|directive
    |übereinkommens?|konvention|charta|vertrag(?:e?s)?|pakt(?:e?s)?|protokolls?|grundgesetz(?:es)?
    |\w{0,20}gesetz(?:es|buch|buches)?|\w{0,20}verordnung|richtlinie|beschluss(?:es)?|bundesverfassung
    |convenzione|trattato|statuto|legge|decreto|regolamento|carta
    |пакта|пакте|конвенци\w+|устав\w*|протокол\w*|резолюци\w+|решени\w+|соглашени\w+|договор\w*|повестки
    |доклад\w*|хартии|кодекс\w*|закон\w*|статута)"""
_SYMBOL = (
    r"(?:\b(?:A|E|S|ST|CCPR|CEDAW|CRC|FCCC|UNEP|HRC)/[\w./-]+"
    r"|\b\d{1,3}/(?:\d{1,3}|C[MP]\w*\.\d+)\b)"
)
_KNOWN = r"(?:GCM|GCR|UDHR|ICCPR|ICESCR|CEDAW|UNCLOS|UNFCCC|IPN|ICC|ICI|ZGB|BV|AEUV|TFEU|TEU)"
# Four capitals are an instrument (ICCPR), unless it is a group and its text (AOSIS proposal).
_ACRONYM = (
    rf"(?:(?-i:{_KNOWN})|CRC|SDGs?|ILO|(?-i:(?![IVXLC]+\b)[A-Z]{{4,}}))\b"
    r"(?!['’]?s?\s+(?:proposals?|submission|amendments?|version|text|language|comments?))"
)
_WHOSE = late(
    r"(?:\s+option\s+\w{1,3})?\s*+,?+\s*+(?:(?:of|in|to|from|under|contained\s+in|du|des?|del|de\s+la|der|dem|im|von|della)\s"
    r"|d['’]|dell['’]|(?=[А-Яа-я]))\s*+"
    r"(?:(?:the\s+)?(?:annex|appendix|schedule)(?:\s+\w+)?\s+(?:to|of)\s+)?"
    r"(?P<name>[^.;:,()\n]{2,90})",
    re.IGNORECASE,
)
_NAMES_IT = late(rf"\b{_INSTRUMENT}\b|{_SYMBOL}|\b{_ACRONYM}\b", re.IGNORECASE | re.VERBOSE)
# The instrument stands in the first noun phrase: "in the light of the Convention" is no address.
_STOPS = late(
    r"\b(?:of|in|for|on|with|at|by|from|to|and|or|which|that|as|is|are|shall|should|because|where"
    r"|we|before|after|above|below|a(?!/)|en|de|du|des|pour|para|que|qui|vue|por|y|et|und|и|в|о|с|на|к|по"
    r"|настоящ\w+|данн\w+|present|this|presente|présent|diese[rs]?|est|sont|se|s(?=['’]))\b",
    re.IGNORECASE,
)
# "Paragraph 8 of our letter" is the letter's; of our text, draft or proposal it is the draft's.
_PAPER = late(
    r"\s+(?:of|de|des)\s+(?:our|my|your|their|its|notre|nos|votre|leur|nuestr[oa]s?|su)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:submissions?|letters?|statements?|papers?|contributions?|notes?|e-?mails?|brief|lettre"
    r"|carta|nota|contribución|soumission)\b",
    re.IGNORECASE,
)
_ELSEWHERE = late(
    r"\s+(?:thereof|of\s+(?:that|said|the\s+(?:said|same))|de\s+(?:celle|celui)-ci|de\s+aquella?)\b",
    re.IGNORECASE,
)
# "Annex I Parties" are Parties of a convention, "Annex VII arbitral tribunal" is its tribunal.
_NAMED_BEHIND = late(
    rf"\s+{_ACRONYM}|\s*[,(]\s*(?:{_KNOWN}\b|(?:A|E|S)/(?:RES/)?\d)|\s+(?:Part(?:y|ies)|(?:special\s+)?arbitral)\b"
)
_NAMED_BEFORE = late(
    rf"(?:\b{_INSTRUMENT}(?:\s+(?:№\s*|n[°o]?\.?\s*)?[\d/.]+(?:\s+[A-Z])?(?:\s*\(\d{{4}}\))?)?"
    r"(?:\s+(?:for|on|of|de|sur|sobre)\s+(?:the\s+)?(?-i:[A-Z][\w-]+(?:\s+(?:and\s+)?[A-Z][\w-]+){0,5}))?"
    rf"|{_SYMBOL}"
    rf"|\b{_ACRONYM}(?:['’]s)?(?:\s+(?:N[°º]?\s?)?[\d\s-]{{3,9}})?)"
    r"(?:\s+(?:objective|obj|chapter|section|part|goal|target)\.?\s+\w+)?"
    r"(?:\s*,?\s*(?:annex(?:\s+[IVX\d]+)?|chapter\s+\S{1,8}|art[íi]culo\s+\w+|inciso\s+\w+)){0,3}"
    r"\)?\s*,?\s*(?:in\s+particular\s+|especially\s+|notably\s+)?(?:in\s+|its\s+|at\s+|see\s+)?\(?$",
    re.IGNORECASE | re.VERBOSE,
)
_TAIL = late(
    r"(?:\b(?:in\s+particular|especially|notably)\s+)?(?:\b(?:in|its|at|see)\s+)?\(?$",
    re.IGNORECASE,
)
_TAIL_REACH = 24
# What an instrument ends in where it is set in small letters; most references follow other words.
_NAME_ENDS = frozenset(
    "annex annexes comment comments action procedure reference group primero segundo tercero cuarto"
    " quinto".split()
)
_OWN_BEFORE = late(
    r"\b(?:draft|this|our|zero|progress|political|present|proyecto\s+de|projet\s+de|est[ae])\s+\w+"
    r",?\s*\(?$",
    re.IGNORECASE,
)
_OWN_WORD = late(
    r"\b(?:draft|this|our|zero|progress|political|present|proyecto\s+de|projet\s+de|est[ae])\s+$",
    re.IGNORECASE,
)
_TITLE = late(
    r"\s*+,?+\s*+(?:of|to|in|du|de|del|des|der|dieser)\s+(?:the\s+|la\s+|l['’])?"
    r"(?P<name>agreement|convention|covenant|protocol|compact|charter|treaty|framework|resolution|decision"
    r"|acuerdo|convención|protocolo|pacto|tratado|accord|protocole|pacte|traité|übereinkommens)\b"
    r"(?!\s+(?:on|for|of|to|sur|sobre|über|\d))",
    re.IGNORECASE,
)
_ITS = late(r"\b(?:its|sus?|ses|son)\s+$", re.IGNORECASE)
_BEFORE, _BEHIND, _OWNER = 70, 110, 140

# A number behind one of these words counts or names something else (domain B.8.4).
_OTHER_THING = late(
    r"(?:\b(?:objectives?|obj|sdgs?|targets?|indicators?|goals?|chapters?|items?|pages?|pp?|tables?"
    r"|figures?|rows?|columns?|lines?|conventions?|recommendations?|rules?|clauses?|resolutions?|decisions?|rev|annex"
    r"|zone|rue|street|road|room|box|version|draft|no|number|nos|steps?|phases?|days?|cap|vol|part"
    r"|action|actions|question|option|options|group|mig|class|type|level)|°C)[.:]?\s*(?:no\.?\s*)?$",
    re.IGNORECASE,
)


def is_foreign(text: str, start: int, end: int) -> bool:
    """Whether the reference at a half-open span speaks of another instrument (domain B.8.4).

    Looks at both sides: "of the Convention", "of resolution 70/1", "A/76/642, para. 40". The
    draft's own title ("of this declaration", "of the present draft", "above") is never foreign.
    """
    behind, before = text[end : end + _BEHIND], text[max(0, start - _BEFORE) : start]
    if _PAPER.match(behind):
        return True
    if _OWN.match(behind):
        return False
    if _ELSEWHERE.match(behind) or _NAMED_BEHIND.match(behind):
        return True
    whose = _WHOSE.match(behind)
    if whose is not None and _is_instrument(whose["name"]):
        return True
    if _ITS.search(before, max(0, len(before) - 6)):
        return _is_owner_foreign(text[max(0, start - _OWNER) : start])
    return _is_named_before(before) and _OWN_BEFORE.search(before) is None


def names_the_draft(text: str, end: int, draft: Revision) -> bool:
    """Whether "of the Agreement" behind a reference is the draft: it says "this Agreement"."""
    title = _TITLE.match(text, end)
    if title is None:
        return False
    name = title["name"].lower()
    own = late(rf"\b(?:this|present|presente|présente?|diese[rs]?)\s+{name}\b", re.IGNORECASE)
    return any(own.search(paragraph.text) for paragraph in draft.paragraphs)


def _is_named_before(before: str) -> bool:
    """Whether an instrument is named right before: "A/76/642, ", "the Convention in its "."""
    tail = _TAIL.search(before, max(0, len(before) - _TAIL_REACH))
    words = before[: tail.start()].split() if tail is not None else []
    last = words[-1].strip(",.;:()") if words else ""
    if not last or _ends_no_name(last):
        return False
    named = _NAMED_BEFORE.search(before)
    return named is not None and _OWN_WORD.search(before[: named.start()]) is None


def is_own(text: str, end: int) -> bool:
    """Whether the words behind a reference say that it is to the draft itself: "of this draft"."""
    return _OWN.match(text, end) is not None


def _ends_no_name(word: str) -> bool:
    """Whether a word in small letters is no instrument and ends the name of none."""
    if not (word.islower() and word.isalpha()) or word in _NAME_ENDS:
        return False
    return _NAMES_IT.fullmatch(word) is None


def _is_owner_foreign(before: str) -> bool:
    """Decide whose "its Article 2" is: that of the instrument named last before it."""
    named = list(_NAMES_IT.finditer(before))
    return bool(named) and _OWN_BEFORE.search(before[: named[-1].end()]) is None


def _is_instrument(name: str) -> bool:
    stop = _STOPS.search(name)
    words = name[: stop.end()] if stop else name  # "Programme of" Action names one, too
    return _NAMES_IT.search(words) is not None


def counts_other_things(text: str, start: int) -> bool:
    """Whether the word before a bare number says that it numbers no paragraph: SDG, page, Rev."""
    return _OTHER_THING.search(text[max(0, start - 24) : start]) is not None
