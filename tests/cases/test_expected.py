"""Every case is shown as its table says; those that are not yet are listed in failing.txt, with the reason."""

from collections import Counter

import pytest

from tests.cases.expect import Case, cases, failing, unmet

CASES = cases()
FAILING = failing()


def _parameter(case: Case) -> object:
    reason = FAILING.get(case.id)
    # Strict, so that a case that holds at last must leave the list; a crash is no expected failure.
    marks = [] if reason is None else [pytest.mark.xfail(reason=reason, strict=True, raises=AssertionError)]
    return pytest.param(case, id=case.id, marks=marks)


@pytest.mark.parametrize("case", map(_parameter, CASES))
def test_case(case: Case) -> None:
    found = unmet(case)
    assert not found, "\n".join([case.reason, *found])


def test_every_case_has_a_name_of_its_own() -> None:
    assert [name for name, times in Counter(case.id for case in CASES).items() if times > 1] == []


def test_only_cases_are_said_to_fail_and_each_has_a_reason() -> None:
    assert sorted(FAILING.keys() - {case.id for case in CASES}) == []
    assert [name for name, reason in FAILING.items() if not reason] == []
