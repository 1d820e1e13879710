"""HTML of questions and charts. Everything else is written by the nodes that ours inherit from.

A question is complete without JavaScript: reasons are native `<details>`, and the script
(`static/quiz.js`) makes every button.
"""

from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from ..messages import _
from ..nodes import (
    option_feedback,
    option_label,
    question,
    question_explanation,
    question_legend,
    question_option,
    question_options,
    weights_chart,
)


def visit_question(self: HTML5Translator, node: question) -> None:
    data: dict[str, Any] = {"data-digest": node["digest"]}
    self.body.append(self.starttag(node, "fieldset", **data))


def depart_question(self: HTML5Translator, node: question) -> None:
    self.body.append('<div role="status"></div>\n</fieldset>\n')


def visit_legend(self: HTML5Translator, node: question_legend) -> None:
    self.body.append(self.starttag(node, "legend", ""))


def depart_legend(self: HTML5Translator, node: question_legend) -> None:
    self.body.append("</legend>\n")


def visit_options(self: HTML5Translator, node: question_options) -> None:
    self.body.append(self.starttag(node, "div", CLASS="guide-options"))


def depart_div(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</div>\n")


def visit_option(self: HTML5Translator, node: question_option) -> None:
    parent = question_of(node)
    data: dict[str, Any] = {"data-right": ""} if node["right"] else {}
    self.body.append(self.starttag(node, "div", CLASS="guide-option", **data))
    self.body.append(
        self.emptytag(
            node,
            "input",
            "",
            type="checkbox" if parent["multiple"] else "radio",
            name=parent["ids"][0],
            ids=[input_id(node)],
            value=node["option_id"],
        )
    )


def visit_label(self: HTML5Translator, node: option_label) -> None:
    data: dict[str, Any] = {"for": input_id(node.parent)}
    self.body.append(self.starttag(node, "label", "", **data))


def depart_label(self: HTML5Translator, node: option_label) -> None:
    self.body.append("</label>\n")


def visit_feedback(self: HTML5Translator, node: option_feedback) -> None:
    verdict = _("Right") if node["right"] else _("Not right")
    self.body.append(self.starttag(node, "details", "", CLASS="guide-feedback"))
    self.body.append(f"<summary>{self.encode(_('Reason'))}</summary>")
    self.body.append(f'<p class="guide-verdict"><b>{self.encode(verdict)}</b></p>')


def visit_explanation(self: HTML5Translator, node: question_explanation) -> None:
    self.body.append(self.starttag(node, "details", "", CLASS="guide-explanation no-search"))
    self.body.append(f"<summary>{self.encode(_('Explanation'))}</summary>")


def depart_details(self: HTML5Translator, node: nodes.Element) -> None:
    self.body.append("</details>\n")


def visit_weights_chart(self: HTML5Translator, node: weights_chart) -> None:
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


def question_of(node: nodes.Node) -> question:
    """The question in which a node stands."""
    while not isinstance(node, question):
        node = node.parent
    return node


def input_id(node: nodes.Element) -> str:
    """The HTML id of an option's input."""
    return f"{question_of(node)['ids'][0]}-{node['option_id']}"


VISITORS: dict[type[nodes.Element], tuple[Callable[..., None], Callable[..., None] | None]] = {
    question: (visit_question, depart_question),
    question_legend: (visit_legend, depart_legend),
    question_options: (visit_options, depart_div),
    question_option: (visit_option, depart_div),
    option_label: (visit_label, depart_label),
    option_feedback: (visit_feedback, depart_details),
    question_explanation: (visit_explanation, depart_details),
    weights_chart: (visit_weights_chart, None),
}
