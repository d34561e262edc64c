r"""What rules hide in a comparison stays in it, names the rule and is counted; everything else is as without rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diffing
from diffing.comparison import compare
from diffing.formats.json import to_json
from diffing.formats.reading import document_from_json
from diffing.ledger.build import ledger
from diffing.ledger.core.model import Subject
from diffing.measures.ruled import RuleCount, hidden_by_rules
from diffing.model import Comparison, Kind, Row
from diffing.rules.rule import NO_RULES, Rule, Rules
from diffing.sources.plain import SourceText

UPDATED = r"Updated \d+ minutes ago|Aktualisiert vor \d+ Minuten|Actualizado hace \d+ minutos|更新于\d+分钟前"
STORY = "The ferry Solveig hit the pier of Lurvik on Monday, and the harbour office closed it until noon."
MORE = "Mayor Nora Lind said that the town would pay for the repairs of the pier before the summer."


def ignoring(*patterns: str) -> Rules:
    return Rules(changes=tuple(map(Rule, patterns)))


def setting_aside(*patterns: str) -> Rules:
    return Rules(furniture=tuple(map(Rule, patterns)))


def compared(left: str, right: str, rules: Rules) -> Comparison:
    return compare(left, right, rules=rules)


def only_row(comparison: Comparison, at: int = 0) -> Row:
    return comparison.rows[at]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"Updated 5 minutes ago. {STORY}", f"Updated 12 minutes ago. {STORY}"),
        (f"{STORY} Aktualisiert vor 3 Minuten", f"{STORY} Aktualisiert vor 59 Minuten"),
        (f"Actualizado hace 8 minutos: {STORY}", f"Actualizado hace 9 minutos: {STORY}"),
        (f"{STORY} (Updated 5 minutes ago)", STORY),
        (STORY, f"{STORY} Updated 7 minutes ago."),
    ],
)
def test_a_change_in_what_a_rule_describes_is_hidden(left: str, right: str) -> None:
    comparison = compared(left, right, ignoring(UPDATED))
    row = only_row(comparison)
    assert row.kind is Kind.UNCHANGED
    assert not comparison.differs
    assert not comparison.is_identical
    assert {span.rule for span in row.spans if span.op != "equal"} == {UPDATED}
    assert hidden_by_rules(comparison) == (RuleCount(UPDATED, 1, 0),)
    made = ledger(comparison, rules=ignoring(UPDATED))
    assert made.entries == ()
    assert {hidden.rule for hidden in made.hidden} <= {UPDATED}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        # Beside it, another fact.
        (f"Updated 5 minutes ago. {STORY}", f"Updated 12 minutes ago. {STORY.replace('noon', 'midnight')}"),
        # Only one side is what the rule describes.
        (f"Updated 5 minutes ago. {STORY}", f"Updated by Nora Lind. {STORY}"),
        # More than it was added.
        (STORY, f"{STORY} Updated 5 minutes ago by the desk in Lurvik."),
        (STORY, f"{STORY} Two people died."),
    ],
)
def test_any_other_change_is_shown(left: str, right: str) -> None:
    comparison = compared(left, right, ignoring(UPDATED))
    assert comparison.differs
    assert only_row(comparison).kind is not Kind.UNCHANGED


def test_a_paragraph_that_is_nothing_else_is_set_aside() -> None:
    rules = ignoring(UPDATED)
    comparison = compared(STORY, f"{STORY}\n\nUpdated 12 minutes ago.", rules)
    added = only_row(comparison, 1)
    assert (added.kind, added.furniture, added.rule) == (Kind.ADDED, True, UPDATED)
    assert hidden_by_rules(comparison) == (RuleCount(UPDATED, 0, 1),)


def test_lines_of_the_page_are_no_pair() -> None:
    rules = setting_aside("Photo: .*", "Foto: .*")
    comparison = compared(
        f"{STORY}\n\nPhoto: Nora Lind\n\n{MORE}", f"{STORY}\n\nPhoto: Arne Holt\n\n{MORE}\n\nFoto: Desk", rules
    )
    furniture = [(row.kind, row.rule) for row in comparison.rows if row.furniture]
    assert furniture == [(Kind.OMITTED, "Photo: .*"), (Kind.ADDED, "Photo: .*"), (Kind.ADDED, "Foto: .*")]
    assert not any(row.differs_in_story for row in comparison.rows)
    assert hidden_by_rules(comparison) == (RuleCount("Photo: .*", 0, 2), RuleCount("Foto: .*", 0, 1))


def test_equal_lines_of_the_page_stay_a_pair() -> None:
    text = f"{STORY}\n\nPhoto: Nora Lind\n\n{MORE}"
    comparison = compared(text, text, setting_aside("Photo: .*"))
    assert comparison.is_identical
    assert comparison == compared(text, text, NO_RULES)


def test_a_rule_for_lines_describes_the_whole_line() -> None:
    comparison = compared(STORY, f"{STORY}\n\nPhoto: the pier. {MORE}", setting_aside("Photo: [^.]*", "pier"))
    assert not any(row.rule for row in comparison.rows)


def test_rules_of_an_outlet_are_for_its_side() -> None:
    rules = Rules(furniture=(Rule("Photo: .*", "*post*"),))
    left, right = (f"{STORY}\n\nPhoto: the closed pier of Lurvik at {time}" for time in ("noon", "midnight"))
    post, daily = SourceText("lurvik-post.txt", left), SourceText("daily.txt", right)
    both = compare(post, SourceText("lurvik-post-2.txt", right), rules=rules)
    assert [row.rule for row in both.rows if row.furniture] == ["Photo: .*"] * 2
    # Of the pair, only one side is set aside by a rule: the change is shown.
    assert compare(post, daily, rules=rules).rows[1].kind is Kind.EDITED


def test_sorts_of_changes_are_left_out_and_kept() -> None:
    left = "Two people died in the fire at the harbour of Lurvik on Monday, the mayor said."
    right = "Three people died in the fire at the harbour of Lurvik on Tuesday, the mayor said."
    rules = Rules(without=("date",))
    comparison = compared(left, right, rules)
    found = ledger(comparison, rules=rules)
    assert [entry.subject for entry in found.entries] == [Subject.NUMBER]
    assert [(hidden.entry.subject, hidden.rule) for hidden in found.hidden] == [(Subject.DATE, "")]
    assert comparison == compared(left, right, NO_RULES)
    by_class = ledger(comparison, rules=Rules(without=("fact",)))
    assert by_class.entries == ()
    assert len(by_class.hidden) == 2


def test_a_note_explains_what_is_still_listed() -> None:
    left = "Two people died in the fire at the harbour of Lurvik on Monday, the mayor said."
    note = "Correction: an earlier version of this story gave a wrong number of dead. Three people died, not two."
    right = f"{left.replace('Two', 'Three')}\n\n{note}"
    found = ledger(compare(left, right), rules=Rules(without=("number",)))
    assert not any(entry.subject is Subject.NUMBER for entry in found.entries)
    assert found.hidden


def test_the_json_says_what_is_hidden_and_is_read_back() -> None:
    rules = Rules((Rule("Photo: .*"),), (Rule(UPDATED),), ("date",))
    left = f"Updated 5 minutes ago. {MORE}\n\n{STORY}\n\nPhoto: Nora Lind"
    right = f"Updated 12 minutes ago. {MORE}\n\n{STORY.replace('Monday', 'Tuesday')}\n\nPhoto: Arne Holt"
    comparison = compare(left, right, rules=rules)
    found = ledger(comparison, rules=rules)
    document = to_json(comparison, found)
    assert '"rules": [' in document
    assert '"hidden": [' in document
    read = document_from_json(document)
    assert (read.comparison, read.ledger) == (comparison, found)


def test_the_stages_of_a_screen_come_to_the_same() -> None:
    from diffing.model import Pair
    from diffing.progressive import compared as stages
    from diffing.sources.plain import article

    rules = Rules((Rule("Photo: .*"),), (Rule(UPDATED),))
    left = f"Updated 5 minutes ago. {STORY}\n\nPhoto: Nora Lind\n\n{MORE}"
    right = f"Updated 12 minutes ago. {STORY}\n\nPhoto: Arne Holt\n\n{MORE} Two died."
    pair = Pair(article(left, "left"), article(right, "right"))
    last = list(stages(pair, lambda *_: None, lambda: 0, rules=rules))[-1]
    assert last.comparison == compare(left, right, rules=rules)


def test_the_library_has_rules() -> None:
    rules = diffing.Rules(changes=(diffing.Rule(UPDATED),))
    comparison = diffing.compare("Updated 5 minutes ago.", "Updated 6 minutes ago.", rules=rules)
    assert not comparison.differs
    assert diffing.ledger(comparison, rules=rules).entries == ()


_SENTENCES = ("Updated 5 minutes ago.", "Updated 9 minutes ago.", "Two died.", STORY, MORE)
_WORDS = st.lists(st.sampled_from(_SENTENCES), max_size=4)
_TEXT = st.lists(_WORDS.map(" ".join), max_size=4).map("\n\n".join)


@given(_TEXT, _TEXT)
def test_rules_hide_and_change_nothing_else(left: str, right: str) -> None:
    """Without its marks, the comparison by rules of changes has the spans of the one without."""
    ruled, plain = compared(left, right, ignoring(UPDATED)), compared(left, right, NO_RULES)
    assert [(row.left, row.right) for row in ruled.rows] == [(row.left, row.right) for row in plain.rows]
    for own, other in zip(ruled.rows, plain.rows, strict=True):
        assert [(span.op, span.left, span.right) for span in own.spans] == [
            (span.op, span.left, span.right) for span in other.spans
        ]
        if not any(span.rule for span in own.spans) and not own.rule:
            assert own == other
