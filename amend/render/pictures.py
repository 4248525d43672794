"""A chain and the courses on it in, the pictures of a report out: inline, or a file of its own.

On a page they take their looks from templates/pictures.css, which has to be in its style sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from amend.model.comparison import Chain
from amend.model.ruling import Course
from amend.render.svg import Address, nowhere, on_page

if TYPE_CHECKING:
    from amend.render.report import Report

STYLE = "pictures.css"


def flow_picture(chain: Chain, address: Address = on_page, style: str = "") -> str:
    """Return how every paragraph went through the revisions, as SVG.

    `address` gives the link for the key of a passage ("r2-p14"); with `style`, a style sheet, the
    picture can stand in a file of its own.
    """
    from amend.render.flow import draw
    from amend.render.flow_view import flow_view

    return draw(flow_view(chain), address, style)


def fates_picture(
    chain: Chain, courses: Sequence[Course], keys: Mapping[str, str] | None = None,
    address: Address = on_page, style: str = "",
) -> str:  # fmt: skip
    """Return the fates by proponent and revision, as SVG; "" where nothing was judged.

    `keys` are the keys of the proponents on the page, by name; those without one are no links.
    """
    from amend.render.charts import draw_fates
    from amend.render.charts_view import fates_view

    view = fates_view(chain, courses, keys)
    return draw_fates(view, address, style) if view is not None else ""


def open_picture(chain: Chain, style: str = "") -> str:
    """Return what is open in each revision, as SVG; "" where nothing ever was."""
    from amend.render.charts import draw_open
    from amend.render.charts_view import open_view

    view = open_view(chain)
    return draw_open(view, style) if view is not None else ""


class Drawn(NamedTuple):
    """A picture ready to stand on a page: a key of its own, what it shows, and the SVG."""

    key: str
    title: str
    svg: str


def drawings(
    chain: Chain, courses: Sequence[Course], keys: Mapping[str, str] | None = None,
    address: Address = on_page,
) -> Iterator[Drawn]:  # fmt: skip
    """Yield the pictures of an overview, fates first; those that would show nothing are left out.

    `keys` are the keys of the proponents on the page, by name; `address` gives the link for a key.
    """
    from amend.render import charts_view, flow_view

    for key, title, svg in (
        ("fates", charts_view.FATES, fates_picture(chain, courses, keys, address)),
        ("open", charts_view.OPEN, open_picture(chain)),
        ("flow", flow_view.title_of(chain), flow_picture(chain, address)),
    ):
        if svg:
            yield Drawn(key, title, svg)


def style_sheet(templates: Path | None = None) -> str:
    """Return the looks of the pictures: from the user's own folder, where it has the file."""
    from amend.render.html import packaged

    own = templates / STYLE if templates is not None else None
    path = own if own is not None and own.is_file() else packaged() / STYLE
    return path.read_text(encoding="utf-8")


def render(report: Report) -> str:
    """Return the picture of a report as a file: of the fates, or without proposals of the ways."""
    style = style_sheet(report.templates)
    found = fates_picture(report.chain, report.courses, address=nowhere, style=style)
    return f"{found or flow_picture(report.chain, nowhere, style)}\n"
