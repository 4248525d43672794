"""Words that are drawn: charts, diagrams, shapes and word art, each after its paragraph."""

from __future__ import annotations

from amend.model.source import BlockKind, SourceText
from amend.read.docx import read_bytes
from tests.builders import NAMESPACES, deleted, docx, ins, link, para


def drawn(inside: str) -> str:
    """A run with a drawing in it."""
    graphic = f"<a:graphic><a:graphicData>{inside}</a:graphicData></a:graphic>"
    return f"<w:r><w:drawing>{graphic}</w:drawing></w:r>"


def label(text: str) -> str:
    return f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"


def part(root: str, inside: str) -> str:
    return f"<{root} {NAMESPACES}>{inside}</{root}>"


CHART = part(
    "c:chartSpace",
    f"<c:chart><c:title><c:tx><c:rich>{label('Rivers by length')}</c:rich></c:tx></c:title>"
    "<c:plotArea><c:barChart><c:ser><c:tx><c:strRef><c:strCache><c:pt><c:v>Upper</c:v></c:pt>"
    "</c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:strCache><c:pt><c:v>North</c:v></c:pt>"
    "<c:pt><c:v>South</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val><c:numRef><c:numCache>"
    "<c:pt><c:v>17</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:barChart></c:plotArea>"
    "</c:chart>",
)
DIAGRAM = part(
    "dgm:dataModel",
    f"<dgm:ptLst><dgm:pt><dgm:t>{label('Plan')}</dgm:t></dgm:pt><dgm:pt><dgm:t>{label('Act')}"
    "</dgm:t></dgm:pt><dgm:pt/></dgm:ptLst>",
)
PARTS = {"word/charts/chart1.xml": CHART, "word/diagrams/data1.xml": DIAGRAM}
LINKS = link("rC", "chart", "charts/chart1.xml") + link("rD", "diagramData", "diagrams/data1.xml")


def read(*body: str) -> SourceText:
    return read_bytes(docx(*body, parts=PARTS, links=LINKS), "draft.docx")


def notes(found: SourceText) -> list[str]:
    return [block.after for block in found.blocks if block.kind is BlockKind.NOTE]


def test_title_series_and_categories_of_a_chart_follow_its_paragraph() -> None:
    found = read(para("See ", drawn('<c:chart r:id="rC"/>'), "."), para("Next."))
    assert [block.after for block in found.blocks] == [
        *("See .", "Rivers by length", "Upper", "North", "South", "Next."),
    ]
    assert notes(found) == ["Rivers by length", "Upper", "North", "South"]


def test_the_points_of_a_diagram_are_read() -> None:
    assert notes(read(para("See ", drawn('<dgm:relIds r:dm="rD"/>')))) == ["Plan", "Act"]


def test_words_of_a_shape_and_of_word_art_are_read() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    assert notes(read(para("See ", drawn(label("In the box")), art))) == ["In the box", "DRAFT"]


def test_words_drawn_in_an_insertion_are_inserted_and_in_a_deletion_deleted() -> None:
    found = read(para("See ", ins(drawn(label("New"))), deleted(drawn(label("Old")))))
    assert [(block.before, block.after) for block in found.blocks[1:]] == [("", "New"), ("Old", "")]


def test_a_drawing_that_nothing_in_the_text_shows_is_named_in_a_notice() -> None:
    said = [each.text for each in read(para("See.")).notices]
    assert any("chart" in each for each in said)
    assert any("diagram" in each for each in said)
    assert not any(
        "chart" in each.text for each in read(para(drawn('<c:chart r:id="rC"/>'))).notices
    )


def test_a_link_to_nothing_or_a_broken_part_is_no_crash() -> None:
    assert notes(read(para("See ", drawn('<c:chart r:id="rX"/>')))) == []
    broken = docx(
        para("See ", drawn('<c:chart r:id="rC"/>')),
        parts={"word/charts/chart1.xml": "<broken"},
        links=link("rC", "chart", "charts/chart1.xml"),
    )
    found = read_bytes(broken, "draft.docx")
    assert notes(found) == []
    assert any("chart1.xml" in each.text for each in found.notices)


def test_the_words_that_describe_a_picture_are_no_text() -> None:
    picture = '<w:r><w:drawing><wp:docPr xmlns:wp="x" descr="A map" title="Map"/></w:drawing></w:r>'
    assert notes(read(para("See ", picture))) == []


def test_a_watermark_of_a_header_stands_in_the_margin() -> None:
    art = '<w:r><w:pict><v:shape><v:textpath string="DRAFT"/></v:shape></w:pict></w:r>'
    header = f"<w:hdr {NAMESPACES}>{para('Head', art)}</w:hdr>"
    data = docx("We act.", parts={"word/h.xml": header}, links=link("rH", "header", "h.xml"))
    blocks = read_bytes(data, "draft.docx").blocks
    assert [(block.after, block.kind) for block in blocks[1:]] == [
        ("Head", BlockKind.MARGIN),
        ("DRAFT", BlockKind.MARGIN),
    ]
