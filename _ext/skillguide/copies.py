"""What is written on one page and shown on another leads where the original leads."""

from collections.abc import Iterator
from typing import TypeVar

from docutils import nodes
from sphinx.addnodes import pending_xref, start_of_file
from sphinx.builders import Builder
from sphinx.environment import BuildEnvironment

E = TypeVar("E", bound=nodes.Element)


def copy_of(node: E, home: str, here: str, builder: Builder, name: str = "") -> E:
    """A copy for the page `here` of a node that stands on the page `home`. Its ids begin with a
    name, as writers number figures and formulas by their ids; without a name it has none.
    """
    copy = node.deepcopy()
    address = builder.get_relative_uri(here, home)
    for target in list(copy.findall(nodes.target)):
        target.parent.remove(target)
    for part in list(copy.findall(nodes.Element)):
        part["ids"] = [copied(id, name) for id in part["ids"]] if name else []
        if "refid" in part:
            lead_home(part, address)
        if isinstance(part, pending_xref):
            make_absolute(part)
            part["refdoc"], part["refwarn"] = here, False  # its own page warns
    return copy


def copied(id: str, name: str) -> str:
    """The id of a part of a copy."""
    return f"{name}--{id}"


def keep_numbers(copy: nodes.Element, home: str, here: str, env: BuildEnvironment) -> None:
    """Let figures and formulas in a copy have their numbers; `here` is the page around it."""
    known = {id for part in copy.findall(nodes.Element) for id in part["ids"]}
    numbers = env.toc_fignumbers.setdefault(here, {})
    for kind, given in env.toc_fignumbers.get(home, {}).items():
        new = {copied(id, copy["ids"][0]): number for id, number in given.items()}
        numbers.setdefault(kind, {}).update({id: new[id] for id in new.keys() & known})


def lead_home(node: nodes.Element, home: str) -> None:
    """Let a reference to a place on the page of the original lead there from a copy."""
    address = f"{home}#{node['refid']}"
    content = node.children
    if isinstance(node, nodes.footnote_reference):
        content = [nodes.superscript("", "", *content)]
    node.replace_self(nodes.reference("", "", *content, refuri=address, internal=True))


def make_absolute(reference: pending_xref) -> None:
    """Name a page from the top, so that a copied reference means the same page elsewhere."""
    target = reference["reftarget"]
    if reference["reftype"] == "doc" and not target.startswith("/"):
        folder = reference["refdoc"].rpartition("/")[0]
        reference["reftarget"] = "/" + f"{folder}/{target}".lstrip("/")


def elements(node: nodes.Element, page: str) -> Iterator[tuple[str, nodes.Element]]:
    """Every element below a node, each with the page on which it was written."""
    for child in node.children:
        if isinstance(child, nodes.Element):
            here = child["docname"] if isinstance(child, start_of_file) else page
            yield here, child
            yield from elements(child, here)
