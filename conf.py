"""Sphinx configuration; no logic. Two settings to change for a copy of the site: `html_baseurl`
(Read the Docs sets it; the page for a wrong address needs it where the site is not at the top of
its host) and `source_repository` (behind "Edit this page"; the link is hidden while it is empty).
"""

import os
import sys
from pathlib import Path

# The folder itself, not its package: the locks have hashes, which no local path can have.
sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "AI/ML Architecture Skill Guide"
author = "The contributors of the AI/ML Architecture Skill Guide"
copyright = "2026, the contributors. Text CC BY 4.0, code MIT"
version = release = "0.1"
language = "en"
today = "November 2026"  # no output depends on the day of its build

extensions = ["sphinx_design", "skillguide", "thissite"]
root_doc = "index"
source_suffix = {".md": "markdown"}
exclude_patterns = [
    "_build",
    "_ext",
    ".venv",
    ".pytest_cache",
    "tests",
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "SECURITY.md",
]
templates_path = ["_templates"]

myst_enable_extensions = ["colon_fence", "deflist", "tasklist"]  # tools/sources.py reads them, too
myst_disable_syntax = ["html_block", "html_inline"]
myst_heading_anchors = 3

# What is counted here; a number may have one of these units, beside those of every guide.
guide_units = (
    *("payment", "fraud", "case", "order", "parcel", "product", "photo", "visitor", "event"),
    *("request", "answer", "token", "turn", "conversation", "row", "series = [series]", "call"),
    *("engineer", "person = [person] = _ = people", "replica", "machine", "model", "label"),
    *("GPU", "vCPU", "core", "feature", "vector", "warehouse", "identifier", "key"),
    *("line", "piece", "step", "visit", "card", "image", "decision", "review", "FLOP", "fault"),
)

# Kinds of records: what the pages list beside levels, units and questions.
level = {"level": {"label": "Level", "type": "level"}}
sub_skills = {"sub-skill": {"label": "Sub-skills", "type": "sub-skills"}}
guide_record_kinds = {
    "use-case": {"label": "Use case", "fields": level, "columns": ["level"], "sentence": True},
    "project": {
        "label": "Project",
        "fields": level | {"stack": {"label": "Stack"}},
        "columns": ["level", "stack"],
    },
    "misconception": {"label": "Misconception", "sentence": True},
    "red-flag": {"label": "Red flag", "sentence": True},
    "faq": {"label": "Question"},
    "lab": {
        "label": "Lab",
        "fields": {
            "minutes": {"label": "Minutes", "type": "count"},
            "file": {"label": "File", "type": "file"},
        },
        "columns": ["minutes", "file"],
        "unit": {"option": "labs", "label": "Run", "time": "minutes"},
    },
    "resource": {
        "label": "Resource",
        "fields": {
            "url": {"label": "Address", "type": "url"},
            "format": {"label": "Format"},
            "cost": {"label": "Cost", "choices": ["free", "paid"]},
            **level,
            **sub_skills,
            "hours": {"label": "Hours", "type": "hours"},
            "checked": {"label": "Checked", "type": "month"},
        },
        "columns": ["format", "cost", "level", "sub-skill", "hours"],
        "unit": {"option": "resources", "label": "Study", "time": "hours"},
    },
    "deliverable": {
        "label": "Deliverable",
        "sentence": True,
        "unit": {"option": "practice", "label": "Build"},
        "in_plan": True,
    },
    "keywords": {"label": "Keywords"},
    "decision-record": {
        "label": "Decision",
        "fields": {
            "system": {
                "label": "System",
                "choices": [
                    "fraud",
                    "recommendation",
                    "forecast",
                    "camera",
                    "chat",
                    "photos",
                    "shop",
                ],
            },
            "date": {"label": "Date", "type": "month"},
            "status": {"label": "Status", "choices": ["proposed", "in force", "superseded"]},
            "reverse-when": {"label": "Reverse when", "labeled": True},
            "supersedes": {
                "label": "Supersedes",
                "back": "Superseded by",
                "type": "record",
                "required": False,
                "labeled": True,
            },
        },
        "columns": ["system", "date", "status"],
        "sentence": True,
        "supersedes": "supersedes",
        "in_force": {"status": "in force"},
    },
    "decision": {"label": "Decision", "sentence": True, "question": "decides"},
    "self-check": {
        "label": "Self-check question",
        "fields": sub_skills,
        "columns": ["sub-skill"],
        "sentence": True,
    },
}

html_theme = "furo"
html_title = project
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_favicon = "_static/favicon.svg"
singlehtml_sidebars = {  # no search: there is no page of results
    "**": [f"sidebar/{part}.html" for part in ("brand", "scroll-start", "navigation", "scroll-end")]
}
html_search_scorer = "_static/search-scorer.js"
html_show_sourcelink = False
html_copy_source = False
html_additional_pages = {"404": "404.html"}
html_theme_options = {
    "source_repository": "",
    "source_branch": "main",
    "source_directory": "",
    "light_css_variables": {"color-brand-primary": "#1f5fbf", "color-brand-content": "#1f5fbf"},
    "dark_css_variables": {"color-brand-primary": "#8fb4ff", "color-brand-content": "#8fb4ff"},
}

latex_engine = "lualatex"
latex_use_xindy = False  # makeindex comes with every TeX, and sorts English well
latex_documents = [(root_doc, "skill-guide.tex", project, author, "manual")]
latex_elements = {
    "papersize": "a4paper",
    # fonts that hold every sign of the pages, such as ✓ ⌈ ≤ √
    "fontpkg": "\n".join(
        rf"\{kind}font{{DejaVu {name}}}[Scale=0.86]"
        for kind, name in (("setmain", "Serif"), ("setsans", "Sans"), ("setmono", "Sans Mono"))
    ),
}
epub_show_urls = "no"
man_pages = [(root_doc, "ai-ml-architecture", project, author, 7)]
texinfo_documents = [
    (
        root_doc,
        "ai-ml-architecture",
        project,
        author,
        "ai-ml-architecture",
        project,
        "Miscellaneous",
    )
]
