"""Node classes. Those that stand for something docutils knows inherit from it, so that every
writer can write them without a visitor of ours; only HTML has one.
"""

from docutils import nodes


class summary(nodes.General, nodes.Element):
    """An empty place for the summary named by `shows`."""


class item_text(nodes.inline):
    """What an option says in words; translators meet it alone. Attributes: item (its key), name (of
    the option).
    """


class unit_hours(nodes.General, nodes.Element):
    """An empty place for what the hours of `unit` are spent on."""


class marked_value(nodes.inline):
    """Words with the `value` that scripts read of them: an id, an amount, a rank."""


class matrix_row(nodes.General, nodes.Element):
    """A row of the proficiency matrix: one `list_item` for each level, lowest first."""


class weights_chart(nodes.General, nodes.Element):
    """A picture of `shares`, pairs (title, percent); the table behind it has the same data."""


class architecture(nodes.container):
    """A figure as it was written: a `caption`, an `architecture_part` for each component and each
    flow, then its description. Attributes: components, flows (see `model.architecture`).
    """


class architecture_part(nodes.paragraph):
    """The label of a component or of a flow; it may be empty."""


class architecture_figure(nodes.container):
    """A figure as it is shown: a picture where it can be drawn, and a `figure_caption`."""


class architecture_picture(nodes.General, nodes.Element):
    """The picture. Attributes: drawing (see `render.layout`), name (unique on its page), title and
    description.
    """


class figure_caption(nodes.container):
    """The caption of a figure, its description, and its table."""


class figure_table(nodes.container):
    """The same as the picture, as a table; folded where readers can unfold it."""


class budget(nodes.container):
    """A budget as it was written: a `caption`, then for each resource a `budget_part` with its
    name, one with its unit unless a given has it, and one for each of its rows. Attribute:
    resources (see `model.budgets`).
    """


class budget_part(nodes.paragraph):
    """The name or the unit of a resource, or the label of a row."""


class question(nodes.container):
    """A `question_legend`, `question_facts`, the rest of the stem, then `question_options` (or a
    `question_entry`, or nothing for an open one), and a `question_explanation` or none.

    Attributes: question_id, digest, type, multiple, keep_order, sub_skill and level (ids), teaches
    (a page or page#place), answers and tolerance of an entry.
    """


class question_list(nodes.General, nodes.Element):
    """An empty place for the questions that fit `conditions` (see `Guide.select`)."""


class quiz_result(nodes.container):
    """The result of the quiz with the id `quiz`; `data` is what the script computes it from."""


class plan(nodes.container):
    """A table of units and deliverables to tick; `data` is what the script adds up."""


class question_legend(nodes.paragraph):
    """The first paragraph of a stem."""


class question_facts(nodes.paragraph):
    """Number, sub-skill and level of a question."""


class question_options(nodes.enumerated_list):
    """One `question_option` or more."""


class question_option(nodes.list_item):
    """An `option_label`, further blocks, and an `option_feedback` or none.

    Attributes: option_id, right.
    """


class option_label(nodes.paragraph):
    """The first paragraph of an option."""


class option_feedback(nodes.container):
    """Why an option is right, or which misconception it shows. Attribute: right."""


class question_entry(nodes.paragraph):
    """Where the answer is written; its text is the unit. Attributes: type, tolerance (as the author
    wrote it).
    """


class question_solution(nodes.paragraph):
    """The accepted answers as the author wrote them, then as they are shown."""


class question_hint(nodes.hint):
    """A hint, folded where readers can unfold it."""


class question_rubric(nodes.enumerated_list):
    """What an answer to an open question contains: one `list_item` for each level."""


class rubric_point(nodes.list_item):
    """What one level contributes; readers tick it."""


class question_explanation(nodes.container):
    """What everybody should take away from a question."""


#: Nodes that need no visitor; the xml builder wants their names all the same.
PLAIN = (
    architecture,
    architecture_part,
    budget,
    budget_part,
    item_text,
    unit_hours,
    summary,
    matrix_row,
    question_facts,
    question_list,
    question_solution,
)

#: Nodes that every writer but HTML meets as the docutils class that they inherit from.
QUESTION_PARTS = (
    question,
    question_legend,
    question_facts,
    question_options,
    question_option,
    option_label,
    option_feedback,
    question_entry,
    question_solution,
    question_hint,
    question_rubric,
    rubric_point,
    question_explanation,
    quiz_result,
    plan,
)
