"""HTML of questions and charts. Everything else is written by the nodes that ours inherit from.

A question is complete without JavaScript: reasons are native `<details>`, and the script
(`static/quiz.js`) makes every button.
"""

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from ..domain import short
from ..messages import _
from ..nodes import (
    guide_entry,
    guide_explanation,
    guide_feedback,
    guide_hint,
    guide_label,
    guide_legend,
    guide_option,
    guide_options,
    guide_plan,
    guide_point,
    guide_question,
    guide_result,
    guide_rubric,
    guide_value,
    guide_weights_chart,
)


def visit_question(self: HTML5Translator, node: guide_question) -> None:
    data: dict[str, Any] = {"data-digest": node["digest"]}
    if more := stem_ids(node):
        data["aria-describedby"] = " ".join(more)
    if node["ids"][0] != f"question-{node['question_id']}":
        data["data-question"] = node["question_id"]  # a copy has an id of its own
    if node["type"] != "choice":
        data["data-type"] = node["type"]
    if node["answers"]:
        data["data-answer"] = "|".join(node["answers"])
        data["data-tolerance"] = node["tolerance"]
    if node["keep_order"]:
        data["data-keep-order"] = ""
    for name in ("sub_skill_title", "level_title"):
        if node.get(name):
            data[f"data-{name.removesuffix('_title').replace('_', '-')}"] = node[name]
    self.body.append(self.starttag(node, "fieldset", **data))


def depart_question(self: HTML5Translator, node: guide_question) -> None:
    self.body.append('<div role="status"></div></fieldset>\n')


def visit_legend(self: HTML5Translator, node: guide_legend) -> None:
    self.body.append(self.starttag(node, "legend", ""))


def depart_legend(self: HTML5Translator, node: guide_legend) -> None:
    self.body.append("</legend>\n")


def visit_options(self: HTML5Translator, node: guide_options) -> None:
    self.body.append('<div class="guide-options">')


def depart_div(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</div>\n")


def visit_option(self: HTML5Translator, node: guide_option) -> None:
    right = " data-right" if node["right"] else ""
    self.body.append(f'<div class="guide-option"{right}>')


def visit_label(self: HTML5Translator, node: guide_label) -> None:
    """The input stands inside its label, which needs no ids to belong to it. No block can stand
    there, so that one without words is bare, and the input says what the blocks beside it hold.
    """
    parent = question_of(node)
    kind = "checkbox" if parent["multiple"] else "radio"
    name, value = parent["ids"][0].removeprefix("question-"), node.parent["option_id"]
    bare = "" if node.children else ' class="guide-bare"'
    words = f' aria-label="{self.attval(name_of(node.parent))}"' if not words_of(node) else ""
    self.body.append(f'<label{bare}><input type="{kind}" name="{name}" value="{value}"{words}>')


def depart_label(self: HTML5Translator, node: guide_label) -> None:
    self.body.append("</label>")


def name_of(option: nodes.Element) -> str:
    """The name of an option that begins without words: code, a formula, or a picture."""
    parts = [part for part in option.children if not isinstance(part, guide_feedback)]
    pictures = [PurePosixPath(picture["uri"]).name for picture in option.findall(nodes.image)]
    return short(" ".join(map(words_of, parts)), 120) or ", ".join(pictures)


def words_of(node: nodes.Node) -> str:
    """What a screen reader says of a node: its text, and what stands for its pictures."""
    parts = [
        part.get("alt", "") if isinstance(part, nodes.image) else part.astext()
        for part in node.findall()
        if isinstance(part, nodes.image | nodes.Text) and not isinstance(part.parent, nodes.raw)
    ]
    return " ".join(parts).strip()


def visit_feedback(self: HTML5Translator, node: guide_feedback) -> None:
    verdict = _("Right") if node["right"] else _("Not right")
    self.body.append('<details class="guide-feedback">')
    self.body.append(summary_of(self, _("Reason")))
    self.body.append(f"<b>{self.encode(verdict)}</b>")


def visit_explanation(self: HTML5Translator, node: guide_explanation) -> None:
    type = question_of(node)["type"]
    word = {"choice": _("Explanation"), "open": _("Model answer")}.get(type, _("Answer"))
    self.body.append('<details class="guide-explanation">')
    self.body.append(summary_of(self, word))


def visit_hint(self: HTML5Translator, node: guide_hint) -> None:
    self.body.append('<details class="guide-hint">')
    self.body.append(summary_of(self, _("Hint")))


def depart_details(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</details>")


def visit_entry(self: HTML5Translator, node: guide_entry) -> None:
    """A field for a number or a text, which says what it accepts."""
    numeric = node["type"] == "numeric"
    form = {
        "numeric": _("A number such as 1000, 0.5 or 1e3."),
        "text": _("Capitals and spaces do not matter."),
        "trace": _("What it prints, on one line."),
    }[node["type"]]
    if node["tolerance"]:
        form += " " + _("Up to %s off is right.") % node["tolerance"]
    mode = ' inputmode="decimal"' if numeric else ""
    unit = self.attval(node.astext())
    label = self.encode(_("Your answer"))
    self.body.append(f'<div class="guide-entry"><label>{label} ')
    self.body.append(
        f'<input type="text" data-unit="{unit}" autocomplete="off" spellcheck="false"{mode}>'
        f"{f' {unit}' if unit else ''}</label>"
    )
    self.body.append(f" <small>{self.encode(form)}</small></div>\n")
    raise nodes.SkipNode


def visit_rubric(self: HTML5Translator, node: guide_rubric) -> None:
    self.body.append('<ul class="guide-rubric">\n')


def depart_rubric(self: HTML5Translator, node: guide_rubric) -> None:
    self.body.append("</ul>\n")


def visit_point(self: HTML5Translator, node: guide_point) -> None:
    """A box to tick; its name is the level, its description the text behind it. Where there is no
    level, the text is the name.
    """
    id = f"{question_of(node)['ids'][0]}--point-{node.parent.index(node) + 1}"
    level = node.get("level", "")
    name = f" <b>{self.encode(level)}</b>" if level else ""
    use = "aria-describedby" if level else "aria-labelledby"
    self.body.append(f'<li><label><input type="checkbox" {use}="{id}">{name}</label>')
    self.body.append(f'<div id="{id}">')


def depart_point(self: HTML5Translator, node: guide_point) -> None:
    self.body.append("</div></li>\n")


def visit_result(self: HTML5Translator, node: guide_result) -> None:
    self.body.append(f'<div class="guide-result" data-quiz="{node["quiz"]}">\n')


def depart_result(self: HTML5Translator, node: guide_result | guide_plan) -> None:
    """The data stands behind the table that it replaces; `<` cannot end the element early."""
    data = node["data"].replace("<", "\\u003c")
    self.body.append(f'<script type="application/json">{data}</script>\n</div>\n')


def visit_plan(self: HTML5Translator, node: guide_plan) -> None:
    self.body.append(self.starttag(node, "div"))


def depart_plan(self: HTML5Translator, node: guide_plan) -> None:
    depart_result(self, node)


def visit_weights_chart(self: HTML5Translator, node: guide_weights_chart) -> None:
    """A bar of shares. Positions are percentages of its width, so it needs no style attribute."""
    total = sum(share for _title, share in node["shares"]) or 1
    text = ", ".join(f"{title} {share:f}%" for title, share in node["shares"])
    data: dict[str, Any] = {"aria-label": text}
    svg = self.starttag(
        node,
        "svg",
        "",
        CLASS="guide-bar",
        role="img",
        width="100%",
        height="40",
        xmlns="http://www.w3.org/2000/svg",
        **data,
    )
    self.body.append(svg)
    start = 0.0
    for index, (_title, share) in enumerate(node["shares"]):
        width = float(share / total * 100)
        color = f"guide-data-{index % 5 + 1}"
        self.body.append(
            f'<rect class="{color}" x="{start:.4g}%" width="{width:.4g}%" height="40"/>'
            f'<text x="{start + width / 2:.4g}%" y="25">{share:f}</text>'
        )
        start += width
    self.body.append("</svg>\n")
    raise nodes.SkipNode


def visit_value(self: HTML5Translator, node: guide_value) -> None:
    self.body.append(self.starttag(node, "data", "", CLASS="guide-value", value=node["value"]))


def depart_value(self: HTML5Translator, node: guide_value) -> None:
    self.body.append("</data>")


def stem_ids(node: guide_question) -> list[str]:
    """The ids of the paragraphs of a stem behind the first, which describe the group of options;
    those without one get theirs.
    """
    more = [child for child in node.children if type(child) is nodes.paragraph]
    for number, paragraph in enumerate(more, 1):
        paragraph["ids"] = paragraph["ids"] or [f"{node['ids'][0]}--stem-{number}"]
    return [paragraph["ids"][0] for paragraph in more]


def summary_of(self: HTML5Translator, word: str) -> str:
    """What readers click to unfold details."""
    return f"<summary>{self.encode(word)}</summary>"


def question_of(node: nodes.Node) -> guide_question:
    """The question in which a node stands."""
    while not isinstance(node, guide_question):
        node = node.parent
    return node


Visitors = dict[type[nodes.Element], tuple[Callable[..., None], Callable[..., None] | None]]

VISITORS: Visitors = {
    guide_question: (visit_question, depart_question),
    guide_legend: (visit_legend, depart_legend),
    guide_options: (visit_options, depart_div),
    guide_option: (visit_option, depart_div),
    guide_label: (visit_label, depart_label),
    guide_entry: (visit_entry, None),
    guide_hint: (visit_hint, depart_details),
    guide_rubric: (visit_rubric, depart_rubric),
    guide_point: (visit_point, depart_point),
    guide_result: (visit_result, depart_result),
    guide_plan: (visit_plan, depart_plan),
    guide_value: (visit_value, depart_value),
    guide_feedback: (visit_feedback, depart_details),
    guide_explanation: (visit_explanation, depart_details),
    guide_weights_chart: (visit_weights_chart, None),
}
