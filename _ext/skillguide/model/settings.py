"""What a site may set: each field is the config value `guide_<name>`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Speeds, limits and tolerances of the checks. The defaults are this project's experience; the
    reference of checks says where each one comes from.
    """

    #: Words of running text that are studied in a minute: two thirds of the speed of easy reading.
    words_a_minute: int = 150
    #: Minutes for each figure and table, and for each question with its reasons.
    figure_minutes: float = 1
    question_minutes: float = 2
    #: Hours a week, for which the number of weeks is said.
    weekly_hours: tuple[int, ...] = (5, 10, 20)
    #: How many hours what a unit names may be off its own hours.
    hours_off: float = 0.5
    #: Questions on each level, in a bank that is large enough for that.
    questions_each_level: int = 4
    #: How many questions a sub-skill may be off its share: authors write one at a time.
    questions_off: int = 2
    #: Options of a choice, at least and at most; two are allowed where one is right.
    option_number: tuple[int, int] = (3, 5)
    #: Choice questions of a quiz, below which its figures are chance.
    choices_to_compare: int = 8
    #: How far picking the longest option may be above guessing.
    longest_option: float = 0.1
    #: How many times as long as a wrong option a right one may be, at least and at most.
    length_ratio: tuple[float, float] = (0.8, 1.25)
    #: How far the share of keys at one place may be above guessing.
    key_position: float = 0.25
    #: Units of the site's own, each a name or a definition that pint reads: `("GPU", "USD = EUR")`.
    units: tuple[str, ...] = ()


def types_of(default: object) -> tuple[type, ...]:
    """The types that a setting may have: numbers of both kinds, lists for tuples."""
    return (int, float) if isinstance(default, int | float) else (tuple, list)
