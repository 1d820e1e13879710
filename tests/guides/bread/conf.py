project = "Bread"
copyright = "the bakers"
version = "1"
extensions = ["myst_parser", "skillguide"]
primary_domain = "guide"
myst_enable_extensions = ["colon_fence", "tasklist"]
myst_disable_syntax = ["html_block", "html_inline"]
