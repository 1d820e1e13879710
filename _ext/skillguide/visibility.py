"""What of a page is hidden, by the means that Sphinx offers to authors."""

from collections.abc import Iterator
from typing import Any, TypeGuard

from docutils import nodes
from sphinx.environment import BuildEnvironment

#: A kind of block that hides, and its condition.
Condition = tuple[str, str]


def condition_of(node: nodes.Element) -> Condition | None:
    """The condition under which a block shows what stands in it; None if it always does.

    `ifconfig` and `todo` belong to extensions of Sphinx that a project may not load.
    """
    if node.tagname in ("only", "ifconfig"):
        return node.tagname, node["expr"]
    return (node.tagname, "") if node.tagname == "todo_node" else None


def holds(condition: Condition, env: BuildEnvironment) -> bool:
    """Whether a condition holds in this build; one that cannot be read does, as in Sphinx."""
    kind, expression = condition
    config = env.config
    try:
        if kind == "only":
            return bool(tags_of(env).eval_condition(expression))
        if kind == "todo_node":
            return bool(config.todo_include_todos)
        values: dict[str, Any] = {value.name: value.value for value in config}
        return bool(eval(expression, values | {"builder": builder_of(env)}))  # as Sphinx does
    except Exception:
        return True


def tags_of(env: BuildEnvironment) -> Any:
    """The tags of this build; before Sphinx 9, only the application knew them."""
    return env._tags if hasattr(env, "_tags") else env.app.tags


def builder_of(env: BuildEnvironment) -> str:
    """The name of this build's builder, likewise."""
    return env._builder_cls.name if hasattr(env, "_builder_cls") else env.app.builder.name


def hide(document: nodes.document, env: BuildEnvironment) -> dict[Condition, bool]:
    """Mark the blocks of a page that this build hides; return its conditions and what they gave."""
    known: dict[Condition, bool] = {}
    for node in document.findall(nodes.Element):
        if condition := condition_of(node):
            known.setdefault(condition, holds(condition, env))
            node["hidden"] = not known[condition]
    return known


def is_hidden(node: nodes.Node) -> TypeGuard[nodes.Element]:
    """Whether readers of this build do not see a node."""
    if isinstance(node, nodes.comment):
        return True
    return isinstance(node, nodes.Element) and bool(node.get("hidden"))


def visible(node: nodes.Node) -> Iterator[nodes.Node]:
    """A node and all nodes in it that readers of this build can see, in document order."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if not is_hidden(node):
            yield node
            waiting += reversed(node.children)
