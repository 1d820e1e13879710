"""The labs as the tests use them: imported once, run once."""

import functools
import importlib
import os
import sys
from types import ModuleType

import pytest
from conftest import ROOT

LABS = ROOT / "guide" / "labs"
ENVIRONMENT = {**os.environ, "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}


@functools.cache
def lab(name: str) -> ModuleType:
    """The module of a lab, imported as its neighbours in `guide/labs` import each other."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "dont_write_bytecode", True)
        patch.syspath_prepend(LABS)
        return importlib.import_module(name)


@functools.cache
def numbers(name: str, seed: int | None = None) -> dict[str, float]:
    """What a lab computes, with its own seed unless told otherwise; each only once."""
    return lab(name).run() if seed is None else lab(name).run(seed)
