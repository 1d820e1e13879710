project = "Bread"
copyright = "the bakers"
version = "1"
extensions = ["skillguide"]
myst_disable_syntax = ["html_block", "html_inline"]

# Kinds of records: what the pages list beside levels, units and questions.
level = {"level": {"label": "Level", "type": "level"}}
sub_skills = {"sub-skill": {"label": "Sub-skills", "type": "sub-skills"}}
guide_units = ("loaf = [loaf] = _ = loaves",)
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
    "house-rule": {
        "label": "House rule",
        "fields": {
            "room": {"label": "Room", "choices": ["bakery", "shop"]},
            "since": {"label": "Since", "type": "month"},
            "state": {"label": "State", "choices": ["holds", "replaced"]},
            "until": {"label": "Until", "required": False, "labeled": True},
            "replaces": {
                "label": "Replaces",
                "back": "Replaced by",
                "type": "record",
                "required": False,
                "labeled": True,
            },
        },
        "columns": ["since", "replaces"],
        "sentence": True,
        "supersedes": "replaces",
        "in_force": {"state": "holds"},
        "question": "rules",
    },
    "self-check": {
        "label": "Self-check question",
        "fields": sub_skills,
        "columns": ["sub-skill"],
        "sentence": True,
    },
}
