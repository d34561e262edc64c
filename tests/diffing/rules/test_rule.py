"""A rule of the reader: its expression within bounds, and the outlets it is for."""

import pytest

from diffing.rules import rule
from diffing.rules.rule import LONGEST_PATTERN, MOST_RULES, NO_RULES, Rule, RuleError, Rules
from tests.tui import stubs


@pytest.mark.parametrize("pattern", ["(", "", "a" * (LONGEST_PATTERN + 1), "(?:a{9999}){9999}", "*"])
def test_what_is_no_expression_is_refused(pattern: str) -> None:
    with pytest.raises(RuleError) as refused:
        Rule(pattern)
    assert refused.value.pattern == pattern[:LONGEST_PATTERN]


def test_the_name_of_an_outlet_has_a_bound() -> None:
    with pytest.raises(RuleError, match="outlet of more than 1,000 characters"):
        Rule("a", "*a" * LONGEST_PATTERN)


def test_there_are_not_too_many() -> None:
    rules = (Rule("a"),) * (MOST_RULES + 1)
    with pytest.raises(RuleError, match="more than 200 rules"):
        Rules(furniture=rules)
    with pytest.raises(RuleError, match="more than 200 rules"):
        Rules(changes=rules)


@pytest.mark.parametrize(
    ("outlet", "source", "expected"),
    [
        ("*", "a.txt", True),
        ("lurvik-*", "/news/lurvik-post.txt", True),
        ("*lurvik*", "https://www.Lurvik-Post.example/story", True),
        ("LURVIK*", "lurvik.txt (blob 12ab34)", True),
        ("lurvik-*", "C:\\news\\lurvik-post.txt", True),
        ("lurvik", "lurvik-post.txt", False),
        ("*/daily/*", "/news/daily/1.txt", True),
        ("*/daily/*", "/news/weekly/1.txt", False),
    ],
)
def test_an_outlet_is_known_by_its_name(outlet: str, source: str, expected: bool) -> None:
    found = Rule("x", outlet)
    assert found.is_for(source) is expected
    assert Rules((found,), (found,)).of(source) == (Rules((found,), (found,)) if expected else NO_RULES)


def test_case_counts() -> None:
    assert Rule("Photo: .*").is_whole("Photo: Nora Lind")
    assert not Rule("Photo: .*").is_whole("PHOTO: Nora Lind")
    assert Rule("(?i)Photo: .*").is_whole("PHOTO: Nora Lind")


def test_an_expression_that_takes_too_long_is_stopped_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    rule._expression.cache_clear()
    pattern = stubs.slow(monkeypatch)
    found = Rule(stubs.HARMFUL)
    for called in (found.is_whole, found.stretches):
        with pytest.raises(RuleError, match="rule 'harmful': takes more than 1 second on a paragraph"):
            called("text")
    assert pattern.seconds == [rule._MOST_SECONDS] * 2
    rule._expression.cache_clear()


def test_no_stretch_is_empty() -> None:
    assert Rule(r"\d*").stretches("a 12 b") == [(2, 4)]
