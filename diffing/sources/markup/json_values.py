"""JSON parsed safely: what is wrong with it is an UnreadableError, also where it nests without bound."""

import json
from typing import Any

from diffing.sources.limits import UnreadableError


def parsed_json(text: str, line: int = 1) -> Any:
    """Return the value that a JSON text spells; it begins in that line of its file. Raises UnreadableError."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"is not valid JSON at line {error.lineno + line - 1}: {error.msg}") from None
    except RecursionError:
        raise UnreadableError("is JSON that nests too deep") from None
    except ValueError:  # a number of thousands of digits
        raise UnreadableError("is JSON with a number that is too long") from None
