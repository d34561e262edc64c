"""Textual's stylesheets applied faster: what the rules give a widget is found once for all apps of a process.

    two apps, each with a Button in a Screen     Textual: checks each rule against each of the two
                                                 here:    the second takes what was found for the first

Textual checks every rule against a widget and its ancestors, for each part of the widget too, at each start and each
change of the focus. That took a third of the time of the tests of the screen. A rule looks at nothing but types, ids,
classes and states such as `:focus` from the app down to the widget (`_seen_by_rules`). Where these are the same, so is
what the rules give.
"""

from dataclasses import dataclass
from itertools import count
from typing import Any

from textual.css.styles import RenderStyles
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode

# What rules look at: the number of the stylesheet, and of each node from the app down all that a rule asks for.
Seen = tuple[object, ...]

_APPLY = Stylesheet.apply
# What Textual notes at a node while it applies rules: whether any of them has `:hover`, and so on.
_NOTES = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")
# Where this module notes at a node what its rules saw last, and at a stylesheet what its rules are.
_LAST = "_last_of_these_tests"
# States of the whole app, which every widget of it has.
_OF_THE_APP = {"dark", "light", "inline", "ansi", "nocolor"}


@dataclass(frozen=True)
class _Sheet:
    """The rules of a stylesheet, the number of these rules, and the states that any of them asks for."""

    rules: list[Any]
    number: int
    states: frozenset[str]


# What the rules give, and what Textual notes, by what the rules see.
_GIVEN: dict[Seen, tuple[Any, dict[str, bool]]] = {}
# The rules of a new node when they are set, which turns some values into others.
_SET: dict[Seen, Any] = {}
# Stylesheets by the identities of their rules, which are kept here so that no other rule gets such an identity.
_SHEETS: dict[tuple[int, ...], _Sheet] = {}
_NUMBERS = count()


def apply(self: Stylesheet, node: DOMNode, *, animate: bool = False, cache: object = None) -> None:
    """Give a node what the rules say; in the place of Textual's `Stylesheet.apply`."""
    seen = _seen_by_rules(self, node)
    is_same = vars(node).get(_LAST) == seen
    setattr(node, _LAST, seen)
    base = node.styles.base
    # The setting of a style tells a node that is on the screen already.
    is_new = not base._rules and not node._is_mounted
    if seen not in _GIVEN:
        given: dict[Any, Any] = {}
        _APPLY(self, node, animate=animate, cache=given)
        # Textual says what it gave, unless a rule asks for the place among siblings.
        for rules in given.values():
            _GIVEN[seen] = rules, {name: getattr(node, name) for name in _NOTES}
            if is_new:
                _SET[seen] = base.get_rules()
        return
    rules, notes = _GIVEN[seen]
    vars(node).update(notes)
    if is_new and seen in _SET:
        base.merge_rules(_SET[seen])
        node._nodes.updated()
        node.notify_style_update()
    elif not is_same or base._rules != _SET.get(seen, rules):
        # Without a transition nothing is animated, and Textual would ask for all styles before and after.
        self.replace_rules(node, rules, animate=animate and "transitions" in rules)
    elif not animate:
        node.notify_style_update()
    if not is_same:
        self._process_component_classes(node)


class _Parts(dict[str, RenderStyles]):
    """The styles of the parts of a node, each of which is made when it is asked for first: most never are."""

    def __init__(self, stylesheet: Stylesheet, node: DOMNode) -> None:
        super().__init__()
        self._stylesheet, self._node = stylesheet, node

    def __contains__(self, part: object) -> bool:
        return part in self._node._get_component_classes()

    def __missing__(self, part: str) -> RenderStyles:
        virtual_node = DOMNode(classes=part)
        virtual_node._attach(self._node)
        seen = _seen_by_rules(self._stylesheet, virtual_node)
        # A state that changed since the rules were applied to the node belongs to what they will give it next.
        is_as_noted = seen in _GIVEN or seen[:-1] == _seen_by_rules(self._stylesheet, self._node)
        (apply if is_as_noted else _APPLY)(self._stylesheet, virtual_node)
        self[part] = virtual_node.styles
        return virtual_node.styles


def process_component_classes(self: Stylesheet, node: DOMNode) -> None:
    """Have the parts of a node styled as the rules say; in the place of the method of Textual's `Stylesheet`."""
    before = node._component_styles
    node._component_styles = _Parts(self, node)
    # What nobody has asked for is not on the screen.
    if any(node._component_styles[part] != styles for part, styles in before.items()):
        node.refresh()


def _seen_by_rules(stylesheet: Stylesheet, node: DOMNode) -> Seen:
    """Return all that decides which rules hold for a node."""
    if type(node) is DOMNode and node._parent is not None:
        # A part of a widget, which was looked at just before.
        return (*vars(node._parent)[_LAST], next(iter(node._classes)))
    sheet = _sheet(stylesheet)
    found: list[object] = [sheet.number]
    for each in node.css_path_nodes:
        asked = sheet.states if each._parent is None else sheet.states - _OF_THE_APP
        states: Any = each._PSEUDO_CLASSES
        found.append((type(each), each.id, frozenset(each._classes)))
        found.append(tuple(name for name in asked if name in states and states[name](each)))
    return tuple(found)


def _sheet(stylesheet: Stylesheet) -> _Sheet:
    """Return the rules of a stylesheet, and what they ask for."""
    rules = stylesheet.rules
    last: _Sheet | None = vars(stylesheet).get(_LAST)
    if last is None or last.rules is not rules:
        key = tuple(map(id, rules))
        if key not in _SHEETS:
            selectors = [one for rule in rules for several in rule.selector_set for one in several.selectors]
            states = frozenset(name for one in selectors for name in one.pseudo_classes)
            _SHEETS[key] = _Sheet(list(rules), next(_NUMBERS), states)
        last = _Sheet(rules, _SHEETS[key].number, _SHEETS[key].states)
        setattr(stylesheet, _LAST, last)
    return last
