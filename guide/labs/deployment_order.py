"""Lab: four parts of one change, deployed in each of 24 orders. Exact; runs in under a second."""

from __future__ import annotations

from itertools import permutations, product

PARTS = ("schema", "client", "features", "model")
REPLICAS = 10  # of each part; one switches after the other
REQUESTS = 1_000  # between one switch and the next
NEVER = 1  # tenths of the clients that stay old in the runs with old apps

Pair = tuple[tuple[str, bool], tuple[str, bool]]  # two parts, each with "is new"


def needs(reader: str, writer: str) -> tuple[Pair, Pair]:
    """Return two broken pairs: a new reader with an old writer, and an old one with a new one."""
    return ((reader, True), (writer, False)), ((reader, False), (writer, True))


LINKS = [needs("client", "schema"), needs("features", "schema"), needs("model", "features")]
CHANGES = {
    "adding": [new_reader for new_reader, _old in LINKS],
    "removing": [old_reader for _new, old_reader in LINKS],
    "renaming": [pair for link in LINKS for pair in link],
}


def broken_share(new: dict[str, float], pairs: list[Pair]) -> float:
    """Return the chance that a request meets a broken pair; `new` is each part's new share."""
    total = 0.0
    for versions in product((False, True), repeat=len(PARTS)):
        met = dict(zip(PARTS, versions, strict=True))
        if any(met[a] == is_a and met[b] == is_b for (a, is_a), (b, is_b) in pairs):
            chance = 1.0
            for part in PARTS:
                chance *= new[part] if met[part] else 1 - new[part]
            total += chance
    return total


def roll(order: tuple[str, ...], pairs: list[Pair], old_clients: int = 0) -> float:
    """Return the broken requests of a rollout, one part after the other, one replica at a time."""
    new, broken = dict.fromkeys(PARTS, 0.0), 0.0
    for part in order:
        last = REPLICAS - old_clients if part == "client" else REPLICAS
        for replica in range(1, REPLICAS + 1):
            new[part] = min(replica, last) / REPLICAS
            broken += REQUESTS * broken_share(new, pairs)
    return broken


def together(pairs: list[Pair]) -> float:
    """Return the broken requests if one replica of each of the four parts switches at a time."""
    shares = (replica / REPLICAS for replica in range(1, REPLICAS + 1))
    broken = sum(broken_share(dict.fromkeys(PARTS, share), pairs) for share in shares)
    return REQUESTS * len(PARTS) * broken


def run() -> dict[str, float]:
    """Return for each change its safe orders and the broken requests, of 40,000 in a rollout.

    `…_along` is the order of `PARTS`, `…_against` its reverse, `…_best` and `…_worst` are of all
    24 orders, `…_together` rolls all parts at once; `…_old_apps` keeps a tenth of old clients;
    `two_steps` adds along the order and then removes against it.
    """
    numbers: dict[str, float] = {"requests": float(REQUESTS * REPLICAS * len(PARTS))}
    for name, pairs in CHANGES.items():
        each = {order: roll(order, pairs) for order in permutations(PARTS)}
        numbers[f"{name}_safe"] = float(sum(broken < 0.5 for broken in each.values()))
        numbers[f"{name}_along"], numbers[f"{name}_against"] = each[PARTS], each[PARTS[::-1]]
        numbers[f"{name}_best"], numbers[f"{name}_worst"] = min(each.values()), max(each.values())
        numbers[f"{name}_together"] = together(pairs)
        late = [roll(order, pairs, NEVER) for order in permutations(PARTS)]
        numbers[f"{name}_safe_old_apps"] = float(sum(broken < 0.5 for broken in late))
        numbers[f"{name}_best_old_apps"] = min(late)
    numbers["two_steps"] = roll(PARTS, CHANGES["adding"]) + roll(PARTS[::-1], CHANGES["removing"])
    return numbers


if __name__ == "__main__":
    for key, number in run().items():
        print(f"{key:30} {number:9.0f}")
