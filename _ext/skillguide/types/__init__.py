"""The types of questions: each is one class in one file, and stands in this table."""

from .base import PageType, Visitors
from .choice import Choice
from .matching import Matching
from .numeric import Numeric
from .open import Open
from .ordering import Ordering
from .text import Text
from .trace import Trace

TYPES: dict[str, PageType] = {
    type.name: type
    for type in (Choice(), Numeric(), Text(), Trace(), Open(), Ordering(), Matching())
}

#: The type of a question that names none.
DEFAULT = TYPES["choice"]

#: What writes the nodes of all types as HTML.
VISITORS: Visitors = {
    node: visitors for type in TYPES.values() for node, visitors in type.visitors.items()
}

__all__ = ["DEFAULT", "TYPES", "VISITORS", "PageType"]
