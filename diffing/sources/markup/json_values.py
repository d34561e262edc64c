"""JSON parsed safely: what is wrong with it is an UnreadableError, also where it nests without bound."""

import json
from typing import Any

from diffing.sources.limits import UnreadableError


def parsed_json(text: str) -> Any:
    """Return the value that a JSON text spells. Raises UnreadableError."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise UnreadableError(f"is not valid JSON at line {error.lineno}: {error.msg}") from None
    except RecursionError:
        raise UnreadableError("is JSON that nests too deep") from None
    except ValueError:  # a number of thousands of digits
        raise UnreadableError("is JSON with a number that is too long") from None
