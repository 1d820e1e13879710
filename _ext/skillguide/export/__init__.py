"""From the guide to files that other systems read."""

from .data import guide_data
from .gift import gift_quiz

__all__ = ["gift_quiz", "guide_data"]
