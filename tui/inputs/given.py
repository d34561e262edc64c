"""Articles that the command line names: two files, or the two wordings of one document.

a.html b.txt     two articles
draft.docx       its original and its final wording
"""

import argparse

from diffing.model import Pair
from diffing.sources.plain import Source
from diffing.sources.registry import ReadOptions, Revisions

from .text_files import read_both, read_wordings


def given(options: argparse.Namespace, may_wait: bool = True) -> Pair[Source]:
    """Return the texts or articles to compare. Raises ReadError."""
    how = read_options(options)
    if options.right is None:
        return read_wordings(options.left, how, options.max_bytes, may_wait)
    return read_both(Pair(options.left, options.right), how, options.max_bytes, may_wait)


def read_options(options: argparse.Namespace) -> ReadOptions:
    """Return how the options of the command line want files read."""
    revisions = Revisions(options.revisions) if options.revisions else Revisions.FINAL
    return ReadOptions(options.encoding, options.format_in, revisions, options.item)
