"""From the guide to files that other systems read."""

from .data import guide_data
from .files import gift_files, questions
from .gift import check_gift

__all__ = ["check_gift", "gift_files", "guide_data", "questions"]
