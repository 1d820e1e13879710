"""The summary of the banks of questions."""

from collections import Counter

from docutils import nodes

from ..checks.coverage import bank_questions, banks
from ..checks.testwise import comparable, guessing_score, key, length_ratio, longest_score
from ..messages import _
from ..model import Guide, Kind, Quiz
from ..model.numbers import share
from .parts import commas, filled, link, weight_cell
from .summary import summary
from .tables import Cell, table


@summary("blueprint", "sub-skill", "level", "quiz", "question")
def blueprint(guide: Guide) -> list[nodes.Node]:
    """How many questions the banks hold by sub-skill and level, and what guessing scores."""
    questions = bank_questions(guide)
    levels = guide.levels
    rows: list[list[Cell]] = []
    for part in guide.sub_skills:
        own = Counter(question.level for question in questions if question.sub_skill == part.id)
        counts = [own[level.id] for level in levels]
        cells = [str(count) for count in (*counts, own.total())]
        part_of_all = share(own.total(), len(questions))
        rows.append([link(part), *cells, part_of_all, weight_cell(part.weight)])
    if not rows:
        return []
    every = Counter(question.level for question in questions)
    sums = [str(every[level.id]) for level in levels]
    rows.append([_("Sum"), *sums, str(len(questions)), share(1, 1), ""])
    head = [_("Sub-skill"), *(level.label for level in levels), _("Sum"), _("Share"), _("Weight")]
    return [
        table(head, rows, numbers=range(1, len(head)), total=True),
        *filled(*bank_figures(guide), numbers=range(1, 7)),
    ]


def bank_figures(guide: Guide) -> tuple[list[str], list[list[Cell]]]:
    """For each bank: its size and types, what two ways of guessing score, and where keys stand."""
    rows: list[list[Cell]] = []
    for quiz, members in banks(guide):
        choices = comparable(guide, quiz)
        if not choices:
            continue
        places = Counter(q.options.index(key(q)) for q in choices if not q.keeps_order)
        others = len(members) - len(choices)
        rows.append(
            [
                link(quiz),
                str(len(members)),
                share(others, len(members)),
                f"{longest_score(choices):.0%}",
                f"{guessing_score(choices):.0%}",
                f"{length_ratio(choices):.2f}",
                " ".join(str(places[place]) for place in range(max(places, default=0) + 1)),
            ]
        )
    head = [_("Bank"), _("Questions"), _("Other types"), _("Longest option"), _("Chance")]
    return [*head, _("Length, right ÷ wrong"), _("Keys at A, B, …")], rows


@summary("coverage", "asked", "quiz", "question")
def coverage(guide: Guide) -> list[nodes.Node]:
    """For each kind of record that questions ask for: its records, and the quizzes that ask."""
    kinds = [kind for kind in guide.kinds if kind.question]
    return [part for kind in kinds for part in coverage_of(guide, kind)]


def coverage_of(guide: Guide, kind: Kind) -> list[nodes.Node]:
    """The records of a kind with the number of questions that ask for each, by quiz."""
    rows: list[list[Cell]] = []
    for record in guide.records(kind.name):
        asking = Counter(item.quiz for item in guide.questions if record.key in item.asks)
        quizzes = [number_in(quiz, asking[quiz.id]) for quiz in guide.quizzes if asking[quiz.id]]
        rows.append([link(record), str(asking.total()), commas(quizzes) if asking else _("none")])
    return filled([_(kind.label), _("Questions"), _("Asked in")], rows, numbers=[1])


def number_in(quiz: Quiz, number: int) -> nodes.inline:
    """A quiz, and how many of its questions are meant where there are several."""
    times = f" {_('× %d') % number}" if number > 1 else ""
    return nodes.inline("", "", link(quiz), nodes.Text(times))
