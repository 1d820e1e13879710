"""HTML of questions and charts. Everything else is written by the nodes that ours inherit from.

A question is complete without JavaScript: reasons are native `<details>`, and the script
(`static/quiz.js`) makes every button.
"""

from typing import Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from ..messages import _
from ..nodes import (
    guide_attempt,
    guide_explanation,
    guide_feedback,
    guide_hint,
    guide_legend,
    guide_plan,
    guide_pool,
    guide_question,
    guide_result,
    guide_term,
    guide_value,
    guide_weights_chart,
)
from ..types import DEFAULT
from ..types.base import Visitors


def visit_question(self: HTML5Translator, node: guide_question) -> None:
    data: dict[str, Any] = {"data-digest": node["digest"]}
    if more := stem_ids(node):
        data["aria-describedby"] = " ".join(more)
    if node["ids"][0] != f"question-{node['question_id']}":
        data["data-question"] = node["question_id"]  # a copy has an id of its own
    if node["type"] != DEFAULT.name:
        data["data-type"] = node["type"]
    data |= {f"data-{name}": value for name, value in node["data"].items()}
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


def visit_feedback(self: HTML5Translator, node: guide_feedback) -> None:
    self.body.append('<details class="guide-feedback">')
    self.body.append(summary_of(self, _("Reason")))
    if node["right"] is not None:
        verdict = _("Right") if node["right"] else _("Not right")
        self.body.append(f"<b>{self.encode(verdict)}</b>")


def visit_explanation(self: HTML5Translator, node: guide_explanation) -> None:
    self.body.append('<details class="guide-explanation">')
    self.body.append(summary_of(self, node["title"]))


def visit_hint(self: HTML5Translator, node: guide_hint) -> None:
    self.body.append('<details class="guide-hint">')
    self.body.append(summary_of(self, _("Hint")))


def depart_details(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</details>")


def visit_result(self: HTML5Translator, node: guide_result) -> None:
    self.body.append(f'<div class="guide-result" data-quiz="{node["quiz"]}">\n')


def depart_result(self: HTML5Translator, node: guide_result | guide_attempt | guide_plan) -> None:
    """The data stands behind the table that it replaces; `<` cannot end the element early."""
    data = node["data"].replace("<", "\\u003c")
    self.body.append(f'<script type="application/json">{data}</script>\n</div>\n')


def visit_attempt(self: HTML5Translator, node: guide_attempt) -> None:
    self.body.append(f'<div class="guide-attempt" data-quiz="{node["quiz"]}">\n')


def visit_pool(self: HTML5Translator, node: guide_pool) -> None:
    """A template is read when a form is drawn, and by nobody else."""
    self.body.append("<template>")


def depart_pool(self: HTML5Translator, node: guide_pool) -> None:
    self.body.append("</template>\n")


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


def visit_term(self: HTML5Translator, node: guide_term) -> None:
    """The sentence describes the link to those who hear it; `hidden` where there is no style."""
    self.body.append('<span class="guide-defined">')
    link: dict[str, Any] = {"aria-describedby": node["box"]}
    href = node.get("refuri") or f"#{node['refid']}"
    self.body.append(self.starttag(node, "a", "", CLASS="reference internal", href=href, **link))


def depart_term(self: HTML5Translator, node: guide_term) -> None:
    box = f'class="guide-definition no-search" role="tooltip" id="{node["box"]}" hidden'
    self.body.append(f"</a><span {box}>{self.encode(node['sentence'])}</span></span>")


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


VISITORS: Visitors = {
    guide_question: (visit_question, depart_question),
    guide_legend: (visit_legend, depart_legend),
    guide_hint: (visit_hint, depart_details),
    guide_result: (visit_result, depart_result),
    guide_attempt: (visit_attempt, depart_result),
    guide_pool: (visit_pool, depart_pool),
    guide_plan: (visit_plan, depart_plan),
    guide_term: (visit_term, depart_term),
    guide_value: (visit_value, depart_value),
    guide_feedback: (visit_feedback, depart_details),
    guide_explanation: (visit_explanation, depart_details),
    guide_weights_chart: (visit_weights_chart, None),
}
