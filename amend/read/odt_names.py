"""The names of elements and attributes of an OpenDocument text that the reader asks for.

They are those of OASIS OpenDocument 1.2 and 1.3, and the extensions that LibreOffice writes.
"""

from __future__ import annotations

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_OFFICE, _TEXT = f"{{{_ODF}office:1.0}}", f"{{{_ODF}text:1.0}}"
_TABLE, _STYLE = f"{{{_ODF}table:1.0}}", f"{{{_ODF}style:1.0}}"
_DRAW, _FO = f"{{{_ODF}drawing:1.0}}", f"{{{_ODF}xsl-fo-compatible:1.0}}"
_DC, _XLINK = "{http://purl.org/dc/elements/1.1/}", "{http://www.w3.org/1999/xlink}"
_LO = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_MATH = "{http://www.w3.org/1998/Math/MathML}"

BODY, DOCUMENT_TEXT = f"{_OFFICE}body", f"{_OFFICE}text"
AUTOMATIC, COMMON = f"{_OFFICE}automatic-styles", f"{_OFFICE}styles"
ROOTS = frozenset(
    f"{_OFFICE}{name}" for name in ("document", "document-content", "document-styles")
)
STATISTIC = f"{{{_ODF}meta:1.0}}document-statistic"
PAGE_COUNT = f"{{{_ODF}meta:1.0}}page-count"

P, H = f"{_TEXT}p", f"{_TEXT}h"
LIST, LIST_ITEM, LIST_HEADER = (f"{_TEXT}{name}" for name in ("list", "list-item", "list-header"))
NUMBERED = f"{_TEXT}numbered-paragraph"
SECTION, SECTION_SOURCE = f"{_TEXT}section", f"{_TEXT}section-source"
SPAN, LINK = f"{_TEXT}span", f"{_TEXT}a"
SPACE, TAB, BREAK = f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"
PAGE_BREAK = f"{_TEXT}soft-page-break"
NOTE, NOTE_BODY, NOTE_CLASS = (f"{_TEXT}{name}" for name in ("note", "note-body", "note-class"))
RUBY, RUBY_BASE, RUBY_TEXT = (f"{_TEXT}{name}" for name in ("ruby", "ruby-base", "ruby-text"))
HIDDEN_TEXT, HIDDEN_PARAGRAPH = f"{_TEXT}hidden-text", f"{_TEXT}hidden-paragraph"
STRING_VALUE, IS_HIDDEN, DISPLAY = (
    f"{_TEXT}{name}" for name in ("string-value", "is-hidden", "display")
)
BOOKMARK_START, BOOKMARK_END = f"{_TEXT}bookmark-start", f"{_TEXT}bookmark-end"
TEXT_NAME, COUNT, TEXT_ID = f"{_TEXT}name", f"{_TEXT}c", f"{_TEXT}id"

TRACKED, REGION = f"{_TEXT}tracked-changes", f"{_TEXT}changed-region"
INSERTION, DELETION, FORMAT_CHANGE = (
    f"{_TEXT}{name}" for name in ("insertion", "deletion", "format-change")
)
CHANGE, CHANGE_START, CHANGE_END, CHANGE_ID = (
    f"{_TEXT}{name}" for name in ("change", "change-start", "change-end", "change-id")
)
CHANGE_INFO = f"{_OFFICE}change-info"
CREATOR, DATE = f"{_DC}creator", f"{_DC}date"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

ANNOTATION, ANNOTATION_END, NAME = (
    f"{_OFFICE}{name}" for name in ("annotation", "annotation-end", "name")
)
RESOLVED = (f"{_LO}resolved", f"{_OFFICE}resolved")
PARENT = (f"{_LO}parent-name", f"{_OFFICE}parent-name")

TABLE, ROW = f"{_TABLE}table", f"{_TABLE}table-row"
HEADER_ROWS, ROWS, ROW_GROUP = (
    f"{_TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")
)
CELL, COVERED = f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"
ROWS_SPANNED = f"{_TABLE}number-rows-spanned"
COLUMNS_REPEATED = f"{_TABLE}number-columns-repeated"

STYLE, DEFAULT_STYLE = f"{_STYLE}style", f"{_STYLE}default-style"
STYLE_NAME, DISPLAY_NAME, FAMILY = (
    f"{_STYLE}{name}" for name in ("name", "display-name", "family")
)
PARENT_STYLE, LIST_STYLE_NAME = f"{_STYLE}parent-style-name", f"{_STYLE}list-style-name"
STYLE_OUTLINE, MASTER_NAME = f"{_STYLE}default-outline-level", f"{_STYLE}master-page-name"
TEXT_PROPERTIES, PARAGRAPH_PROPERTIES = (
    f"{_STYLE}text-properties",
    f"{_STYLE}paragraph-properties",
)
BREAK_BEFORE, BREAK_AFTER = f"{_FO}break-before", f"{_FO}break-after"
LANGUAGE, COLOUR, GROUND = f"{_FO}language", f"{_FO}color", f"{_FO}background-color"
WEIGHT, SLANT = f"{_FO}font-weight", f"{_FO}font-style"
UNDERLINE = (f"{_STYLE}text-underline-style", f"{_STYLE}text-underline-type")
STRIKE = (f"{_STYLE}text-line-through-style", f"{_STYLE}text-line-through-type")
POSITION, FONT = f"{_STYLE}text-position", f"{_STYLE}font-name"
USED_STYLE = f"{_TEXT}style-name"

LIST_STYLE, OUTLINE_STYLE = f"{_TEXT}list-style", f"{_TEXT}outline-style"
LEVEL_NUMBER, LEVEL_OUTLINE = f"{_TEXT}list-level-style-number", f"{_TEXT}outline-level-style"
LEVEL_BULLET, LEVEL_IMAGE = (
    f"{_TEXT}list-level-style-bullet",
    f"{_TEXT}list-level-style-image",
)
LEVEL, OUTLINE_LEVEL, START_VALUE = (
    f"{_TEXT}{name}" for name in ("level", "outline-level", "start-value")
)
DISPLAY_LEVELS, RESTART = f"{_TEXT}display-levels", f"{_TEXT}restart-numbering"
CONTINUE, CONTINUE_LIST = f"{_TEXT}continue-numbering", f"{_TEXT}continue-list"
STYLE_OVERRIDE, LIST_ID = f"{_TEXT}style-override", f"{_TEXT}list-id"
IS_LIST_HEADER = f"{_TEXT}is-list-header"
NUM_FORMAT, NUM_PREFIX, NUM_SUFFIX, LETTER_SYNC = (
    f"{_STYLE}{name}" for name in ("num-format", "num-prefix", "num-suffix", "num-letter-sync")
)
LIST_FORMAT = f"{_LO}num-list-format"
CONSECUTIVE = f"{_TEXT}consecutive-numbering"

MASTERS = f"{_OFFICE}master-styles"
MARGINS = frozenset(
    f"{prefix}{place}{page}"
    for prefix in (_STYLE, _LO)
    for place in ("header", "footer")
    for page in ("", "-left", "-first")
)
DRAWN = _DRAW
OBJECT = f"{_DRAW}object"
HREF = f"{_XLINK}href"
MATH_SIGNS = tuple(f"{_MATH}{name}" for name in ("mi", "mn", "mo", "mtext", "ms"))
MATH = f"{_MATH}math"
# What stands in the text and holds no words of it.
SILENT = frozenset((
    TRACKED, CHANGE_INFO, SECTION_SOURCE, NOTE_BODY,
    *(f"{_TEXT}{name}" for name in (
        "number", "note-citation", "script", "sequence-decls", "variable-decls",
        "user-field-decls", "dde-connection-decls", "alphabetical-index-auto-mark-file",
        "table-of-content-source", "illustration-index-source", "table-index-source",
        "object-index-source", "user-index-source", "alphabetical-index-source",
        "bibliography-source",
    )),
    f"{_OFFICE}forms", f"{_OFFICE}event-listeners", f"{_OFFICE}dde-source",
    f"{_DRAW}image", f"{_DRAW}image-map", f"{_DRAW}glue-point",
    f"{{{_ODF}svg-compatible:1.0}}title", f"{{{_ODF}svg-compatible:1.0}}desc",
))  # fmt: skip
