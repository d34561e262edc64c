"""The place of a reader's review: beside the right article, where it is no article itself.

tuesday.txt      tuesday.txt.newsdiff.json
"""

import os

SUFFIX = ".newsdiff.json"


def beside(article: str | None) -> str | None:
    """Return the path of the review beside an article; None for an article that is no file of the file system."""
    return f"{article}{SUFFIX}" if article and os.path.isfile(article) else None


def is_no_article(name: str) -> bool:
    """Return whether a file or folder is no article by its name: it is hidden, or the review of an article."""
    return name.startswith(".") or name.endswith(SUFFIX)
