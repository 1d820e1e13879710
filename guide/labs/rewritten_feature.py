"""Lab: one feature, written once for training and again for the service. Seeded; under a second."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scores import auc, fit_logistic, log_loss, probability

Floats = NDArray[np.float64]


class Loans(NamedTuple):
    """One element for each applicant: two amounts in EUR, and whether the loan failed."""

    income: Floats  # NaN where the applicant left the field empty
    debt: Floats
    failed: NDArray[np.bool_]


def make_loans(seed: int = 11, loans: int = 20_000) -> Loans:
    """Return made-up loans that fail by the ratio of debt to income; 15% do not state the income.

    The missing ones are missing at random, so the gap itself says nothing about the outcome.
    """
    rng = np.random.default_rng(seed)
    income = rng.lognormal(10, 0.7, loans)
    missing = rng.random(loans) < 0.15
    debt = rng.lognormal(9, 0.8, loans)
    chance = 1 / (1 + np.exp(-(1.2 * np.log(debt / income) + 0.4)))
    failed = rng.random(loans) < chance
    return Loans(np.where(missing, np.nan, income), debt, failed)


def feature(loans: Loans, default: float, base: float = np.e) -> Floats:
    """Return log(debt / income) to `base`; `default` (EUR) stands in for a missing income."""
    income = np.where(np.isnan(loans.income), default, loans.income)
    return np.log(loans.debt / income) / np.log(base)


def run(seed: int = 11) -> dict[str, float]:
    """Return AUC, accuracy, mean score (0 to 1) and log loss (nats) of one model on four inputs.

    The model learns from the first half: the median fills a gap, the logarithm is natural. On the
    second half the service computes the `same` feature, or with the `default` 1 EUR for a gap, or
    with `log10`, or `rewritten` with both. `failed_share` is the outcome that the scores predict,
    and `…_refused` the share of loans that a threshold of 0.3 refuses.
    """
    loans = make_loans(seed)
    half = len(loans.debt) // 2
    median = float(np.nanmedian(loans.income))
    weights = fit_logistic(feature(loans, median)[:half, None], loans.failed[:half])
    failed = loans.failed[half:]
    numbers = {"failed_share": float(failed.mean())}
    for name, default, base in (
        ("same", median, np.e),
        ("default", 1.0, np.e),
        ("log10", median, 10.0),
        ("rewritten", 1.0, 10.0),
    ):
        p = probability(weights, feature(loans, default, base)[half:, None])
        numbers[f"{name}_auc"] = auc(failed, p)
        numbers[f"{name}_accuracy"] = float(np.mean((p > 0.5) == failed))
        numbers[f"{name}_refused"] = float(np.mean(p > 0.3))
        numbers[f"{name}_mean_score"] = float(p.mean())
        numbers[f"{name}_log_loss"] = log_loss(failed, p)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
