"""The usual evidence of links: by all of them, and for each link by the others."""

import pytest

from diffing.translation.form import NO_FORM, Form
from diffing.translation.options import Options
from diffing.translation.usual import Shown, assumed, usual_of

SHARING = Shown(5.0, 11.0, 60.0, NO_FORM, in_step=True, signs=3)
BARE = Shown(0.0, 8.0, 60.0, NO_FORM, in_step=True, signs=0)
QUOTING: Form = (0.0, 0.9, 0.0, 0.0)
ONE_QUOTES: Form = (0.0, -1.9, 0.0, 0.0)


def test_a_link_that_shares_nothing_does_not_make_that_usual() -> None:
    usual, others = usual_of([*[SHARING] * 9, BARE], Options())
    assert others[-1].bare == pytest.approx(Options().bare * (1 - 4 / 10))
    assert others[-1].bare > usual.bare > others[0].bare


def test_where_one_link_in_four_shares_nothing_that_costs_nothing() -> None:
    usual, others = usual_of([*[SHARING] * 12, *[BARE] * 4], Options())
    assert usual.bare == 0
    assert others[-1].bare == 0


def test_signs_for_each_letter() -> None:
    usual, others = usual_of([*[SHARING] * 3, BARE], Options())
    assert usual.signs_per_letter == pytest.approx(9 / 240)
    assert others[-1].signs_per_letter == pytest.approx(9 / 180)


def test_a_link_whose_form_differs_does_not_say_how_far_form_counts() -> None:
    links = [*[SHARING._replace(form=QUOTING)] * 3, SHARING._replace(form=ONE_QUOTES)]
    usual, others = usual_of(links, Options())
    assert others[-1].form_trust[1] > usual.form_trust[1]
    assert others[-1].form_trust[0] == pytest.approx(Options().trust)


def test_one_link_is_judged_by_what_is_assumed() -> None:
    _, (other,) = usual_of([BARE], Options())
    assert other == assumed(Options())._replace(form_trust=list(assumed(Options()).form_trust))
    assert other.bare == 0


def test_where_one_language_has_more_sentences_that_costs_less() -> None:
    usual, others = usual_of([*[SHARING] * 3, *[SHARING._replace(in_step=False)] * 4], Options())
    assert usual.sentences == pytest.approx(6 / 10)
    assert others[0].sentences < usual.sentences < others[-1].sentences
    alike, _ = usual_of([SHARING] * 7, Options())
    assert alike.sentences == 1
