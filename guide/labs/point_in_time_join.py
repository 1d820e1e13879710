"""Lab: what joining the latest value does to a fraud model. Seeded; runs in under a second."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scores import auc, fit_logistic, log_loss, probability

SNAPSHOT_DAYS = (-30, -1, 5)  # counted from the payment; the last one knows the outcome
FEATURES = ["newness", "disputes"]
WEIGHTS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.2, 1.6, 2.0)  # of disputes alone


def make_tables(seed: int = 7, customers: int = 4_000) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the payments, one row for each customer, and the snapshots, three rows for each.

    Payments: customer, at (the day of the payment), newness of the account, fraud (the label).
    Snapshots: customer, snapshot_at (readable from then on), disputes. Indexes without a unit.
    """
    rng = np.random.default_rng(seed)
    risk = rng.normal(size=customers)  # the common cause; no model sees it
    fraud = (rng.random(customers) < 1 / (1 + np.exp(1.5 - 1.2 * risk))).astype(int)
    at = pd.Timestamp("2026-01-01") + pd.to_timedelta(rng.integers(60, 300, customers), unit="D")
    customer, newness = np.arange(customers), risk + rng.normal(size=customers)
    snapshots = []
    for day in SNAPSHOT_DAYS:
        disputes = 0.5 * risk + rng.normal(size=customers)
        if day > 0:
            disputes += 2.0 * fraud  # the chargeback of this payment counts as a dispute
        columns = {"customer": customer, "snapshot_at": at + pd.Timedelta(days=day)}
        snapshots.append(pd.DataFrame(columns | {"disputes": disputes}))
    payments = pd.DataFrame({"customer": customer, "at": at, "newness": newness, "fraud": fraud})
    return payments, pd.concat(snapshots, ignore_index=True)


def latest_value_join(payments: pd.DataFrame, snapshots: pd.DataFrame) -> pd.DataFrame:
    """Return the payments, each with its customer's newest snapshot: the leak."""
    newest = snapshots.sort_values("snapshot_at").drop_duplicates("customer", keep="last")
    return payments.merge(newest, on="customer", how="left")


def point_in_time_join(payments: pd.DataFrame, snapshots: pd.DataFrame) -> pd.DataFrame:
    """Return the payments, each with its newest snapshot not later than the payment."""
    asks, values = payments.sort_values("at"), snapshots.sort_values("snapshot_at")
    return pd.merge_asof(asks, values, left_on="at", right_on="snapshot_at", by="customer")


def loss_of(weight: float, disputes: pd.Series, fraud: pd.Series) -> float:
    """Return the log loss of scores with this weight and a mean equal to the share of fraud."""
    low, high = -20.0, 20.0  # the intercept lies between
    for _ in range(50):  # halve the range
        middle = (low + high) / 2
        p = probability(np.array([weight, middle]), disputes)
        low, high = (middle, high) if p.mean() < fraud.mean() else (low, middle)
    return log_loss(fraud, p)


def run(seed: int = 7) -> dict[str, float]:
    """Return the numbers of the pages: AUC, log loss in nats, weights, shares, rows.

    Models train on the earlier 70% of the payments. `offline` scores them on later rows of their
    own table, `served` on later rows as the service sees them: joined at the payment's time;
    `weight_…_loss` is what another weight of disputes alone would cost there.
    """
    payments, snapshots = make_tables(seed)
    split = payments["at"].quantile(0.7)
    leaky, honest = latest_value_join(payments, snapshots), point_in_time_join(payments, snapshots)
    served = honest[honest["at"] >= split]
    share = float(payments["fraud"].mean())
    numbers = {"fraud_share": share, "test_rows": float(len(served))}
    numbers["constant_log_loss"] = log_loss(served["fraud"], np.full(len(served), share))
    known = served["disputes"], served["fraud"]
    numbers |= {f"weight_{weight}_loss": loss_of(weight, *known) for weight in WEIGHTS}
    for join, table in (("leaky", leaky), ("honest", honest)):
        numbers[f"{join}_future_share"] = float((table["snapshot_at"] > table["at"]).mean())
        train, offline = table[table["at"] < split], table[table["at"] >= split]
        for name, features in ((join, FEATURES), (f"{join}_single", ["disputes"])):
            weights = fit_logistic(train[features], train["fraud"])
            for feature, weight in zip(features, weights, strict=False):
                numbers[f"{name}_weight_{feature}"] = float(weight)
            for place, test in (("offline", offline), ("served", served)):
                p = probability(weights, test[features])
                numbers[f"{name}_{place}_auc"] = auc(test["fraud"], p)
                numbers[f"{name}_{place}_log_loss"] = log_loss(test["fraud"], p)
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.3f}")
