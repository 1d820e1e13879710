"""Style and script, only on the pages that need them.

Scripts are loaded one by one and share no names. They speak by events on the document:

`skillguide:keep` {kind, values}: keep values by id, or forget one (null);
`skillguide:ask`: ask for the state;
`skillguide:state` {skill, version, answers, claims, done, guesses, attempts, plans, times, note}:
    the state, also after each change; `note` is a sentence for readers if their browser keeps
    nothing, else empty;
`skillguide:replace` tables: take these, or nothing (null), instead of what is there;
`skillguide:join` {mine, file}: sets `tables`, those of a file and of the state; null if it is none;
`skillguide:need` {names}: load scripts that stand in the page for later;
`skillguide:tools`: sets `words`, those of the script that asks, and functions that all need: `send`
    an event, find `all` elements, `fill` in a sentence, `make` an element or a `button`; with
    calculations also: `evaluate` arithmetic, and write a number as a `numeral`;
`skillguide:types` {Question, types}: whoever hears it adds classes of questions by their type;
`skillguide:questions`: sets `questions`, those of the page;
`skillguide:score` {parts, levels, before}: compute a result; sets `result`;
`skillguide:result` {data, parts, total, attempts, home}: a result is shown; add to its `home`;
`skillguide:bar` {title, score, index, claim}: draw a bar, or the scale; sets `svg`;
`skillguide:quiz` {place, members, state}: a quiz was shown; `members` if all are answered;
`skillguide:attempts`: sets `attempts`, those of the page;
`skillguide:history` {quiz, state}: sets `attempts`, those that the reader has made;
`skillguide:draw` {pool, size, seed, version, parts, levels}: draw a form; sets `ids`;
`skillguide:review` {step, right, sure, at}, or {entry, at}: sets the `next` step, when that is
    `due`, and `today`;
`skillguide:standing` {state, data}: sets what the answers show: `parts`, `score`, `held`;
`skillguide:schedule` {units, closing, hours, start, off, breaks}: sets `rows`, `events` and `end`,
    or the `field` and the `problem` of what makes no sense;
`skillguide:planned` {plan, found, data, home, status, schedule, keep}: show a plan;
`skillguide:profile` {axes, levels, series}: draw levels on axes; sets `svg`;
`skillguide:write` {format, entries}: sets the `text` of a file;
`skillguide:computed` {id, at}: a calculation was computed; `at` returns its numbers in base units,
    with another one for a line;
`skillguide:answered` {id, right, sure}: for statistics of the site's own.

`tools/types/types.d.ts` says the shapes of what they exchange.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config

from .domain import GuideDomain
from .messages import _
from .nodes import guide_part, guide_pool, guide_question
from .output import Output
from .types import TYPES
from .types.choice import guide_option

STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True, slots=True)
class Script:
    """A script, loaded on pages that have one of some marks (see `marks_of`); on those that have
    one of the marks `later`, when another script needs it. `words` returns what it says, by the
    name under which it finds it.
    """

    name: str
    marks: frozenset[str]
    words: Callable[[], dict[str, str]]
    later: frozenset[str] = frozenset()


def add_static_path(app: Sphinx) -> None:
    """Serve `static/` from `_static/skillguide/`."""
    if Output(app.builder).is_html:
        app.config.html_static_path.append(str(STATIC))


def leave_schemas_out(app: Sphinx, config: Config) -> None:
    """A book has no use for a schema, and EPUB no media type."""
    schemas = (f"_static/{path.relative_to(STATIC)}" for path in STATIC.rglob("*.schema.json"))
    config.epub_exclude_files = [*config.epub_exclude_files, *schemas]


def add_assets(
    app: Sphinx,
    pagename: str,
    templatename: str,
    context: dict[str, Any],
    doctree: nodes.document | None,
) -> None:
    """Add the style to pages that hold anything of ours, and each script where it is needed."""
    marks = frozenset(marks_of(doctree)) if doctree is not None else frozenset()
    if any(name.startswith("guide-") for name in marks):
        app.add_css_file("skillguide/skillguide.css")
    if marks & READERS:
        app.add_css_file("skillguide/reader.css")
    if not Output(app.builder).is_interactive:
        return
    scripts = [script for script in SCRIPTS if script.marks & marks]
    waiting = [script for script in SCRIPTS if script.later & marks and script not in scripts]
    for script in (TOOLS, *scripts) if scripts else ():
        words: dict[str, Any] = {f"data-{name}": text for name, text in script.words().items()}
        if script.name == "store":
            words["data-store"] = store_key(app)
        app.add_js_file(f"skillguide/{script.name}.js", loading_method="defer", **words)
    for script in waiting:
        words = {f"data-{name}": text for name, text in script.words().items()}
        data = {"type": "application/json", "data-later": script.name, "body": "{}", **words}
        app.add_js_file(None, **data)


def marks_of(doctree: nodes.document) -> Iterator[str]:
    """What a page holds: the classes of its nodes; `quiz` if it shows two questions or more
    together; `pool` if forms are drawn there; `block` if an option holds more than its words and
    its reason; the scripts that the types of its questions need.
    """
    for node in doctree.findall(nodes.Element):
        classes = node.get("classes", ())
        yield from classes
        if "guide-questions" in classes and len(list(node.findall(guide_question))) > 1:
            yield "quiz"
        if isinstance(node, guide_pool):
            yield "pool"
        if isinstance(node, guide_question):
            yield TYPES[node["type"]].script
        if isinstance(node.parent, guide_option) and not isinstance(node, guide_part):
            yield "block"


def store_key(app: Sphinx) -> str:
    """The key under which a reader's browser keeps what was answered on this site."""
    domain = GuideDomain.of(app.env)
    skill = domain.current.skill
    return f"skillguide:{skill.id if skill else 'questions'}:v2"


def store_words() -> dict[str, str]:
    """What `store.js` says."""
    return {"forgotten": _("This browser does not let the page remember your answers.")}


def question_words() -> dict[str, str]:
    """What `question.js` says, by the name under which it finds it."""
    return {
        "check": _("Check"),
        "next": _("Next question"),
        "again": _("Try again"),
        "sure": _("I am sure"),
        "right": _("Right."),
        "wrong": _("Not yet."),
        "parts": _("%(found)s of %(all)s parts right."),
        "right-answer": _("Right answer"),
        "your-answer": _("Your answer"),
        "missed-answer": _("You missed this"),
        "choose": _("Choose an answer first."),
        "changed": _("This question has changed since you answered it."),
    }


def quiz_words() -> dict[str, str]:
    """What `quiz.js` says."""
    return {"key": _("Answer key")}


def entry_words() -> dict[str, str]:
    """What `entry.js` says."""
    return {
        "compare": _("Show the model answer"),
        "your-text": _("Write your answer, then compare."),
        "covered": _("%(found)s of %(all)s covered: tick what your answer holds."),
        "write": _("Write an answer first."),
        "no-number": _("That is no number; write one such as 1000, 0.5 or 1e3."),
        "other-unit": _("Write the number in %(unit)s."),
    }


def progress_words() -> dict[str, str]:
    """What `progress.js` says."""
    return {
        "progress": _("%(done)s of %(all)s · %(right)s right"),
        "due": _("%(due)s due again"),
        "view": _("Show"),
        "viewall": _("all %(count)s"),
        "viewmissed": _("only what I missed: %(count)s"),
        "viewdue": _("only what is due: %(count)s"),
        "viewnew": _("a few new ones: %(count)s"),
        "ask-again": _("Ask me these again"),
    }


def outcome_words() -> dict[str, str]:
    """What `outcome.js` says."""
    return {
        "result": _("Your result"),
        "headline": _(
            "%(right)s of %(count)s right, %(score)s of 100; the honest range is %(low)s–%(high)s."
        ),
        "sure-wrong": _("You were sure of %(sure)s that are wrong: read those first."),
        "before": _("%(date)s: %(right)s of %(all)s"),
        "restart": _("Start again"),
        "restart-question": _(
            "Ask all questions of this quiz again? Your result stays in the list of earlier ones."
        ),
        "reasons": _("Show all reasons"),
    }


def panel_words() -> dict[str, str]:
    """What `panel.js` says."""
    return {
        "intro": _("%(count)s questions, about %(minutes)s minutes."),
        "rule": _("You can change an answer until you hand in; verdicts and reasons come then."),
        "known": _("You have answered %(known)s of them before."),
        "form": _("Form %(form)s."),
        "limit": _("Time limit"),
        "no-limit": _("none"),
        "minutes": _("%(minutes)s minutes"),
        "start": _("Start"),
        "restart": _("Start again"),
        "other": _("Another form"),
        "print": _("Print"),
        "standing": _("%(done)s of %(all)s answered"),
        "flagged": _("%(count)s flagged"),
        "hand-in": _("Hand in"),
    }


def paper_words() -> dict[str, str]:
    """What `paper.js` says."""
    return {"form": _("Form %(form)s.")}


def clock_words() -> dict[str, str]:
    """What `clock.js` says."""
    return {
        "left": _("%(time)s left"),
        "over": _("%(time)s over"),
        "more": _("10 minutes more"),
        "time-up": _("The time is up. Hand in, or go on: the result will say so."),
    }


def attempt_words() -> dict[str, str]:
    """What `attempt.js` says."""
    return {
        "open-question": _(
            "Without an answer: %(open)s. What is not answered counts as not right. Hand in?"
        ),
    }


def sitting_words() -> dict[str, str]:
    """What `sitting.js` says."""
    return {"next": _("Next question"), "flag": _("Look at it again")}


def chooser_words() -> dict[str, str]:
    """What `chooser.js` says."""
    return {
        "size": _("Questions"),
        "of-page": _("the %(count)s of this page"),
        "drawn": _("%(count)s drawn from the banks"),
        "code": _("Form, if somebody gave you one"),
        "version": _("Version"),
        "take": _("Take this form"),
        "no-code": _(
            "Four of the digits 0–9 and letters a–f name a form, as 7f3a; or leave it empty."
        ),
    }


def claims_words() -> dict[str, str]:
    """What `claims.js` says."""
    return {
        "claim-of": _("The level that you claim in %(title)s"),
        "no-claim": _("Your claim …"),
    }


def result_words() -> dict[str, str]:
    """What `result.js` says."""
    return {
        "result": _("Your result"),
        "total": _(
            "Weighted score %(score)s of 100; with %(done)s answers the honest range is "
            "%(low)s–%(high)s."
        ),
        "so-far": _("%(done)s of %(all)s answered."),
        "holds": _("Your answers hold up to %(level)s."),
        "holds-none": _("Your answers do not hold a level yet."),
        "rule": _(
            "A level holds if at least four in five of its answers are right, and if all levels "
            "below it hold."
        ),
        "next-level": _("%(level)s: %(right)s of %(count)s right, %(more)s more would hold it."),
        "one-more": _("One more right answer in %(title)s would make it %(score)s of 100."),
        "legend": _("Line: your score. Band: its honest range. Dot: the level that you claim."),
        "of-count": _("%(right)s of %(count)s"),
        "met": _("fits your claim"),
        "below": _("below your claim"),
        "above": _("above your claim"),
    }


def bars_words() -> dict[str, str]:
    """What `bars.js` says."""
    return {"bar-text": _("%(title)s: %(share)s of 100, range %(low)s to %(high)s")}


def advice_words() -> dict[str, str]:
    """What `advice.js` says."""
    return {
        "read-first": _("Read first"),
        "sure-wrong": _("you were sure"),
        "sharpen": _("Sharpen the picture where it is weakest, with five more questions:"),
        "missed": _("What you missed"),
        "taken": _("Handed in on %(date)s, after %(minutes)s minutes."),
        "adopted": _("From the time before dates were kept."),
        "form": _("Form %(form)s."),
        "overtime": _("That is %(minutes)s minutes over your limit."),
        "known": _(
            "Practice: you had answered %(known)s of these %(all)s questions before, so it "
            "measures your memory, too."
        ),
        "differs": _(
            "The attempt before was %(gap)s points away; the change lies between %(low)s and "
            "%(high)s."
        ),
        "same": _(
            "It is %(gap)s points from the attempt before, but may be anything from %(low)s to "
            "%(high)s: these answers show no change."
        ),
        "history": _("Earlier attempts"),
        "earlier": _("%(date)s: %(right)s of %(all)s right"),
        "undated": _("earlier"),
        "download": _("Save this result as a file"),
    }


def data_words() -> dict[str, str]:
    """What `data.js` says."""
    return {
        "save": _("Save my answers as a file"),
        "load": _("Load a file"),
        "erase": _("Erase my answers"),
        "erase-question": _("Erase every answer that this browser has kept for this guide?"),
        "erased": _("Erased."),
        "loaded": _("Loaded. Where both had an answer, the newer one stays."),
        "not-loaded": _("This file does not hold answers of this guide; nothing was changed."),
    }


def budget_words() -> dict[str, str]:
    """What `budget.js` says."""
    return {"load": _("Load"), "over": _("over the limit")}


def calculation_words() -> dict[str, str]:
    """What `calculation.js` says."""
    return {
        "reset": _("Reset"),
        "copy": _("Copy as a table"),
        "copied": _("Copied."),
        "yes": _("yes"),
        "no": _("no"),
    }


def predict_words() -> dict[str, str]:
    """What `predict.js` says."""
    return {
        "guess": _("Your guess"),
        "lock": _("Lock my guess"),
        "said": _("You guessed %(guess)s; it is %(result)s."),
        "close": _("That is close."),
        "high": _("Your guess is %(off)s too high."),
        "low": _("Your guess is %(off)s too low."),
        "off": _("Look at the steps."),
    }


def plan_words() -> dict[str, str]:
    """What `plan.js` says."""
    return {
        "done": _("Done"),
        "hours": _("%(done)s of %(all)s h done"),
        "here": _("Start here."),
        "proven": _("Skip what it reads: your answers show it. What it builds stays."),
        "planned": _("In your plan: %(days)s."),
        "due": _("In your plan it was due on %(day)s."),
    }


def planner_words() -> dict[str, str]:
    """What `planner.js` says."""
    return {
        "basis": _("Begin"),
        "by-answers": _("with what my answers show"),
        "by-nothing": _("from zero"),
        "hours-week": _("Hours a week"),
        "start": _("First day"),
        "until": _("Up to"),
        "whole": _("the end of the path"),
        "days": _("Days on which you learn"),
        "breaks": _("Weeks off"),
        "from": _("from"),
        "to": _("to"),
        "add": _("Add"),
        "remove": _("Remove"),
        "no-hours": _("Plan 1 to 80 hours a week."),
        "no-end": _("This has no end within twenty years: plan more hours, or fewer weeks off."),
        "no-day": _("Choose a day that the calendar has."),
        "no-week": _("Leave one day of the week to learn on."),
        "no-break": _("Choose a first day, and a last one that does not come before it."),
    }


def profile_words() -> dict[str, str]:
    """What `profile.js` says."""
    return {"picture": _("Levels by sub-skill; the table below says the same.")}


def mine_words() -> dict[str, str]:
    """What `mine.js` says."""
    return {
        "here": _("You are here."),
        "profile": _("Claimed, shown, aimed at"),
        "part": _("Sub-skill"),
        "claimed": _("Claimed"),
        "shown": _("Shown"),
        "right": _("Right"),
        "aim": _("Aimed at"),
        "claim-key": _("what you claim"),
        "shown-key": _("what your first answers show"),
        "aim-key": _("what your plan leads to"),
        "few-answers": _("%(count)s answers; %(more)s more name a level"),
        "of-count": _("%(right)s of %(count)s"),
        "hours-title": _("Hours"),
        "hours": _("%(done)s of %(all)s h"),
        "whole": _("The whole path"),
        "due-title": _("Due today"),
        "due": _("%(count)s to answer again"),
        "late": _("%(title)s, planned until %(day)s"),
        "nothing-due": _("Nothing comes back today."),
        "quizzes": _("Quizzes"),
        "quiz": _("Quiz"),
        "answered": _("Answered"),
        "no-quiz": _("You have answered no quiz yet."),
        "history": _("Attempts"),
        "day": _("Day"),
        "known": _("%(known)s known before"),
        "undated": _("earlier"),
        "no-attempt": _("You have handed in no attempt yet."),
    }


def timetable_words() -> dict[str, str]:
    """What `timetable.js` says."""
    return {
        "ends": _("%(count)s units, %(hours)s h: you finish on %(end)s."),
        "nothing": _("Nothing is left to plan: every unit up to there is ticked."),
        "what-if": _("At another pace:"),
        "pace": _("%(hours)s h a week: %(end)s"),
        "when": _("When"),
        "what": _("What"),
        "hours": _("Hours"),
        "here": _("Start here."),
        "builds": _("Builds: %(what)s."),
        "proven": _("Skip what it reads: your answers show it. What it builds stays."),
        "all": _("plan all of it"),
        "left-out": _("Left out, since your answers show all that they teach:"),
        "review": _("Review: %(title)s"),
        "title": _("My plan: %(skill)s"),
        "from": _("From"),
        "to": _("To"),
        "ics": _("Save for my calendar (.ics)"),
        "md": _("Save as Markdown"),
        "csv": _("Save as a table (.csv)"),
        "print": _("Print"),
    }


def continue_words() -> dict[str, str]:
    """What `continue.js` says."""
    return {
        "next": _("Continue: %(title)s"),
        "units": _("%(done)s of %(all)s units done"),
        "all": _("All %(all)s units are done; this closes the path."),
        "until": _("planned until %(day)s"),
    }


def chains_words() -> dict[str, str]:
    """What `chains.js` says."""
    return {
        "next": _("Next: %(title)s"),
        "standing": _(
            "%(right)s of %(all)s questions right · %(whole)s of %(chains)s chains to their end"
        ),
    }


def filter_words() -> dict[str, str]:
    """What `filter.js` says."""
    return {
        "any": _("%(name)s: any"),
        "shown": _("%(some)s of %(all)s shown"),
        "order": _("Order"),
    }


def prompts_words() -> dict[str, str]:
    """What `prompts.js` says."""
    return {"all": _("Answer each line first."), "answer": _("Right answer: %(answer)s")}


#: What readers can tick.
PLANNED = {"guide-planned", "guide-plan"}

#: What the others share; it stands before them.
TOOLS = Script("tools", frozenset(), dict)

#: Where readers see what they have done.
READERS = {
    "quiz",
    "guide-attempt",
    "guide-result",
    "guide-continue",
    "guide-data",
    "guide-planner",
    "guide-mine",
    *PLANNED,
}

#: In the order in which they are loaded: types of questions before the questions.
SCRIPTS = tuple(
    Script(name, frozenset(marks), words, frozenset(later))
    for name, marks, words, later in (
        (
            "store",
            {
                "guide-question",
                "guide-result",
                "guide-claims",
                "guide-data",
                "guide-continue",
                "guide-chains",
                "guide-guess",
                "guide-planner",
                "guide-mine",
                *PLANNED,
            },
            store_words,
            (),
        ),
        ("later", {"guide-attempt", "quiz"}, dict, ()),
        ("history", {"guide-attempt", "guide-result"}, dict, {"quiz"}),
        ("blocks", {"block"}, dict, ()),
        ("question", {"guide-question"}, question_words, ()),
        ("entry", {"entry"}, entry_words, ()),
        ("prompts", {"prompts"}, prompts_words, ()),
        ("attempt", {"guide-attempt"}, attempt_words, ()),
        ("sitting", {"guide-attempt"}, sitting_words, ()),
        ("quiz", {"guide-question"}, quiz_words, ()),
        ("panel", {"guide-attempt"}, panel_words, ()),
        ("adopt", (), dict, {"guide-attempt"}),
        ("clock", (), clock_words, {"guide-attempt"}),
        ("paper", (), paper_words, {"pool"}),
        ("forms", (), dict, {"pool"}),
        ("chooser", (), chooser_words, {"pool"}),
        ("review", {"quiz", "guide-mine"}, dict, ()),
        ("progress", {"quiz"}, progress_words, ()),
        ("claims", {"guide-claims"}, claims_words, ()),
        (
            "scores",
            {"guide-result", "guide-planner", "guide-mine"},
            dict,
            {"guide-attempt", "quiz"},
        ),
        ("bars", {"guide-result"}, bars_words, {"guide-attempt"}),
        ("outcome", (), outcome_words, {"quiz"}),
        ("advice", {"guide-result"}, advice_words, {"guide-attempt"}),
        ("result", {"guide-result"}, result_words, {"guide-attempt"}),
        ("comeback", (), dict, {"guide-attempt"}),
        ("state", {"guide-data"}, dict, ()),
        ("data", {"guide-data"}, data_words, ()),
        ("budget", {"guide-budget"}, budget_words, ()),
        ("evaluate", {"guide-calculation"}, dict, ()),
        ("plot", {"guide-swept"}, dict, ()),  # before what it hears
        ("calculation", {"guide-calculation"}, calculation_words, ()),
        ("predict", {"guide-guess"}, predict_words, ()),
        ("plan", PLANNED, plan_words, ()),
        ("calendar", {"guide-planner"}, dict, ()),
        ("standing", {"guide-planner", "guide-mine"}, dict, ()),
        ("profile", {"guide-mine"}, profile_words, ()),
        ("mine", {"guide-mine"}, mine_words, ()),
        ("files", {"guide-planner"}, dict, ()),
        ("timetable", {"guide-planner"}, timetable_words, ()),
        ("planner", {"guide-planner"}, planner_words, ()),
        ("continue", {"guide-continue"}, continue_words, ()),
        ("chains", {"guide-chains"}, chains_words, ()),
        ("filter", {"guide-filter"}, filter_words, ()),
        ("terms", {"guide-term"}, dict, ()),
    )
)
