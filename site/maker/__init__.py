"""Makes the sources of the website: the lessons, run and folded, and a page for each activation."""
