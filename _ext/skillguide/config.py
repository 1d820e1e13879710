"""The settings of a site: config values, and the kinds of records that it declares."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.domains import ObjType
from sphinx.errors import ConfigError
from sphinx.roles import XRefRole

from .calculations import units
from .directives import DIRECTIVES, site_directives
from .directives.questions import QuestionDirective
from .domain import GuideDomain
from .model import Settings
from .model.settings import types_of
from .parse import read_kinds
from .render.summaries import SUMMARIES

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config


def add_settings(app: Sphinx) -> None:
    """Register every setting. What pages show of one stands in their digest (see `outdated`), so
    that none needs a page to be read again, but for the kinds: they are directives.
    """
    for field in fields(Settings):
        app.add_config_value(f"guide_{field.name}", field.default, "", types_of(field.default))
    app.add_config_value("guide_record_kinds", {}, "env", (dict, tuple))


def check_units(app: Sphinx, config: Config) -> None:
    """Refuse a unit of the site that cannot be read."""
    try:
        if config.guide_units:
            units(tuple(config.guide_units))
    except ValueError as error:
        raise ConfigError(f"guide_units: {error}") from error


def add_kinds(app: Sphinx, config: Config) -> None:
    """Give each kind of record its directive, its role, and a place in the search."""
    try:
        config.guide_record_kinds = read_kinds(config.guide_record_kinds)
        for kind in config.guide_record_kinds:
            if kind.name in {*DIRECTIVES, *SUMMARIES, *site_directives(()), "page", "term"}:
                raise ValueError(f"kind '{kind.name}': there is a directive of that name")
            if kind.question in QuestionDirective.option_spec:
                option = f"`:{kind.question}:`"
                raise ValueError(f"kind '{kind.name}': questions have an option {option} already")
    except ValueError as error:
        raise ConfigError(f"guide_record_kinds: {error}") from error
    for name, directive in site_directives(config.guide_record_kinds).items():
        app.add_directive_to_domain(GuideDomain.name, name, directive)
    types = app.registry.domain_object_types.setdefault(GuideDomain.name, {})
    for kind in config.guide_record_kinds:
        app.add_role_to_domain(GuideDomain.name, kind.name, XRefRole(innernodeclass=nodes.inline))
        types[kind.name] = ObjType(kind.name, kind.name)
