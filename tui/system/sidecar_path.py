"""The place of a reader's review: beside the right article.

tuesday.txt      tuesday.txt.newsdiff.json
"""

import os

SUFFIX = ".newsdiff.json"


def beside(article: str | None) -> str | None:
    """Return the path of the review beside an article; None for an article that is no file of the file system."""
    return f"{article}{SUFFIX}" if article and os.path.isfile(article) else None
