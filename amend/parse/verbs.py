"""The verbs of amendment: masked words in, what the writer wants done out (domain C.3).

In masked text each quotation is one sign and each reference another, so that no word of the
proposed text is ever taken for a verb of the proposal.
"""

from __future__ import annotations

import re
from enum import StrEnum

from amend.parse.verb_search import VerbPattern
from amend.text.late import late

# Quotations, references and parts of paragraphs are masked by signs of the private use area.
QUOTE_FROM, QUOTE_TO = 0xE000, 0xEFFF
LABEL_FROM, LABEL_TO = 0xF000, 0xF7FF
PART_FROM, PART_TO = 0xF800, 0xF8FF
Q = f"[{chr(QUOTE_FROM)}-{chr(QUOTE_TO)}]"
R = f"[{chr(LABEL_FROM)}-{chr(LABEL_TO)}]"
P = f"[{chr(PART_FROM)}-{chr(PART_TO)}]"

# What a paragraph is called, where no number follows.
PARAGRAPH = (
    r"(?:(?:operative|preambular|introductory|sub-?)?\s*(?:para(?:graph)?s?|clauses?)\b\.?"
    r"|OPs?\b|PPs?\b|p[áa]rrafos?\b|paragraphes?\b|alin[ée]as?\b)"
)


class Act(StrEnum):
    """What a verb of amendment asks for, before its objects are known."""

    UNBRACKET = "unbracket"
    BRACKET = "bracket"
    RESERVE = "reserve"
    SILENCE = "silence"
    STATUS = "status"
    RENUMBER = "renumber"
    PLACEHOLDER = "placeholder"
    EDITORIAL = "editorial"
    WITHDRAW = "withdraw"
    SUPERSEDE = "supersede"
    OPPOSE = "oppose"
    ENDORSE = "endorse"
    SUPPORT = "support"
    READ = "read"
    REVERT = "revert"
    KEEP = "keep"
    MOVE = "move"
    SWAP = "swap"
    MERGE = "merge"
    SPLIT = "split"
    REPLACE = "replace"
    DELETE = "delete"
    INSERT = "insert"


_ASKED_FOR = r"(?:proposals?|amendments?|suggestions?|submissions?|statements?|edits|inputs?)\b"

# At one place of the text the first that fits wins: "remove the brackets" is no deletion.
_PATTERNS: tuple[tuple[Act, str], ...] = (
    (
        Act.UNBRACKET,
        r"(?:lift|remov|delet|drop)\w*\s+(?:of\s+)?(?:all\s+)?(?:the\s+)?(?:square\s+)?brackets"
        r"|unbracket\w*|brackets\b[^.;]{0,60}\b(?:lifted|removed|deleted|dropped)",
    ),
    (
        Act.BRACKET,
        r"(?:retain|keep|maintain|leave|add|insert|plac|put)\w*\s+(?:the\s+)?(?:square\s+)?brackets"
        r"|(?:put|plac\w+|set|keep|kept|leav\w+|enclos\w+)\s+(?:\S+\s+){1,6}?"
        r"(?:in|within|between|into)\s+(?:square\s+)?brackets"
        r"|bracket(?!ed\s+(?:phrase|text|words?|language|term|part))(?:s|ed|ing)?\b",
    ),
    (
        Act.RESERVE,
        r"(?:scrutiny\s+)?reserv(?:e|es|ed|ing|ations?)\b(?=[^.;]{0,20}\b(?:on|its|our)\b)",
    ),
    (
        Act.SILENCE,
        r"(?:break|broke|broken)\w*\s+(?:the\s+)?silence|silence\s+(?:\w+\s+){1,2}broken",
    ),
    (Act.STATUS, rf"(?<={R}\s)(?:(?:is|are|was|were)\s+)?agreed\b|agree[ds]?\s+ad\s+ref\w*"),
    (Act.RENUMBER, r"re-?number\w*"),
    (Act.PLACEHOLDER, r"placeholder"),
    (Act.EDITORIAL, r"\(MOD\)|typo(?:s|graphical)?\b|editorial\b|misspel\w+|spelling"),
    (Act.WITHDRAW, r"withdr[ae]w\w*+(?!\s+from\b)|retire[rz]?\s+(?:notre|nuestra)\s+prop\w+"),
    (
        Act.SUPERSEDE,
        r"(?:replac(?:es|ing)|supersed\w+|correct(?:s|ing)|cancel\w*)\s+(?:all\s+)?"
        r"(?:our|my|its|their|the)\s+(?:(?:earlier|previous|first|former|prior|original)\s+)?"
        r"(?:propos|amendment|submission|comment|text|input)\w*"
        r"|(?:correction|corrigendum)\s+to\s+(?:our|my|its|their|the)\b",
    ),
    (
        Act.OPPOSE,
        r"(?:can\s?not|can['’]t|could\s+not|do(?:es)?\s+not|do(?:es)?n['’]t|not\s+in\s+a\s+position"
        r"\s+to|unable\s+to|not\s+able\s+to)\s+(?:\w+\s+)?(?:accept|agree|support|join|live|go\s+along)\w*"
        r"|disagrees?\b|oppos(?:e|es|ed|ing)\b|object(?:s|ed)?\s+to|reject(?:s|ed)?\b|no\s+podemos\s+aceptar"
        r"|ne\s+pouvons\s+(?:pas\s+)?accepter",
    ),
    (
        Act.ENDORSE,
        r"endors(?:e|es|ed|ing)\b|(?:align|associat)\w*\s+\w+sel(?:f|ves)\s+with|co-?sponsor\w*"
        r"|(?:support|join|second|echo|back|welcom)\w*\s+(?:(?!(?:that|to)\b)[\w’'-]+\s+){0,6}?"
        + _ASKED_FOR,
    ),
    (
        Act.SUPPORT,
        r"supports?\b(?!\s+(?:the\s+)?(?:delet|remov|add|insert|replac))|supported\b|supporting\b"
        r"|welcom(?:e|es|ed|ing)\b|appreciat(?:e|es|ed)\b|can\s+(?:accept|go\s+along|live)\b|(?-i:OK|Ok)\b"
        r"|agrees?\s+(?:with|to)\b(?!\s+(?:the\s+)?(?:delet|remov|add|insert|replac))|in\s+favou?r\s+of|apoya(?:mos)?\b|appu(?:ie|yons)\b",
    ),
    (
        Act.READ,
        r"(?:to|should|shall|would|could|will|must|may)\s+(?:now\s+)?(?:be\s+)?read\b(?:\s+as\s+follows)?"
        r"|reads?\s+as\s+follows|reads?\s*:"
        r"|(?:propose[ds]?|suggested|following|new|alternative|revised|amended|preferred)\s+"
        r"(?:text|language|wording|formulation|version)\b"
        r"|re-?(?:word|draft|phras|formulat)\w*\s+(?:it\s+)?(?:as|to)\b"
        r"|(?:our|the)\s+(?:proposal|suggestion|text|wording|version)\b[^.;:]{0,60}?\bis"
        rf"(?:\s+as\s+follows)?\s*:(?=\s*{Q})"
        r"|se\s+lire\s+(?:comme\s+suit|ainsi)|qued(?:a|ar[áa]|e)\s+redactad\w*|redacci[óo]n\s+alternativa|se\s+lira\b|se\s+lit\b|lire\s*:"
        r"|deb(?:e|en|er[áa]|ería)\s+decir\b(?:\s+lo\s+siguiente)?",
    ),
    (
        Act.REVERT,
        r"revert\w*|re-?insta(?:t|l)\w*|re-?insert\w*|restor(?:e|es|ed|ing)\b|go(?:ing)?\s+back\s+to"
        r"|return(?:ing)?\s+to|bring\w*\s+back",
    ),
    (
        Act.KEEP,
        r"no\s+changes?\b|unchanged\b|(?-i:NOC)\b|retain\w*|retention\b|keep\w*|kept\b|maintain\w*|preserv(?:e|es|ed|ing)\b|mant[eé]n\w*"
        r"|conserv(?:er|ar|arse|ese|é|ée|és|ées)\b|maintenir\b|maintenue?s?\b"
        r"|(?<=sin\s)(?:cambios|modificaciones)\b|inchangée?s?\b",
    ),
    (
        Act.MOVE,
        r"mov(?:e|es|ed|ing)\b|transf[eé]r\w*|relocat\w+|tr?asl[aá]d(?:ar|e|ado)\w*|mover(?:se)?\b"
        r"|mu[eé]vase\b|despl[aá][zc](?:ar|ese)\w*|d[ée]plac(?:er|é|ée|és|ées)\b"
        rf"|(?:placed|positioned|put|colocar(?:se)?|colóquese|ubicar(?:se)?|placée?s?|placer)\s+"
        rf"(?=(?:(?:immediately|directly|inmediatamente|immédiatement)\s+)?"
        rf"(?:after|before|después|antes|après|avant)\s+(?:(?:del?|el|los?|las?|les?)\s+)*{R})",
    ),
    (
        Act.SWAP,
        r"(?:(?:swap(?:ping)?|switch(?:ing)?|interchang(?:e|ing)|exchang(?:e|ing)|transpos(?:e|ing)"
        r"|permuter|intervertir|intercambiar)(?:\s+(?:the\s+)?(?:places?|positions?)\s+of)?"
        r"|(?:revers(?:e|ing)|swap|switch|inverser|intervertir|invertir)\s+(?:the\s+|l['’]|el\s+)"
        rf"(?:order|ordre|orden)\s+(?:of|des|de))\s+(?:the\s+|les\s+|los\s+)?(?={R})",
    ),
    (
        Act.MERGE,
        r"merg(?:e|es|ed|ing)\b|combin(?:e|es|ed|ing)\b|consolidat\w+|fusionn?(?:[ae]r|é)\w*"
        r"|fusi[óo]nen?se\b|refundir(?:se)?\b|refúndan?se\b"
        rf"|(?:regrouper|reunir)\s+(?=(?:les|los)\s+{R})",
    ),
    (
        Act.SPLIT,
        r"split\w*|divid(?:e|es|ed|ing|ir|irse)\b|divídan?se\b|scind(?:er|é|ée|és|ées)\b"
        rf"|(?:separar|sepárese|diviser)\s+(?=(?:el|le)\s+{R})",
    ),
    (
        Act.REPLACE,
        r"replac(?:e|es|ed|ing|ement)\b|substitut\w+|chang(?:e|es|ed|ing)\b|amend(?:s|ed|ing)?\b"
        r"|modif(?:y|ies|ied|ying)\b|prefer\w*\b|use\b|instead\s+of\b(?!\s+\w+ing\b)"
        rf"|becomes?\s+(?={Q})|au\s+lieu\s+de\b|en\s+(?:lugar|vez)\s+de\b"
        rf"|(?<={Q})\s*(?:→|->|=>|⇒)\s*(?={Q})"
        r"|(?<!como\s)(?<!como\sun\s)(?<!como\suna\s)(?<!en\s)(?:sust[ií]t[uú]\w*|reempl[aá]\w*)|substit[uú]y\w*|modif[ií](?:ca|que)\w*|c[aá]mbi[ea]\w*|rempla\w+|ersetz\w*",
    ),
    (
        Act.DELETE,
        r"delet(?:e|es|ed|ing|ion)\b|remov(?:e|es|ed|ing|al)\b|strik(?:e|es|ing)\b(?:\s+out\b)?|struck\b"
        r"|omit\w*|omission\b|drop(?:s|ped|ping)?\b|cut\b|tak(?:e|es|ing)\s+out\b|SUP\b"
        r"|supr[ií]m\w*|supresi[óo]n\b|elim[ií]n\w*|suppr(?:im|ess)\w*|streich\w*"
        r"|(?:biff|ray)(?:er|é|ée|és|ées)\b|tach(?:ar|arse|ese)\b|quit(?:ar|arse)\b|quítese\b",
    ),
    (
        Act.INSERT,
        r"add(?:s|ed|ing)?\b(?!\s+that\b)|(?<!in\s)addition\b|insert(?:s|ed|ing|ion)?\b|includ(?:e|es|ed)\b"
        r"|inclusion\b|incorporat(?:e|es|ed|ing)\b|append(?:s|ed)?\b|creat(?:e|es|ing)\b"
        r"|(?:suggest|propos|recommend)\w*\s+including\b"
        rf"|like\s+to\s+(?:see|have)\s+(?={Q}(?!\s+(?:(?:be|being)\s+)?[a-z]+(?:ed|t|out)\b))"
        rf"|(?:new|nuevo|nouveau|nouvel)\s+(?={PARAGRAPH}|{R})|(?<={R}\s)\((?:new|nuevo|nouveau)\)|a[ñn][aá]d\w*|agr[eé]g\w*|ins[eé]rt\w*|incl[uú]y\w*|incluir\b"
        r"|incorp[oó]r\w*|interc[aá]l\w*|agreg\w+|adici[oó]n\w*|ajout\w+|ins[ée]r\w+|intercal\w+|einfüg\w*|hinzuf\w*",
    ),
)

_WHOLE = "|".join(rf"(?P<{act}>(?<!\w)(?:{pattern}))" for act, pattern in _PATTERNS)
VERB_SIGNS = ("(m", "(M", "(n", "(N", "→", "->", "=>", "⇒")
VERB = VerbPattern(_WHOLE, rf"\((?=[MN])|(?<={Q})\s*(?:→|->|=>|⇒)", VERB_SIGNS)

# A wish for other words that does not say which; read only where no verb above is found.
WISH = late(
    r"\b(?:strengthen|streamlin|improv|clarif|consider|reflect|address|mention|refer|elaborat"
    r"|shorten|simplif|revis|review|tighten|expand|emphasi[sz]|highlight|specif|need|request|ask"
    r"|suggest|propos|recommend|urge|would\s+like|prefer|should|must|could|want|solicit|demand)\w*",
    re.IGNORECASE,
)
ATTACHED = re.compile(
    r"\b(?:attach(?:ed|ment|ments)|enclosed|annexed|adjunt\w+|ci-joint\w*)\b", re.IGNORECASE
)

# The verb stands at the head of the sentence, or behind words by which one asks.
ASKING = late(
    r"^\W*(?:please\s+|kindly\s+|also\s+|proposal:\s*|(?:(?:esta|una|la)\s+)?indicaci[óo]n\s+"
    r"(?=para)|para\s+|se\s+(?:propone\s+)?)*"
    r"(?:(?:we|i|it|they|(?:one|our)\s+delegation|(?:the\s+)?(?-i:[A-Z])[\w’'/&.-]*"
    r"(?:\s+(?:of|and|the|for|(?-i:[A-Z0-9])[\w’'/&.-]*)){0,8})\s+(?:\w+\s+){0,2}?)?"
    r"(?:(?:propos|suggest|request|recommend|ask|wish|like|prefer|urge|want|seek|call|support)\w*"
    r"\s+(?:for\s+|to\s+|that\s+|the\s+)*)?$",
    re.IGNORECASE,
)
