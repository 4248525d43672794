"""The forms of the label grammar, domain B.4: how its pieces look in print."""

from __future__ import annotations

import re

from amend.text.late import late

PLACEHOLDER = 999  # the x of "3.x": sorts last in its article
FOOTNOTES_FROM = 50

PARAGRAPH_WORD = (
    r"(?:sub-?)?para(?:graph)?s?|pars?|párrs?|párrafos?|apartados?|paragraphes?|alinéas?|points?"
    r"|punkt[a-z]*|absatz|abs|ziffern?|ziff|commi|comma|punti|punto|numeral|inciso|lit|let|bst|p"
)
CARRIER = late(
    rf"""(?:the\s+)?(?:
      (?P<pp>pps?|p\.p|recitals?|considérants?|considerandos?|erwägung(?:sgrund)?)
    | (?P<op>ops?|o\.p)
    | (?P<art>articles?|arts?|artículos?|articol[oi]|artikeln?)
    | (?P<section>sections?|secciones|sección|abschnitt|s:)
    | (?P<annex>annexes|annexe|annex|anexos?|anhang)
    | (?:{PARAGRAPH_WORD}|§§?|¶)
    )(?-i:(?![a-zà-ÿ]))[.\s]*(?:(?<=[a-z])[-#]\s?(?=\d))?(?:n[°º.]{{1,2}}\s?|№\s?)?""",
    re.IGNORECASE | re.VERBOSE,
)
PREAMBLE = re.compile(r"\s+(?:du préambule|del preámbulo|of the preamble)$", re.IGNORECASE)
NUMBER = re.compile(r"(?P<minus>[-–−])?(?P<digits>0|[1-9]\d{0,3})(?:ère|er|ème|\.?°)?")
DOTTED = re.compile(r"\.([a-z])\.([ivx]+)$", re.IGNORECASE)
INSIDE = re.compile(r"\s*[./]\s?(\d{1,3}(?!\d)|x(?![a-z]))", re.IGNORECASE)
# The paragraph of an article, and the point of a paragraph, by name: "Article 9, paragraph 1".
NAMED_INSIDE = re.compile(
    r"\s*,?\s*(?:para(?:graph)?s?|pars?|párrafo|apartado|paragraphe|absatz|abs|comma|§)"
    r"\.?\s*(\d{1,3})(?!\d)",
    re.IGNORECASE,
)
NAMED_SUB = late(
    r"\s*,?\s*(?:sub-?para(?:graph)?|buchstabe|bst|lit|let|al|alinéa|inciso|point)(?:\.\s*|\s+)"
    r"\(?([a-z])(?:\s?([a-z]{3,}))?\)?(?![a-z])",
    re.IGNORECASE,
)
SUB = late(
    r"[\s.]*(?:\(\s*([a-z]{1,7}|\d{1,2})(?:\s(\w{3,}))?\s*\)|([a-z])\)|([ivx]{2,5})\))",
    re.IGNORECASE,
)
GLUED_SUB = re.compile(r"([a-z])((?:bis|ter|quater|quinquies)$)")
PART = re.compile(
    r"\s*(?P<chapeau>[:,]?\s*chapeau\b|\(chapeau\))"
    r"|:s(?P<s>\d{1,2})\b|,?\s+(?P<sentence>first|second|third|fourth|fifth|last)\s+sentence\b"
    r"|:fn(?P<fn>\d{1,3})\b|,?\s+footnote\s+(?P<footnote>\d{1,3})\b",
    re.IGNORECASE,
)
SENTENCES = ("first", "second", "third", "fourth", "fifth")
WORD = re.compile(r"(?P<joint>[\s.\-‐‑]*)(?P<word>[^\W\d_]+)")
GLUED = re.compile(r"([a-z]{3,})([A-Z]{1,3})")
COUNT = re.compile(r"\.?\s?([1-9]\d?)(?!\d)")
ALTERNATIVE = frozenset({"alt", "alternative", "alternativa", "alternativ"})
EU_BEFORE = late(r"\s[-–−](?=[a-z])", re.IGNORECASE)
PREFIX = re.compile(
    r"(?:the\s+)?chapeau\s+of\s+|(?P<word>pre|ante|alt)[\s\-]+(?=\d)", re.IGNORECASE
)
BARE_SECTION = re.compile(r"(?:[IVXL]+|[A-Z])[\s.\-]+[a-z]{3,}$")
HEADING_FIGURE = re.compile(r"[A-Z]{1,6}")
RELATIVE = late(r"\((?!\d)[a-z]{1,7}|[a-z]\)", re.IGNORECASE)
LONE_LETTER = re.compile(r"[a-z](?=$|[\s-]?bis$|[\s-]?ter$)", re.IGNORECASE)  # lit. a
RELATIVE_TERM = re.compile(r"([a-z])[\s\-]?([a-z]{3,})$")
CARRIERS = {"pp": "PP", "op": "OP", "art": "Art", "section": "S:", "annex": "Annex"}
