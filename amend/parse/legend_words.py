"""The words in which legends speak, in the six languages of the United Nations: literal tables.

Each is a regular expression, in lower case. Looks come with the turns in which a legend names them;
what the words stand for is a `Sign` or a `Meaning`.
"""

from __future__ import annotations

from amend.model.marks import Meaning, Sign
from amend.model.source import Look

# How words are set. The first that fits at a place counts.
LOOKS: tuple[tuple[Sign, str], ...] = (
    (
        Sign(Look.STRIKE),
        r"(?:double[\s-]*)?(?:struck|strike)[\s-]*(?:through|thru|out|over)s?|stricken(?:[\s-]+(?:through|out))?"
        r"|struck\b(?!\s+(?:a|an|the|by)\b)|strike\b(?=\s*(?:[=:),.–—-]|$))|(?:crossed|lined|scored)[\s-]+(?:out|through)|line[\s-]+through"
        r"|barr[ée]e?s?\b|rayée?s?\b|raturée?s?\b|biffée?s?\b|tachad[oa]s?\b|tachado\b"
        r"|(?:за|пере|вы)ч[её]ркнут\w*|(?:за|пере)ч[её]ркивани\w+|[يو]?توسط\w*\s+خط|(?:ال|ب)*مشطوب\w*|(?:ب|ال)*شطب"
        r"|(?:双)?删除线|中划线|刪除線",
    ),
    (
        Sign(Look.UNDERLINE),
        r"(?:double[\s-]+)?underlin(?:ed?|ing)\b|underscored?\b|soulign\w+|subrayad[oa]s?\b|подч[её]рк\w+"
        r"|(?:و)?(?:ال)?مسط[رّ]+\w*|تحت(?:ها|ه|هم)?\s+خط|بخط\s+تحته\w*|(?:ب|ال)*تسطير|(?:带)?下划线|下劃線",
    ),
    (
        Sign(Look.BOLD),
        r"bold(?:ed|[\s-]*face)?\b|(?:caractères\s+)?gras(?:se)?\b|negrit[ao]s?\b|negrillas?\b"
        r"|(?:полу)?жирн\w+|(?:ب|ال)*خط\s+(?:ال)?(?:عريض|غامق|أسود|داكن|سميك)(?:\s+(?:ال)?عريض)?"
        r"|(?:ب|ال)*(?:أسود|بنط)\s+(?:ال)?(?:عريض|أسود)|(?:黑|粗)体(?:字)?|加粗",
    ),
    (
        Sign(Look.ITALIC),
        r"italics?\b|italici[sz]ed\b|italiques?\b|cursivas?\b|itálicas?\b|курсив\w*"
        r"|(?:ب|ال)*خط\s+(?:ال)?مائل|(?:ال)?مائلة?|斜体(?:字)?",
    ),
    (
        Sign(Look.HIGHLIGHT),
        r"highlight(?:ed|ing|er)?\b|shad(?:ed|ing)\b|surlign\w+|resaltad[oa]s?\b|sombread[oa]s?\b"
        r"|маркер\w*|заливк\w+|(?:цветным\s+)?фон\w*\b|(?:ال)?مظلل\w*|(?:ب|ال)*تظليل|突出显示|高亮(?:显示)?|底色|阴影",
    ),
    *(
        (Sign(Look.COLOUR, letters=name), pattern)
        for name, pattern in (
            (
                "red",
                r"red\b|rouges?\b|roj[oa]s?\b|красн\w+|(?:ب|ال)*أحمر|(?:ب|ال)*حمراء|红(?:色)?",
            ),
            (
                "blue",
                r"blue\b|bleue?s?\b|azul(?:es)?\b|(?:голуб|син)[а-яё]{1,3}\b|(?:ب|ال)*أزرق"
                r"|(?:ب|ال)*زرقاء|蓝(?:色)?",
            ),
            (
                "green",
                r"green\b|verte?s?\b|verdes?\b|зел[её]н\w+|(?:ب|ال)*أخضر|(?:ب|ال)*خضراء"
                r"|绿(?:色)?",
            ),
            (
                "purple",
                r"(?:purple|violet|magenta|pink)\b|violette?s?\b|morad[oa]s?\b|púrpura"
                r"|фиолетов\w+|(?:ال)?بنفسجي|紫(?:色)?",
            ),
            (
                "orange",
                r"(?:orange|yellow)\b|jaunes?\b|amarill[oa]s?\b|naranja\b|ж[её]лт\w+"
                r"|оранжев\w+|(?:ال)?(?:أصفر|برتقالي)|(?:黄|橙)(?:色)?",
            ),
            (
                "grey",
                r"gr[ae]y\b|gris(?:es|e)?\b|сер(?:ым|ый|ого|ом)\b|(?:ال)?رمادي|灰(?:色)?",
            ),
        )
    ),
    (Sign(Look.COLOUR), r"colou?red\b|in\s+colou?r\b|en\s+couleur\b|a\s+color\b|цветн\w+|彩色"),
    (
        Sign(enclosed="{}"),
        r"(?:curly\s+brackets?|braces)\b|accolades\b|llaves\b|фигурн\w+\s+скобк\w+|花括号",
    ),
    (
        Sign(enclosed="[]"),
        r"(?:square\s+)?brackets?\b|(?:entre\s+)?crochets\b|(?:entre\s+)?corchetes\b|квадратн\w+\s+скобк\w+"
        r"|(?:ال)?(?:أقواس|قوسين)(?:\s+(?:ال)?معقوف\w+)?|方括号",
    ),
)  # fmt: skip

_TEXT = (
    r"(?:text|language|wording|words?|paragraphs?|material|passages?|parts?|sections?|content"
    r"|phrases?)"
)
_LIBELLE = r"(?:textes?|libellés?|passages?|paragraphes?|mots?|formulations?|parties?|termes?)"
_TEXTO = r"(?:textos?|párrafos?|palabras?|redacci[óo]n|pasajes?|partes?|lenguaje)"
_TEKST = r"(?:текст\w*|формулировк\w+|слов\w*|положени\w+|пункт\w*|част\w+|фрагмент\w*)"
_NASS = r"(?:ال)?(?:نص|نصوص|عبارات|كلمات|فقرات|أجزاء)"
_WENZI = r"(?:的)?(?:内容|文字|案文|部分|词语|段落|措辞)"

# What is said of them. The first that fits at a place counts: "text to be deleted" before "text".
MEANINGS: tuple[tuple[Meaning, str], ...] = (
    (
        Meaning.DELETE,
        rf"(?:{_TEXT}\s+)?(?:(?:(?:proposed\s+)?to\s+be|(?:proposed|suggested)\s+for|for)\s+)(?:deleted|removed|deletion|removal)\b"
        rf"|(?:proposed\s+|suggested\s+)?(?:deletions?|removals?|omissions?)\b|(?:deleted|removed|omitted)(?:\s+{_TEXT})?\b|delete\b|remove\b"
        rf"|suppressions?\b|(?:{_LIBELLE}\s+)?(?:supprimée?s?|retirée?s?|à\s+supprimer)\b"
        rf"|supresi(?:ones|ón)\b|eliminaci(?:ones|ón)\b|(?:{_TEXTO}\s+)?(?:suprimid[oa]s?|eliminad[oa]s?|(?:a|por|que\s+se\s+propone)\s+(?:suprimir|eliminar))\b"
        rf"|(?:исключ(?:[её]нн|аем)\w+|удал(?:[её]нн|яем)\w+|снимаем\w+)(?:\s+{_TEKST})?|(?:{_TEKST}\s+)?(?:подлежащ\w+|предлагаем\w+\s+к)\s+(?:исключени\w+|удалени\w+)"
        rf"|исключени[яе]\b|удалени[яе]\b|изъяти[яе]\b"
        rf"|(?:{_NASS}\s+)?(?:ال)?محذوف\w*|(?:{_NASS}\s+)?المراد\s+حذف\w+|(?:ال)?حذف\b"
        rf"|(?:拟|建议|提议)?删(?:除|去|减)(?!线){_WENZI}?",
    ),
    (
        Meaning.NOTE,
        r"(?:editorial\s+|explanatory\s+|drafting\s+|our\s+)*(?:comments?|explanations?|notes|remarks|observations|justifications?|rationales?)\b"
        r"|commentaires?\b|explications?\b|remarques?\b|comentarios?\b|explicaci(?:ones|ón)\b|justificaci(?:ones|ón)\b"
        r"|комментари\w+|пояснени\w+|обосновани\w+|(?:ال)?تعليقات|(?:ال)?ملاحظات|(?:ال)?شروح|评论|评注|说明|解释|理由",
    ),
    (
        Meaning.IGNORE,
        rf"(?:existing|original|current|unchanged|agreed|retained|base)\s+{_TEXT}\b|{_LIBELLE}\s+(?:actuel|initial|convenu|inchangé)e?s?\b"
        rf"|{_TEXTO}\s+(?:actual|original|convenid[oa]|vigente)e?s?\b|(?:исходн|первоначальн|согласованн|действующ)\w+\s+{_TEKST}"
        rf"|{_NASS}\s+(?:ال)?(?:أصلي|حالي|متفق\s+عليه)\w*|(?:原|现有|商定)(?:有)?(?:案文|文字|内容)",
    ),
    (
        Meaning.ADD,
        rf"(?:(?:new(?:ly)?|added|inserted|additional|proposed|suggested)\s+)+(?:{_TEXT}|additions?|insertions?|amendments?|changes?|edits?|revisions?|modifications?)\b"
        rf"|(?:{_TEXT}\s+)?(?:to\s+be\s+)(?:added|inserted)\b|additions?\b|insertions?\b|amendments?\b|changes\b|edits\b|insert(?:s|ed)?\b|added\b|add\b|new\b"
        rf"|(?:our\s+)?(?:proposals?|suggestions?)\b"
        rf"|ajouts?\b|(?:nouve(?:au|aux|lle|lles)\s+){_LIBELLE}\b|{_LIBELLE}\s+(?:nouve(?:au|aux|lle|lles)|ajoutée?s?|proposée?s?|insérée?s?)\b|ajoutée?s?\b"
        rf"|(?:modifications?|amendements?|propositions?)(?:\s+proposée?s?)?\b|nouveau\b"
        rf"|adici(?:ones|ón)\b|inserci(?:ones|ón)\b|agregad[oa]s?\b|añadid[oa]s?\b|{_TEXTO}\s+(?:nuev|añadid|agregad|propuest|insertad)[oa]s?\b|nuev[oa]s?\s+{_TEXTO}\b"
        rf"|(?:propuestas?|enmiendas?|modificaciones)(?:\s+propuestas?)?\b|nuevo\b"
        rf"|(?:нов|добавл|вставл|включ|предлагаем|дополн)\w+\s+{_TEKST}|(?:предлагаем\w+\s+)?(?:добавлени|дополнени|изменени)[яей]\b|(?:предлагаем\w+\s+)?(?:поправк|вставк)[иау]\b|добавленн\w+|вставленн\w+|новое\b"
        rf"|{_NASS}\s+(?:ال)?(?:جديد|مضاف|مقترح)\w*|(?:ال)?إضاف(?:ات|ة)|(?:ال)?مضاف\w*|(?:ال)?تعديلات(?:\s+(?:ال)?مقترحة)?|(?:ال)?جديدة?\b"
        rf"|(?:拟议|建议)?(?:的)?(?:新增|增加|增补|添加|插入){_WENZI}?|新(?:案文|文字|内容|措辞)|(?:拟议|提议|建议)(?:的)?(?:案文|修改|修正|改动|文字|内容)|修改{_WENZI}?|改动",
    ),
)

# What may stand between the two, and says nothing by itself.
GLUE = (
    r"are|is|be|been|being|appears?|(?:is|are)?\s*(?:shown|marked|set|indicated|displayed|given|printed|written|presented|denoted|identified|rendered|typed|represented|highlighted|tracked)"
    r"|in|by|with|using|as|through|the|an?|of|means?|denotes?|indicates?|represents?|signif(?:y|ies)|stands?\s+for|shows?|for|which|that|this|these|it|its|their|our|all"
    r"|out|off|text|words?|letters?|font|type|typeface|face|print|characters?|colou?r|wording|language|format(?:ting)?|lines?|proposed|should|will|to|like|have|has|a|below|above|throughout|here|hereunder|hereafter|only"
    r"|sont|est|figurent?|apparaissent|apparaît|indiquée?s?|signalée?s?|marquée?s?|présentée?s?|imprimée?s?|mise?s?|évidence|surlignée?s?|en|par|sur|avec|la|le|les|l'|des?|du|textes?|caractères?|couleur|fond|passages?|mots?|lettres?"
    r"|es|son|está[n]?|aparecen?|figuran?|se|indican?|muestran?|marcan?|señalan?|indicad[oa]s?|marcad[oa]s?|señalad[oa]s?|destacad[oa]s?|con|por|el|los|las|en|letras?|color|textos?|fondo|caracteres|palabras?|lo|significa"
    r"|выделен[аоы]?|выделены?|обозначен[аоы]?|показан[аоы]?|отмечен[аоы]?|набран[аоы]?|указан[аоы]?|дан[аоы]?|привод[ия]тся|выделяются|шрифтом|цветом|текст\w*|слова|в|на|с|это|как|означает|линией|чертой"
    r"|مكتوب\w*|مبين\w*|موضح\w*|معروض\w*|مطبوع\w*|مشار|إليها|إليه|وارد\w*|ترد|يرد|تظهر|يظهر|مميز\w*|محدد\w*|بلون|باللون|لون|اللون|بالخط|بخط|خط|ب|في|هو|هي|النص|من|يعني|تعني|بين|و"
    r"|以|用|为|均|是|标示|标明|标出|标注|标记|表示|显示|注明|列出|列于|印刷|者|的|字体|字样|字|格式|内容|部分|文字|案文|在|中|内|置于|放在|加以|系|所有|代表|指|有|带|加|出|示"
)
EITHER = r"\s*(?:/|\bor\b|\bou\b|\bo\b|\bили\b|أو|或)\s*"
ALSO = r"\s*(?:,|;|、|，|\+|&|\band\b|\bet\b|\by\b|\be\b|\bи\b|\bو\s*|和|及|并)?\s*"
# What announces a legend, and what stands for words shown instead of named.
CALLED = (
    r"\b(?:legend|key|légende|leyenda|clave|легенда|условные\s+обозначения)\b|مفتاح"
    r"|دليل\s+الرموز|图例|说明"
)
THUS = r"\b(?:like\s+this|thus|so|as\s+follows|ainsi|comme\s+ceci|así|как\s+здесь|так)\b|هكذا|如下"
