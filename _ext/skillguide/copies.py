"""What is written on one page and shown on another leads where the original leads."""

from typing import TypeVar

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.builders import Builder

E = TypeVar("E", bound=nodes.Element)


def copy_of(node: E, home: str, here: str, builder: Builder) -> E:
    """A copy for the page `here` of a node that stands on the page `home`, without its ids."""
    copy = node.deepcopy()
    address = builder.get_relative_uri(here, home)
    for target in list(copy.findall(nodes.target)):
        target.parent.remove(target)
    for part in list(copy.findall(nodes.Element)):
        part["ids"] = []
        if "refid" in part:
            lead_home(part, address)
        if isinstance(part, pending_xref):
            make_absolute(part)
            part["refdoc"] = here
    return copy


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
