"""What of a page is hidden, by the means that Sphinx offers to authors."""

from collections.abc import Iterator, Mapping
from typing import Any

from docutils import nodes
from sphinx.environment import BuildEnvironment

#: A kind of block that hides, and its condition.
Condition = tuple[str, str]


def condition_of(node: nodes.Node) -> Condition | None:
    """The condition under which a block shows what stands in it; None if it always does.

    `ifconfig` and `todo` belong to extensions of Sphinx that a project may not load.
    """
    if not isinstance(node, nodes.Element):
        return None
    if node.tagname in ("only", "ifconfig"):
        return node.tagname, node["expr"]
    return (node.tagname, "") if node.tagname == "todo_node" else None


def holds(condition: Condition, env: BuildEnvironment) -> bool:
    """Whether a condition holds in this build; one that cannot be read does, as in Sphinx."""
    kind, expression = condition
    config = env.config
    try:
        if kind == "only":
            return env._tags.eval_condition(expression)
        if kind == "todo_node":
            return bool(config.todo_include_todos)
        values: dict[str, Any] = {value.name: value.value for value in config}
        return bool(eval(expression, values | {"builder": env._builder_cls.name}))  # as Sphinx does
    except Exception:
        return True


def conditions(document: nodes.document, env: BuildEnvironment) -> dict[Condition, bool]:
    """The conditions of a page, and whether each holds in this build."""
    found = {condition for node in document.findall() if (condition := condition_of(node))}
    return {condition: holds(condition, env) for condition in sorted(found)}


def visible(node: nodes.Node, known: Mapping[Condition, bool]) -> Iterator[nodes.Node]:
    """A node and all nodes in it that readers of this build can see, in document order."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        condition = condition_of(node)
        if not isinstance(node, nodes.comment) and (condition is None or known[condition]):
            yield node
            waiting += reversed(node.children)
