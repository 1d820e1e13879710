"""HTML of questions and charts. Everything else is written by the nodes that ours inherit from.

A question is complete without JavaScript: reasons are native `<details>`, and the script
(`static/quiz.js`) makes every button.
"""

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
    self.body.append(self.starttag(node, "fieldset", **{"data-digest": node["digest"]}))
    self._question = node  # type: ignore[attr-defined]


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
    parent = self._question  # type: ignore[attr-defined]
    name = f"{parent['ids'][0]}"
    data = {"data-right": ""} if node["right"] else {}
    self.body.append(self.starttag(node, "div", CLASS="guide-option", **data))
    self.body.append(
        self.emptytag(
            node,
            "input",
            "",
            type="checkbox" if parent["multiple"] else "radio",
            name=name,
            ids=[f"{name}-{node['option_id']}"],
            value=node["option_id"],
        )
    )


def visit_label(self: HTML5Translator, node: option_label) -> None:
    parent = self._question  # type: ignore[attr-defined]
    target = f"{parent['ids'][0]}-{node.parent['option_id']}"
    self.body.append(self.starttag(node, "label", "", **{"for": target}))


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
    svg = self.starttag(
        node, "svg", "", CLASS="guide-bar", role="img", width="100%", height="40",
        xmlns="http://www.w3.org/2000/svg", **{"aria-label": text},
    )
    self.body.append(svg)
    start = 0.0
    for index, (_title, share) in enumerate(node["shares"]):
        width = float(share / total * 100)
        self.body.append(
            f'<rect class="guide-data-{index % 5 + 1}" x="{start:.4g}%" width="{width:.4g}%" height="40"/>'
            f'<text x="{start + width / 2:.4g}%" y="25">{share:f}</text>'
        )
        start += width
    self.body.append("</svg>\n")
    raise nodes.SkipNode


VISITORS = {
    question: (visit_question, depart_question),
    question_legend: (visit_legend, depart_legend),
    question_options: (visit_options, depart_div),
    question_option: (visit_option, depart_div),
    option_label: (visit_label, depart_label),
    option_feedback: (visit_feedback, depart_details),
    question_explanation: (visit_explanation, depart_details),
    weights_chart: (visit_weights_chart, None),
}
