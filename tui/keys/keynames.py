"""The names of keys: as a person writes them, as Textual calls them, as help and key line show them.

"?"  or "question_mark"  ->  question_mark  ->  ?
"PgDn"                   ->  pagedown       ->  PgDn
"shift+n"                ->  N              ->  N
"""

import unicodedata

from textual.keys import KEY_NAME_REPLACEMENTS, REPLACED_KEYS, Keys, key_to_character

from ..text.sanitize import visible

_LABELS = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "home": "Home",
    "end": "End",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "insert": "Ins",
    "delete": "Del",
    "backspace": "Backspace",
    "enter": "Enter",
    "escape": "Esc",
    "tab": "Tab",
    "shift+tab": "⇧Tab",
    "space": "Space",
}
_MODIFIERS = ("ctrl", "alt", "shift", "super", "hyper", "meta")
# A terminal sends the same for both; this is the name under which Textual reports it.
_SAME = {"ctrl+i": "tab", "ctrl+m": "enter"}
_BY_LABEL = {label.lower(): key for key, label in _LABELS.items()}
# Textual's list holds inner signals besides keys.
_NAMED = frozenset(key.value for key in Keys if not key.value.startswith("<"))


def key_named(written: str) -> str | None:
    """Return Textual's name of a key that a person has written; None if there is no such key."""
    head, plus, key = written.strip().rpartition("+")
    if plus and not key and (not head or head.endswith("+")):
        # The key is '+' itself, as in 'ctrl++'.
        head, key = head.removesuffix("+"), plus
    modifiers = [modifier.strip().lower() for modifier in head.split("+")] if head else []
    if not set(modifiers) <= set(_MODIFIERS) or (found := _plain_key(key.strip())) is None:
        return None
    if modifiers == ["shift"] and len(found) == 1 and found.isalpha():
        # A terminal sends the capital.
        return found.upper()
    if modifiers and len(found) == 1:
        found = found.lower()
    name = "+".join([*(modifier for modifier in _MODIFIERS if modifier in modifiers), found])
    return _SAME.get(name, name)


def _plain_key(key: str) -> str | None:
    if key.lower() in _BY_LABEL:
        return _BY_LABEL[key.lower()]
    if len(key) == 1:
        return _character_key(key) if _is_seen(key) else None
    key = key.lower()
    character = _character(key)
    return key if key in _NAMED or (character is not None and _is_seen(character)) else None


def _is_seen(character: str) -> bool:
    """Return whether a character can be shown; those that change the direction of writing are on no key."""
    return character.isprintable() and visible(character) == character


def _character_key(character: str) -> str | None:
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name) or None


def _character(key: str) -> str | None:
    """Return the character that a key of Textual's types, if it types one."""
    return key_to_character(REPLACED_KEYS.get(key, key))


def label(key: str) -> str:
    """Return how one of Textual's keys is shown to the reader."""
    if key in _LABELS:
        return _LABELS[key]
    *modifiers, last = key.split("+")
    shown = _LABELS.get(last) or _character(last) or last.capitalize()
    if modifiers and len(shown) == 1:
        # Terminals do not know the case of a letter with Ctrl; it is customary to write the capital.
        shown = shown.upper()
    return "+".join([*(modifier.capitalize() for modifier in modifiers), shown])
