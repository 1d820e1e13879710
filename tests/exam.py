"""A small guide with an exam: two banks, forms that are drawn from them, a placement of its own."""

HEAD = """\
# Guide

:::{skill} bread
:title: Bread
:total-weight: 100%

Bake.

:::

:::{reader-data}
:::

```{toctree}
exam
placement
banks
dough
oven
```

"""
LEVELS = {"low": "Low", "high": "High"}
#: Sub-skills, with their weights.
PARTS = {"small": 25, "large": 75}
#: Six questions of each level in each bank: `small-low-1`, and so on.
BANKED = [f"{part}-{level}-{n}" for part in PARTS for level in LEVELS for n in range(1, 7)]
#: What the exam asks as it stands on its page.
OWN = ["small-low-1", "large-low-1", "large-low-2", "large-high-1"]
#: What the placement asks: a question of each kind.
PLACED = {"pick": "choice", "cold": "numeric", "flag": "text", "pairs": "matching"}


def directive(kind: str, id: str, *lines: str, colons: int = 3) -> str:
    return f"{':' * colons}{{{kind}}} {id}\n" + "\n".join(lines) + f"\n\n{':' * colons}\n\n"


def banked(id: str) -> str:
    """A question of a bank; `yes` is right."""
    part, level, number = id.split("-")
    page = "dough#first" if part == "small" else "oven#heat"
    texts = ["yes", "no", "maybe"] * 2
    options = "\n".join(
        f"- [{'x' if text == 'yes' else ' '}] {text}\n  > Reason of {text}."
        for text in texts[int(number) % 3 :][:3]  # the right one stands at each place
    )
    return directive(
        "question", id, f":level: {level}", f":teaches: {page}", "",
        f"What does question {number} of {level} in {part} ask?", "", options, "", "So it is.",
    )  # fmt: skip


def placed(id: str) -> str:
    """A question of the placement; 18, rye and `yes` are right."""
    head = [":sub-skill: large", ":level: low"]
    if id == "cold":
        rest = [":type: numeric", ":answer: 18", "", "How cold?", "", "It is 18."]
    elif id == "flag":
        rest = [":type: text", ":answer: rye", "", "Which flour?", "", "It is rye."]
    elif id == "pairs":
        rest = [
            ":type: matching", "", "Which belongs to which?", "", "| Light | Time |",
            "| --- | --- |", "| Sun | day |", "| Moon | night |", "| | noon |", "", "So they do.",
        ]  # fmt: skip
    else:
        return (
            banked(f"{id}-low-1")
            .replace(f"{id}-low-1", id, 1)
            .replace(":level: low", "\n".join(head))
        )
    return directive("question", id, *head, *rest)


def pages(forms: str = ":forms: 4, 8") -> dict[str, str]:
    """The pages of the guide."""
    levels = "".join(
        directive("level", id, f":title: {title}", ":experience: 1 year", "", f"{title}.")
        for id, title in LEVELS.items()
    )
    parts = "".join(
        directive("sub-skill", id, f":title: {id.title()}", f":weight: {weight}%", "", "It.")
        for id, weight in PARTS.items()
    )
    shown = directive("questions", "", f":ids: {', '.join(OWN)}").replace("} \n", "}\n")
    exam = directive(
        "quiz", "exam", ":title: Exam", ":attempt:", ":minutes: 8", forms, "", shown, colons=6
    )
    own = "".join(map(placed, PLACED))
    placement = directive("quiz", "placement", ":title: Place", ":attempt:", "", own, colons=6)
    banks = "".join(
        directive(
            "quiz", f"bank-{part}", f":title: {part.title()}", f":sub-skill: {part}", "",
            "".join(banked(id) for id in BANKED if id.startswith(part)), colons=6,
        )
        for part in PARTS
    )  # fmt: skip
    return {
        "index": HEAD + levels + parts,
        "exam": f"# Exam\n\nBefore.\n\n## The questions\n\n{exam}## What it means\n\nAfter.\n",
        "placement": f"# Placement\n\n{placement}",
        "banks": f"# Banks\n\n{banks}",
        "dough": "# Dough\n\n(first)=\n\n## First\n\nA.\n",
        "oven": "# Oven\n\n(heat)=\n\n## Heat\n\nB.\n",
    }
