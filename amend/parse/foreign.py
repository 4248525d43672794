"""A span of a text in, whether the paragraph named there belongs to somebody else's document."""

from __future__ import annotations

import re

# How a draft is called by those who write it: their own title never makes a reference foreign.
_OWN = re.compile(
    r"""\s*(?:of|in|to|from|under|de|du|des|del|dans|en)\s+(?:the\s+|l['’]|la\s+|le\s+|el\s+)?
    (?:(?:this|our|present|current|draft|zero|latest|revised|new(?!\s+york)|final|co-?chairs?['’]?
      |rev\.?\s?\d|presente|présente?|este|esta|progress|political|ministerial|outcome|action)\b
      | (?:declaration|text|document|preamble|annex|section)\b
        (?!\s+(?:on|of|for|to(?!\s+(?:this|the\s+draft)))\b))""",
    re.IGNORECASE | re.VERBOSE,
)
_INSTRUMENT = r"""(?:compacts?|conventions?|covenants?|charters?|protocols?|agreements?|agenda
    |reports?|resolutions?|decisions?|general\s+comments?|treaty|treaties|statute|constitution|framework
    |programmes?\s+of|platform\s+for|plan\s+of\s+action|guidelines|regulations?|directives?|accord
    |declaration|rules\s+of\s+procedure|expert\s+group|pacto|convenio|convención|carta|protocolo
    |acuerdo|resolución|informe|pacte|charte|protocole|accord|résolution|rapport|übereinkommen
    |konvention|charta|vertrag|пакта|конвенции|устава|протокола|резолюции)"""
_SYMBOL = (
    r"(?:\b(?:A|E|S|ST|CCPR|CEDAW|FCCC|UNEP|HRC)/[\w./-]+|\b\d{1,3}/(?:\d{1,3}|C[MP]\w*\.\d+)\b)"
)
_KNOWN = r"(?:GCM|GCR|UDHR|ICCPR|ICESCR|CEDAW|UNCLOS|UNFCCC)"
# Four capitals are an instrument (ICCPR), unless it is a group and its text (AOSIS proposal).
_ACRONYM = (
    rf"(?:{_KNOWN}|CRC|SDGs?|ILO|(?-i:[A-Z]{{4,}}))\b"
    r"(?!['’]?s?\s+(?:proposals?|submission|amendments?|version|text|language|comments?))"
)
_WHOSE = re.compile(
    r"\s*,?\s*(?:of|in|to|from|under|contained\s+in|du|des?|del|de\s+la|der|von)\s+"
    r"(?:(?:the\s+)?(?:annex|appendix|schedule)(?:\s+\w+)?\s+(?:to|of)\s+)?"
    r"(?P<name>[^.;:,()]{2,90})",
    re.IGNORECASE,
)
_NAMES_IT = re.compile(rf"\b{_INSTRUMENT}\b|{_SYMBOL}|\b{_ACRONYM}\b", re.IGNORECASE | re.VERBOSE)
# The instrument stands in the first noun phrase: "in the light of the Convention" is no address.
_STOPS = re.compile(
    r"\b(?:of|in|for|on|with|at|by|from|to|and|or|which|that|as|is|are|shall|should|because|where"
    r"|we|before|after|a|en|de|du|des|pour|para|que|qui|vue)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\s+(?:thereof|of\s+(?:that|said|the\s+(?:said|same)))\b", re.IGNORECASE)
_NAMED_BEHIND = re.compile(rf"\s+{_ACRONYM}|\s*[,(]\s*{_KNOWN}\b")
_NAMED_BEFORE = re.compile(
    rf"(?:\b{_INSTRUMENT}(?:\s+[\d/.]+(?:\s+[A-Z])?)?|{_SYMBOL}|\b{_ACRONYM}(?:['’]s)?)"
    r"(?:\s+(?:objective|obj|chapter|section|part|goal|target)\.?\s+\w+)?"
    r"\)?\s*,?\s*(?:in\s+|its\s+|at\s+|see\s+)?\(?$",
    re.IGNORECASE | re.VERBOSE,
)
_OWN_BEFORE = re.compile(
    r"\b(?:draft|this|our|zero|progress|political|present)\s+\w+,?\s*\(?$", re.IGNORECASE
)
_ITS = re.compile(r"\bits\s+$", re.IGNORECASE)
_BEFORE, _BEHIND = 60, 110

# A number behind one of these words counts or names something else (domain B.8.4).
_OTHER_THING = re.compile(
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
    if _OWN.match(behind):
        return False
    if _ELSEWHERE.match(behind) or _NAMED_BEHIND.match(behind):
        return True
    whose = _WHOSE.match(behind)
    if whose is not None and _is_instrument(whose["name"]):
        return True
    if _ITS.search(before):
        return _is_owner_foreign(before)
    return _NAMED_BEFORE.search(before) is not None and _OWN_BEFORE.search(before) is None


def _is_owner_foreign(before: str) -> bool:
    """Decide whose "its Article 2" is: that of the instrument named last before it."""
    named = list(_NAMES_IT.finditer(before))
    return bool(named) and _OWN_BEFORE.search(before[: named[-1].end()]) is None


def _is_instrument(name: str) -> bool:
    stop = _STOPS.search(name)
    words = name[: stop.start()] if stop else name
    return _NAMES_IT.search(words) is not None


def counts_other_things(text: str, start: int) -> bool:
    """Whether the word before a bare number says that it numbers no paragraph: SDG, page, Rev."""
    return _OTHER_THING.search(text[max(0, start - 24) : start]) is not None
