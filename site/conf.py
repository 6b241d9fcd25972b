"""How Sphinx makes the pages. Everything they load lies beside them: the site works from a disk.

`npm run site` runs it once for each language, and names the language and the folder of its figures.
"""

project = "Spellgrad"
html_title = "Spellgrad"
copyright = "The Spellgrad authors"

extensions = ["myst_nb", "sphinx.ext.mathjax"]
root_doc = "index"

# The lessons were run before; here they are only written down.
nb_execution_mode = "off"
nb_render_markdown_format = "myst"
nb_merge_streams = True
myst_enable_extensions = ["amsmath", "dollarmath"]
myst_heading_anchors = 3

html_theme = "sphinx_book_theme"
html_theme_options = {
    "show_toc_level": 1,
    "use_download_button": False,
    "use_fullscreen_button": False,
    "home_page_in_toc": True,
    "footer_content_items": ["copyright.html"],
    "article_header_end": ["language-switch.html", "article-header-buttons.html"],
}
html_context = {"default_mode": "auto"}
html_copy_source = False
html_show_sourcelink = False
html_show_search_summary = False  # it fetches pages, which a browser forbids on a disk
templates_path = ["templates"]
html_css_files = ["site.css"]
html_js_files = ["figures.js", "diagrams.js"]
mathjax_path = "tex-svg.js"
# HTML that a cell shows writes its formulas between dollars.
mathjax3_config = {"tex": {"inlineMath": [["\\(", "\\)"], ["$", "$"]]}}


def setup(app):
    """Sphinx doesn't see the formulas in what a cell shows: MathJax has to be on every page."""
    app.set_html_assets_policy("always")
