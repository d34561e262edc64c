"""The subjects that the ledger did not look for, in whole sentences.

    looked for only in part
      Not looked for in German: names, negations and causes. Numbers and dates are looked for in figures, but not in
      words.

The verdict comes first: a narrow screen may show no more than the beginning.

The report and the screen say the same.
"""

from collections.abc import Sequence

from diffing.ledger.core.model import Ledger, Subject

from .languages import language_name

IN_PART = "looked for only in part"
"""The remark beside a result, or in its place, if some subjects were not looked for."""

# Of two languages, names and numbers are compared with care: what is left out of them.
_OF_TRANSLATIONS = (
    "Misspelt names are looked for within one alphabet only. Numbers in words are compared from three up, but one that "
    "only one article has is not looked for."
)

# The name of each subject in the plural.
_PLURALS = {
    Subject.NUMBER: "numbers",
    Subject.DATE: "dates",
    Subject.NAME: "names",
    Subject.QUOTATION: "quotations",
    Subject.NEGATION: "negations",
    Subject.CERTAINTY: "words of certainty",
    Subject.CAUSE: "causes",
    Subject.ATTRIBUTION: "attributions",
    Subject.SOURCE: "sources",
    Subject.CORRECTION: "corrections",
    Subject.HEADLINE: "headlines",
    Subject.CONTENT: "words that turn a sentence",
}


# Of a translation, the clearest of these are looked for.
_IN_TRANSLATIONS = {
    Subject.QUOTATION: "quotations but for their length",
    Subject.NEGATION: "most negations",
    Subject.CONTENT: "most words that turn a sentence",
}


def coverage(ledger: Ledger) -> str:
    """Return what the ledger did not look for, in whole sentences; empty if it looked for everything."""
    # Figures are read in every language, but compared with those of the same language only.
    has_figures = not all(subject in ledger.uncovered for subject in Subject)
    names = _PLURALS | (_IN_TRANSLATIONS if _is_translation(ledger) else {})
    words = [names[subject] for subject in ledger.uncovered if not (has_figures and subject.has_figures)]
    figures = [_PLURALS[subject] for subject in ledger.uncovered if has_figures and subject.has_figures]
    where, reason = _languages(ledger)
    sentences = [reason] if reason and ledger.uncovered else []
    if words:
        sentences.append(f"Not looked for{where}: {_listed(words)}.")
    if figures:
        # Where other subjects are named before, the language is too.
        there = "" if words else where
        sentences.append(f"{_listed(figures).capitalize()} are looked for in figures, but not in words{there}.")
    if _is_translation(ledger):
        sentences.append(_OF_TRANSLATIONS)
    return " ".join(sentences)


def _is_translation(ledger: Ledger) -> bool:
    left, right = ledger.languages
    return bool(left and right) and left != right and Subject.NAME not in ledger.uncovered


def _languages(ledger: Ledger) -> tuple[str, str]:
    """Return where subjects are not looked for, ' in German', or else a sentence on the languages of both articles."""
    left, right = (language and language_name(language) for language in ledger.languages)
    if left and left == right:
        return f" in {left}", ""
    if not left and not right:
        return "", "The language of both articles is unknown."
    if not left:
        return "", f"The language of the left article is unknown; the right article is in {right}."
    if not right:
        return "", f"The left article is in {left}; the language of the right article is unknown."
    return "", f"The left article is in {left}, and the right article is in {right}."


def _listed(names: Sequence[str]) -> str:
    """Return names as a list: 'names, negations and causes'."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
