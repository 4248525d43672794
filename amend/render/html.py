"""A view in, one self-contained HTML page out: nothing is asked of any server, ever.

The page comes from `templates/`: report*.html.j2, report.css and report*.js, that of an audit from
audit.html.j2, audit.css and audit.js besides, those of a rolling text, of proposals carried over
and of a concordance from theirs. A user's own folder is looked at first, file by file.
Style and script are inline and named by their hash in the content security policy, so that no text
of a draft can become either.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup

from amend.errors import AmendError
from amend.memory import collector_paused
from amend.render.audit_shapes import KINDS, AuditView
from amend.render.audit_wording import WORDS as AUDIT_WORDS
from amend.render.concordance_pages import ConcordanceView
from amend.render.fragments import chips, marked, told
from amend.render.page_shapes import Page, Picture
from amend.render.page_wording import WORDS
from amend.render.rebase_view import RebaseView
from amend.render.rolling_shapes import RollingView
from amend.render.shapes import STEP_HEAD, UNSETTLED_HEAD
from amend.render.tongue import Tongue, tongue

PAGE = "report.html.j2"
LEAF = "report_leaf.html.j2"
STYLE = "report.css"
PICTURES = "pictures.css"
SCRIPTS = ("report.js", "report_keys.js")
AUDIT = "audit.html.j2"
AUDIT_STYLE = "audit.css"
AUDIT_SCRIPT = "audit.js"
CONCORDANCE = "concordance.html.j2"
CONCORDANCE_STYLE = "concordance.css"
REBASE = "rebase.html.j2"
REBASE_STYLE = "rebase.css"
ROLLING = "rolling.html.j2"
ROLLING_STYLE = "rolling.css"
ROLLING_SCRIPT = "rolling.js"


def render(page: Page, templates: Path | None = None) -> str:
    """Return the page; raises AmendError where a user's own template is missing or mistaken."""
    styles = (STYLE, PICTURES, AUDIT_STYLE) if page.audits else (STYLE, PICTURES)
    return _rendered(PAGE, styles, SCRIPTS, _values(page, _here), templates)


def _values(page: Page, to: Callable[[str], str]) -> dict[str, object]:
    t = tongue(page.view.language)
    heads = {"step_head": t.say(STEP_HEAD), "unsettled_head": t.say(UNSETTLED_HEAD)}
    words = {"stop": t.stop} | {key: t.pattern(each) for key, each in WORDS.items()}
    values = {"page": page, "words": words, "to": to, "drawn": _drawn, "t": t}
    return {**values, **_audited(t), **heads}


def _audited(t: Tongue) -> dict[str, object]:
    words = {key: t.pattern(each) for key, each in AUDIT_WORDS.items()}
    return {"kinds": t.say(KINDS), "audit_words": words}


def _drawn(picture: Picture, to: Callable[[str], str]) -> Markup:
    return Markup(picture.draw(to))  # noqa: S704 - drawn by us, with every text in it escaped


def _here(key: str) -> str:
    return f"#{key}"


def render_audit(view: AuditView, templates: Path | None = None) -> str:
    """Return the page of an audit, in the looks of the report; raises AmendError as `render`."""
    t = tongue(view.language)
    values = {"view": view, "t": t, **_audited(t)}
    return _rendered(AUDIT, (STYLE, AUDIT_STYLE), (AUDIT_SCRIPT,), values, templates)


def render_rolling(view: RollingView, templates: Path | None = None) -> str:
    """Return the page of a rolling text, in the looks of the report; raises as `render`."""
    values = {"view": view, "t": tongue(view.language)}
    return _rendered(ROLLING, (STYLE, ROLLING_STYLE), (ROLLING_SCRIPT,), values, templates)


def render_rebase(view: RebaseView, templates: Path | None = None) -> str:
    """Return the page of proposals carried over, in the looks of the report; raises as `render`."""
    values = {"view": view, "t": tongue(view.language)}
    return _rendered(REBASE, (STYLE, REBASE_STYLE), (), values, templates)


def render_concordance(view: ConcordanceView, templates: Path | None = None) -> str:
    """Return the page of a concordance, in the looks of the report; raises as `render`."""
    styles = (STYLE, CONCORDANCE_STYLE)
    values = {"view": view, "t": tongue(view.language)}
    return _rendered(CONCORDANCE, styles, (), values, templates)


def render_folder(page: Page, templates: Path | None = None) -> Iterator[tuple[str, str]]:
    """Yield the pages of a folder, each with its file name; raises AmendError as `render`.

    The index comes first, then one for each proponent and each paragraph, to be sent alone.
    """
    from amend.render.leaves import leaves

    written = _writer(LEAF, (STYLE, PICTURES), (), templates)
    t = tongue(page.view.language)
    for leaf in map(t.say, leaves(page)):
        yield leaf.file, written({**_values(page, leaf.to), "leaf": leaf})


def _rendered(
    page: str, styles: Sequence[str], scripts: Sequence[str], values: Mapping[str, object],
    templates: Path | None,
) -> str:  # fmt: skip
    return _writer(page, styles, scripts, templates)(values)


def _writer(
    page: str, styles: Sequence[str], scripts: Sequence[str], templates: Path | None
) -> Callable[[Mapping[str, object]], str]:
    """Return what writes one page from its values; templates are read and translated once."""
    needed = ", ".join((page, *styles, *scripts))
    with _mendable(page, needed):
        environment = _environment(templates)
        style = "".join(_source(environment, each) for each in styles)
        code = "".join(_source(environment, each) for each in scripts)
        template = environment.get_template(page)
    always = {
        "style": Markup(style),  # noqa: S704 - the style sheet is ours or the user's own
        "script": Markup(code),  # noqa: S704 - so is the script
        "policy": _policy(style, code),
    }

    def written(values: Mapping[str, object]) -> str:
        with _mendable(page, needed), collector_paused():
            return template.render(values, **always)

    return written


@contextmanager
def _mendable(page: str, needed: str) -> Iterator[None]:
    """Raise AmendError, with a way out, for what is wrong with a user's own templates."""
    hint = "Mend the template, or leave your templates folder out."
    try:
        yield
    except TemplateNotFound as error:
        hint = f"Put back {needed}, or leave your templates folder out."
        raise AmendError("no such template", where=error.name, hint=hint) from error
    except TemplateSyntaxError as error:
        place = f"{error.filename or error.name}, line {error.lineno}"
        raise AmendError(
            f"cannot use the template: {error.message}", where=place, hint=hint
        ) from error
    except TemplateError as error:
        raise AmendError(
            f"cannot use the template: {error.message}", where=page, hint=hint
        ) from error


def packaged() -> Path:
    """Return the folder of our own templates: in a wheel, or beside the package in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


def _environment(templates: Path | None) -> Environment:
    folders = [packaged()] if templates is None else [templates, packaged()]
    made = Environment(
        loader=ChoiceLoader([FileSystemLoader(each) for each in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    for name, write in (("marked", marked), ("chips", chips), ("told", told)):
        made.filters[name] = _ready(write)
    return made


def _ready(write: Callable[..., str]) -> Callable[..., Markup]:
    """Return what gives a template a piece that is escaped already, see `fragments`."""

    def written(*given: object) -> Markup:
        return Markup(write(*given))  # noqa: S704 - made of our tags and of escaped texts alone

    return written


def _source(environment: Environment, name: str) -> str:
    """Return a template's own text; line ends as browsers count them when they hash it."""
    assert environment.loader is not None
    text = environment.loader.get_source(environment, name)[0]
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _policy(style: str, script: str) -> str:
    allowed = [f"style-src '{_hash(style)}'"]
    if script:
        allowed.append(f"script-src '{_hash(script)}'")
    return "; ".join(("default-src 'none'", *allowed, "base-uri 'none'", "form-action 'none'"))


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
