"""Terms: what a glossary says of a word stands where the word is used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard

from docutils import nodes
from sphinx.addnodes import glossary, pending_xref

from .texts import first_sentence, readable


def key(name: str) -> str:
    """The key of a term; case does not matter."""
    return f"term:{' '.join(name.split()).lower()}"


def is_term(node: nodes.Node) -> TypeGuard[pending_xref]:
    """Whether a node refers to a term of a glossary."""
    return (
        isinstance(node, pending_xref)
        and node.get("refdomain") == "std"
        and node["reftype"] == "term"
    )


def keys_in(node: nodes.Node | None) -> set[str]:
    """The keys of the terms to which a node refers."""
    found = node.findall(pending_xref) if node else ()
    return {key(part["reftarget"]) for part in found if is_term(part)}


def is_entry(node: nodes.Node) -> TypeGuard[nodes.definition_list_item]:
    """Whether a node is an entry of a glossary."""
    return (
        isinstance(node, nodes.definition_list_item)
        and node.parent is not None
        and isinstance(node.parent.parent, glossary)
    )


def definitions(found: Iterable[nodes.Node]) -> dict[str, str]:
    """The first sentence of each entry of a glossary, by the HTML ids of its terms."""
    sentences: dict[str, str] = {}
    for entry in filter(is_entry, found):
        paragraph = next(entry.findall(nodes.paragraph), None)
        sentence = first_sentence(readable(paragraph)) if paragraph else ""
        terms = [term for term in entry.children if isinstance(term, nodes.term)]
        sentences |= {id: sentence for term in terms for id in term["ids"]}
    return sentences
