"""Markdown and HTML of a notebook, as HTML that shows and never acts."""

from __future__ import annotations

import html
import re

import bleach
from bleach.css_sanitizer import CSSSanitizer
from latex2mathml.converter import convert
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

TEXT = """a abbr b blockquote br caption code col colgroup dd del details div dl dt em h1 h2 h3 h4 h5
    h6 hr i img ins kbd li mark ol p pre q s small span strong sub summary sup table tbody td tfoot
    th thead tr tt u ul""".split()

#: What formulas are made of.
MATH = """math menclose mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts
    mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover
    none semantics""".split()

MATH_ATTRIBUTES = """accent accentunder align close columnalign columnlines columnspacing depth
    display displaystyle fence form height largeop linethickness lspace mathcolor mathsize
    mathvariant maxsize minsize movablelimits notation open rowlines rowspacing rspace scriptlevel
    separator separators stretchy symmetric voffset width xmlns""".split()


ANY = ("class", "style", "title")


def of_link(_tag: str, name: str, value: str) -> bool:
    """Where a link may lead, as it is written: without a scheme that is hidden in an entity."""
    leads = re.match(r"(https?:|mailto:|[^:&]*$)", value, re.I)
    return name in ANY or (name == "href" and leads is not None)


def of_image(_tag: str, name: str, value: str) -> bool:
    """An image brings its data: one of elsewhere would tell that server who reads the page."""
    brought = value.startswith("data:image/")
    return name in (*ANY, "alt", "height", "width") or (name == "src" and brought)


ATTRIBUTES = {
    "*": ANY,
    "a": of_link,
    "img": of_image,
    "td": ["colspan", "rowspan"],
    "th": ["colspan", "rowspan", "scope"],
    **{tag: MATH_ATTRIBUTES for tag in MATH},
}

STYLES = CSSSanitizer(
    allowed_css_properties="""background-color border-collapse border-spacing color font-family
    font-size font-style font-weight margin margin-left margin-right margin-top margin-bottom
    max-width min-width padding text-align text-decoration vertical-align white-space width""".split()
)


class Trusted(str):
    """HTML that we made ourselves: no notebook can bring one."""


def clean_html(source: object) -> str:
    """What of a notebook's HTML only shows something."""
    if isinstance(source, Trusted):
        return source
    text = source.decode() if isinstance(source, bytes) else str(source)
    return bleach.clean(
        # Before the cleaning, so that what comes of odd quotes is cleaned, too.
        re.sub(r"<t[dh]\b[^>]*>", spaced, text),
        tags=[*TEXT, *MATH],
        attributes=ATTRIBUTES,
        protocols=["http", "https", "mailto", "data"],
        css_sanitizer=STYLES,
        strip=True,
    )


def spaced(cell: re.Match[str]) -> str:
    """A table's cell with space around it, which nbgrader's style sheet takes away."""
    tag, padding = cell[0], "padding: 0.2em 1em 0.2em 0;"
    if "padding" in tag:
        return tag
    if 'style="' in tag:
        return tag.replace('style="', f'style="{padding} ')
    return f'{tag[:-1]} style="{padding}">'


class Renderer(IPythonRenderer):
    """Formulas as MathML, which browsers draw by themselves."""

    def inline_math(self, body: str) -> str:
        return formula(body, "inline")

    def block_math(self, body: str) -> str:
        return formula(body, "block")

    def latex_environment(self, name: str, body: str) -> str:
        return formula(rf"\begin{{{name}}}{body}\end{{{name}}}", "block")


def formula(tex: str, display: str) -> str:
    """A formula; one that can't be read is shown as it was written."""
    try:
        return convert(tex.strip(), display=display)
    except Exception:
        return f"<code>{html.escape(tex)}</code>"


def markdown_to_html(source: str) -> str:
    renderer = Renderer(escape=False, exclude_anchor_links=True)
    return Trusted(clean_html(MarkdownWithMath(renderer=renderer).render(str(source))))
