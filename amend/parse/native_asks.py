"""Masked prose in Russian, Arabic or Chinese in, its turns of amendment in English out.

The verbs are read in one grammar. Quotations, labels and parts keep their signs, so only the glue
between them is put into that grammar; what the tables do not know is left as it is written.
"""

from __future__ import annotations

import re
from dataclasses import replace

from amend.parse.masked import Masked
from amend.parse.verbs import P, Q, R
from amend.text.late import late

_NATIVE = late(r"[\u0400-\u04ff\u0600-\u06ff\u4e00-\u9fff]")
# Without a quotation only a short line that names a paragraph asks for something.
_SHORT = 12

_RUSSIAN = (
    (rf"(?:слов\w*|выражени\w*|фраз\w*)\s+(?={Q})", ""),
    (rf"\bзаменить\s+({Q})\s+(?:на\s+)?({Q})", r"replace \1 by \2"),
    (rf"\bвместо\s+({Q})\s+(?:читать|поставить|записать)\s+({Q})", r"replace \1 by \2"),
    (r"\b(?:исключить|удалить|снять|опустить|вычеркнуть|исключением)\b", "delete"),
    (r"\b(?:добавить|включить|вставить|дополнить)\b", "insert"),
    (
        r"\b(?:изложить|сформулировать)\s+(?:в\s+следующей\s+редакции|следующим\s+образом)",
        "to read",
    ),
    (rf"\bпосле\s+(?=[{Q[1:-1]}{R[1:-1]}{P[1:-1]}])", "after "),
    (rf"\b(?:перед|до)\s+(?=[{Q[1:-1]}{R[1:-1]}{P[1:-1]}])", "before "),
    (rf"\bмежду\s+({Q})\s+и\s+({Q})", r"between \1 and \2"),
    (r"\bв\s+конце\b", "at the end"),
    (r"\bв\s+начале\b", "at the beginning"),
    (rf"\bнов\w{{2,3}}\s+(?={R})", "new "),
    (rf"\b(?:в|во|из|к)\s+(?=[{R[1:-1]}{P[1:-1]}])", "in "),
    (r"\b(?:мы\s+)?(?:предлагаем|просим)\b", "we propose to"),
    (r"\b(?:мы\s+)?не\s+(?:можем\s+принять|поддерживаем)\b", "we cannot accept"),
    (r"\b(?:мы\s+)?поддерживаем\b", "we support"),
    (r"\bсохранить\b", "retain"),
)  # fmt: skip
_NOUN = r"(?:(?:ال)?(?:كلمة|عبارة|كلمات|لفظة|جملة)\s+)?"
_ARABIC = (
    (
        rf"(?:يستعاض|يُستعاض|تستبدل|يستبدل|الاستعاضة)\s+(?:عن\s+)?{_NOUN}({Q})\s+"
        rf"(?:ب\s?(?:كلمة|عبارة|كلمات)?\s*)({Q})",
        r"replace \1 by \2",
    ),
    (rf"(?:تحذف|يحذف|تُحذف|يُحذف|حذف)\s+{_NOUN}", "delete "),
    (rf"(?:تضاف|يضاف|تُضاف|يُضاف|إضافة|تدرج|يدرج|إدراج)\s+{_NOUN}", "insert "),
    (rf"بعد\s+{_NOUN}(?=[{Q[1:-1]}{R[1:-1]}{P[1:-1]}])", "after "),
    (rf"قبل\s+{_NOUN}(?=[{Q[1:-1]}{R[1:-1]}{P[1:-1]}])", "before "),
    (r"في\s+(?:نهاية|آخر)", "at the end of"),
    (r"في\s+(?:بداية|مستهل)", "at the beginning of"),
    (rf"(?:يصبح|يكون)\s+نص\s+({R})\s+(?:كما\s+يلي|على\s+النحو\s+التالي)", r"\1 to read"),
    (rf"(?:في|من)\s+(?=[{R[1:-1]}{P[1:-1]}])", "in "),
    (r"نؤيد", "we support"),
    (r"(?:الإبقاء\s+على|يُبقى\s+على|نحتفظ\s+ب)", "retain"),
    (r"،", ","),
    (r"؛", ";"),
)
_WORD = r"\s*(?:一[词语句])?\s*"
_CHINESE = (
    (rf"(?:将|把)\s*({Q}){_WORD}(?:改为|替换为|换成|修改为|改成)\s*({Q})", r" replace \1 by \2"),
    (rf"(?:用|以)\s*({Q})\s*(?:取代|代替|替换)\s*({Q})", r" replace \2 by \1"),
    (
        rf"在?\s*({Q}){_WORD}(?:之后|后面|后)\s*[，,]?\s*(?:插入|增加|加入|添加|加上)\s*({Q})",
        r" after \1 insert \2",
    ),
    (
        rf"在?\s*({Q}){_WORD}(?:之前|前面|前)\s*[，,]?\s*(?:插入|增加|加入|添加|加上)\s*({Q})",
        r" before \1 insert \2",
    ),
    (rf"在?({R})\s*(?:之后|后)\s*(?:插入|新增|增加|添加)(?:新的一段|新段落|新段|一段)",
     r" insert a new paragraph after \1"),
    (r"(?:删除|删去|删掉)", " delete "),
    (r"(?:末尾|最后|结尾)(?:处)?", " at the end "),
    (r"(?:插入|新增|增加|添加|增列)", " insert "),
    (rf"应?(?:改为|修改为|改写为|改成)\s*[:：]?\s*({Q})", r" to read: \1"),
    (r"(?:我们)?(?:不能接受|反对)", " we cannot accept "),
    (r"(?:我们)?支持", " we support "),
    (r"保留", " retain "),
    (r"，", ", "),
    (r"。", ". "),
    (r"：", ": "),
    (r"；", "; "),
)  # fmt: skip
_TABLES = tuple(
    (late(script), tuple((late(turn, re.IGNORECASE), said) for turn, said in table))
    for script, table in (
        (r"[\u0400-\u04ff]", _RUSSIAN),
        (r"[\u0600-\u06ff]", _ARABIC),
        (r"[\u4e00-\u9fff]", _CHINESE),
    )
)


def in_one_grammar(masked: Masked) -> Masked:
    """Put the turns of amendment of three languages into English; other texts stay as they are."""
    text = masked.text
    if text.isascii() or _NATIVE.search(text) is None:
        return masked
    if not masked.quotes and not (masked.labels and len(text) <= _SHORT * 6):
        return masked
    for script, turns in _TABLES:
        if script.search(text) is not None:
            for turn, said in turns:
                text = turn.sub(said, text)
    return replace(masked, text=" ".join(text.split()))
