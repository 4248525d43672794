"""How the columns of submission tables are called in the six languages of the United Nations."""

from __future__ import annotations

import re

from amend.text.late import late

# What a column is called, in the order in which its header is asked: "reasons for the amendment"
# gives reasons, "proposed by" a name.
COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, late(pattern, re.IGNORECASE))
    for name, pattern in (
        (
            "proposed",
            r"^(?:delegation|country|party|member(?:\s+state)?)\S*\s+(?:propos|amend|suggest)"
            r"|^(?:propos\w*|amendments?|suggest\w*|submi\w+)\b.*\bby\s+\S"
            r"|^(?:propos\w+|amendements?)\b.*\b(?:de|du|des|par)\s+\S|^propuestas?\b.*\bde\s+\S",
        ),
        (
            "supporters",
            r"^(?:supporters?|supported|supporting|co-?sponsor(?:s|ed)?|endorse(?:rs|d))(?:\s+by)?$"
            r"|^(?:soutenu|appuyé|apoyad[oa]|respaldad[oa])e?s?\s+(?:par|por)$|^copatrocinadores$"
            r"|^поддержано$|^соавторы$|^مؤيدون$|^(?:支持|附议)(?:方|者|国)$",
        ),
        (
            "by",
            r"^by$|propos(?:er|ers|ent|ing|ed\s+by)\b|proponents?\b|submitted\s+by|submitter|delegation|member\b"
            r"|country|party\b|organi[sz]ation|author|source\b|autor|proponente|auteur|pa[íi]s\b|pays\b"
            r"|délégation|delegaci[óo]n|proposée?\s+par|propuest[oa]\s+por|автор|делегаци|стран[аы]\b"
            r"|государств|внесен\w*\s+кем|الوفد|الدولة|البلد|الطرف|مقدم|الجهة|提案(?:方|国|人|者)|国家|代表团"
            r"|成员国|缔约方|提出(?:方|国|者)",
        ),
        (
            "remark",
            r"rationale|justification|comments?\b|reasons?\b|explanation|remarks?|observations?|notes?\b"
            r"|justificaci[óo]n|motifs?|comentarios?|commentaires?|explications?|raisons?\b|exposé"
            r"|observaci[óo]n|fundament|motivos?\b|raz[óo]n|explicaci[óo]n|обоснован|пояснен|комментар"
            r"|примечан|мотив|причин|замечан|مبرر|تعليل|تعليق|ملاحظ|أسباب|السبب|شرح|منطقي|مسوغ|تبرير"
            r"|理由|说明|解释|评论|备注|依据|原因|意见",
        ),
        (
            "proposed",
            r"propos|amend(?:ment|ed)|new\s+(?:text|wording|language)|suggest|revised|change"
            r"|texto\s+(?:propuesto|nuevo)|propuest|enmienda|sugeren|modificaci|nueva\s+redacci"
            r"|texte\s+propos|modifi|amendement|nouv(?:eau|elle)|предл(?:аг|ож)|поправк|изменен"
            r"|нов(?:ый|ая|ое)\b|مقترح|تعديل|اقتراح|الجديد|拟议|建议|修正|修改|修订|提议|提案|新(?:案文|文本|条文)",
        ),
        (
            "current",
            r"current|existing|original|present|draft\b|base\b|old\s|as\s+it\s+stands|rev\.?\s?\d|texto\s+actual"
            r"|texte\s+actuel|vigente|text$|actuel|existant|initial|projet|en\s+vigueur|redacci[óo]n\s+actual"
            r"|versi[óo]n\s+actual|borrador|proyecto|texte$|texto$|действующ|текущ|существующ|исходн|нынешн"
            r"|первоначальн|имеющ|проект|текст$|الحالي|الأصلي|القائم|الراهن|المشروع|النص$|现(?:有|行|案)|当前|目前"
            r"|原(?:文|案文|条文|有)|草案|案文$|文本$",
        ),
        (
            "label",
            r"para|p[áa]rrafo|alin[ée]a|reference|ref\.?$|no\.?$|nr\.?$|n[º°]|#|article|clause|section|label|number"
            r"|provision|op\b|pp\b|num[ée]ro|n[úu]m\b|n[úu]mero|art[íi]culo|apartado|référence|referencia"
            r"|пункт|абзац|стать|номер|№|^п\.|فقرة|مادة|رقم|بند|段|条|款|编号|序号",
        ),
    )
)
# "Text proposed by the Commission" beside "Amendment" is the text as it stands (domain C.1).
AS_TABLED = re.compile(
    r"^(?:text|texte|texto)\s+(?:as\s+)?(?:proposed|tabled|submitted|proposé|propuesto|de\s+la)\b",
    re.IGNORECASE,
)
# These count the rows where another column gives the paragraph.
SERIAL = late(
    r"(?:s(?:erial|er)?\.?\s*|row\s+|item\s+|entry\s+)?(?:no|nr|number|num|n[º°]|№|#|id)\.?$|(?:row|item|entry|line)$"
    r"|n[úu]m(?:ero)?\.?$|numéro$|№\s*п\s*/\s*п\.?$|номер$|(?:رقم|الرقم)$|序号$|编号$",
    re.IGNORECASE,
)
SAYING = re.compile(
    r"comments?\b|remarks?\b|observations?\b|comentarios?|commentaires?|remarques|observaciones"
    r"|комментар|замечан|ملاحظ|تعليق|评论|意见",
    re.IGNORECASE,
)
# What a header says of a column, not of who asks: stripped from both its ends.
GENERAL = frozenset(
    """a an the and or of by from for in on to as with de del la le les el los du des par por
    proposal proposals proposed propose proposing propuesta propuestas propuesto proposition
    propositions proposé proposée proposés proposées
    amendment amendments amended amending enmienda enmiendas amendement amendements suggested
    suggestion suggestions sugerencia sugerencias sugerido revised revision revisions rev changed
    change changes modified modification modifications modificación modificaciones modifié new nuevo
    nueva nouveau nouvelle text texts texto textos texte textes wording language formulation
    formulación redacción rédaction libellé libellés lenguaje cambio cambios drafting
    draft zero paragraph paragraphs para paras article articles alternative alternatives option
    options version versión column submitted submission edit edits redraft base current comment
    comments délégation délégations delegación
    delegation delegations country countries party parties member members state states
    a b c i ii iii""".split()
)
GENERAL_STEM = late(
    r"(?:предл|поправ|измен|текст|редакц|формулир|нов(?:ый|ая|ое|ой)$|проект|делегац|стран|пункт"
    r"|вариант|внес|автор|для$|по$|к$|от$)"
)
