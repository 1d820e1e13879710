"""The directive that lists what readers of a page can do afterwards."""

from docutils import nodes

from ..model import Objective, Rule
from .base import GuideDirective


class ObjectivesDirective(GuideDirective):
    """A list; each entry is a link to the place on the same page that teaches it."""

    optional_arguments = 0

    def run(self) -> list[nodes.Node]:
        body = self.parse_content_to_nodes()
        for entry in [entry for node in body for entry in node.findall(nodes.list_item)]:
            link = next(entry.findall(nodes.reference), nodes.reference())
            place = link.get("refuri", "")
            if place.startswith("#"):
                entry["declares"] = [Objective(place[1:], self.location(entry.line))]
            else:
                message = "an objective is a link to what teaches it: `- [verb and object](#place)`"
                self.report(Rule.OBJECTIVE, message, entry.line)
        return body
