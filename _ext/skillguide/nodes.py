"""Node classes. Those that stand for something docutils knows inherit from it, so that every
writer can write them without a visitor of ours; only HTML has one.
"""

from docutils import nodes


class guide_summary(nodes.General, nodes.Element):
    """An empty place for the summary named by `shows`, or for the list of records of that kind with
    these `choices`.
    """


class guide_text(nodes.inline):
    """What an option says in words; translators meet it alone. Attributes: item (its key), name (of
    the option).
    """


class guide_unit_hours(nodes.General, nodes.Element):
    """An empty place for what the hours of `unit` are spent on."""


class guide_term(nodes.reference):
    """A link to an entry of a glossary, of which `sentence` is the first; `box` is the HTML id of
    what shows it.
    """


class guide_back(nodes.inline):
    """An empty place for the records of `kind` that name `record` in their `field`; `label` stands
    before them.
    """


class guide_value(nodes.inline):
    """Words with the `value` that scripts read of them: an id, an amount, a rank."""


class guide_matrix_row(nodes.General, nodes.Element):
    """A row of the proficiency matrix: one `list_item` for each level, lowest first."""


class guide_weights_chart(nodes.General, nodes.Element):
    """A picture of `shares`, pairs (title, percent); the table behind it has the same data."""


class guide_architecture(nodes.container):
    """A figure as it was written: a `caption`, a `guide_architecture_part` for each component and
    each flow, then its description. Attribute: place (the location of its item, see
    `Guide.by_place`).
    """


class guide_architecture_part(nodes.paragraph):
    """The label of a component or of a flow; it may be empty."""


class guide_figure(nodes.container):
    """A figure as it is shown: a picture where it can be drawn, and a `guide_figure_caption`. With
    `data` a script draws it anew.
    """


class guide_picture(nodes.General, nodes.Element):
    """The picture. Attributes: drawing (see `figures`), narrow (the same for a phone, if there is
    one), name (unique on its page), title and description.
    """


class guide_figure_caption(nodes.container):
    """The caption of a figure, its description, and its table."""


class guide_shapes(nodes.General, nodes.Element):
    """What the shapes and dashes of an architecture figure mean. Attribute: shown, pairs (kind of
    component, or None for what comes later; its word).
    """


class guide_figure_table(nodes.container):
    """The same as the picture, as a table; folded where readers can unfold it."""


class guide_chart(nodes.container):
    """A chart as it was written: a `caption`, a `guide_chart_part` for each option that says
    something in words, then its table and its description. Attribute: place (the location of its
    item, see `Guide.by_place`).
    """


class guide_chart_part(nodes.paragraph):
    """What an option of a chart says. Attribute: name (of the option)."""


class guide_budget(nodes.container):
    """A budget as it was written: a `caption`, then for each resource a `guide_budget_part` with
    its name, one with its unit unless a given has it, and one for each of its rows. Attribute:
    place (the location of its item, see `Guide.by_place`).
    """


class guide_budget_part(nodes.paragraph):
    """The name or the unit of a resource, or the label of a row."""


class guide_calculation(nodes.container):
    """A calculation as it was written: a `caption`, perhaps a `guide_calculation_question`, then
    for each line a `guide_calculation_part`, perhaps with a `guide_calculation_note` behind it.
    Attribute: place (the location of its item, see `Guide.by_place`).
    """


class guide_calculation_part(nodes.paragraph):
    """The name of a line in words."""


class guide_calculation_question(nodes.paragraph):
    """What readers are asked before they see a calculation."""


class guide_calculation_note(nodes.container):
    """What explains a line."""


class guide_computed(nodes.container):
    """A calculation as it is shown; `data` is what the script computes it from."""


class guide_given_value(nodes.inline):
    """An empty place for the value of the computed given with the id `given`."""


class guide_part:
    """A part of a question, or of what comes of questions: every writer but HTML meets it as the
    docutils class from which it inherits first.
    """


class guide_means:
    """What a question is answered with, and no part of what it asks."""


class guide_question(nodes.container, guide_part):
    """A `guide_legend`, `guide_facts`, the rest of the stem, then what its type is answered with
    (see `types/`), and a `guide_explanation` or none.

    Attributes: question_id, digest, type (its name), data (what the script needs), multiple,
    keep_order, sub_skill and level (ids), teaches (a page or page#place).
    """


class guide_legend(nodes.paragraph, guide_part):
    """The first paragraph of a stem."""


class guide_facts(nodes.paragraph, guide_part):
    """Number, sub-skill and level of a question."""


class guide_feedback(nodes.container, guide_part):
    """Why a part of the answer is right, or which misconception it shows. Attribute: right; None
    where a reason is no verdict.
    """


class guide_solution(nodes.paragraph, guide_part):
    """The accepted answers as the author wrote them, then as they are shown."""


class guide_hint(nodes.hint, guide_part):
    """A hint, folded where readers can unfold it."""


class guide_explanation(nodes.container, guide_part):
    """What everybody should take away from a question. Attribute: title, when it is known."""


class guide_question_list(nodes.General, nodes.Element):
    """An empty place for the questions that fit `conditions` (see `Guide.select`)."""


class guide_result(nodes.container, guide_part):
    """The result of the quiz with the id `quiz`; `data` is what the script computes it from."""


class guide_attempt(nodes.container, guide_part):
    """The questions of the quiz with the id `quiz`, which is handed in as a whole; perhaps a
    `guide_pool`. `data` is what the script computes its result from.
    """


class guide_pool(nodes.container, guide_part):
    """Questions from which forms are drawn, out of sight."""


class guide_plan(nodes.container, guide_part):
    """A table of units and deliverables to tick; `data` is what the script adds up."""


#: Nodes that need no visitor; the xml builder wants their names all the same.
PLAIN = (
    guide_architecture,
    guide_architecture_part,
    guide_budget,
    guide_budget_part,
    guide_calculation,
    guide_calculation_note,
    guide_calculation_part,
    guide_calculation_question,
    guide_given_value,
    guide_back,
    guide_chart,
    guide_chart_part,
    guide_text,
    guide_unit_hours,
    guide_summary,
    guide_matrix_row,
    guide_facts,
    guide_question_list,
    guide_solution,
)
