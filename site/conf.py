"""How Sphinx makes the pages. Everything they load lies beside them: the site works from a disk."""

project = "Spellgrad"
html_title = "Spellgrad"
copyright = "The Spellgrad authors"
language = "en"

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
}
html_context = {"default_mode": "auto"}
html_copy_source = False
html_show_sourcelink = False
html_show_search_summary = False  # it fetches pages, which a browser forbids on a disk
html_static_path = ["work/_static"]
html_css_files = ["site.css"]
html_js_files = ["figures.js", "diagrams.js"]
mathjax_path = "tex-svg.js"
# HTML that a cell shows writes its formulas between dollars.
mathjax3_config = {"tex": {"inlineMath": [["\\(", "\\)"], ["$", "$"]]}}
