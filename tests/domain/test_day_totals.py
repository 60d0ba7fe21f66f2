"""A day counted from acts."""

from __future__ import annotations

from outlet_app.domain.activity import Act
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.context import canonical_json
from outlet_app.domain.day_totals import PersonTotals, count_totals, first_takings, has_label

CHEN, LIN = b"c" * 16, b"l" * 16
ONE, OTHER = b"1" * 16, b"2" * 16


def _act(kind: Kind, record_id: bytes | None = None, account_id: bytes = CHEN, n: int = 1, **detail: str | int) -> Act:
    return Act(n, 0, account_id, "counter-1", kind.value, record_id, canonical_json(detail), b"", None)


def test_each_person_is_counted_apart() -> None:
    acts = [
        _act(Kind.SIGNED_IN),
        _act(Kind.ACCEPTED, ONE),
        _act(Kind.LABEL_TAKEN, ONE),
        _act(Kind.PRINTED, ONE),
        _act(Kind.CHANGED_PERSON, account_id=LIN),
        _act(Kind.REVEAL_REFUSED, ONE, LIN),
        _act(Kind.SIGNED_OUT, account_id=LIN),
    ]
    assert count_totals(acts, frozenset()) == {
        CHEN: PersonTotals(sign_ins=1, accepted=1, printed=1),
        LIN: PersonTotals(sign_ins=1, refusals=1),
    }


def test_a_refused_sign_in_counts_for_the_account_it_was_tried_on() -> None:
    refused = _act(Kind.SIGN_IN_REFUSED, account_id=CHEN, account=LIN.hex())
    assert count_totals([refused], frozenset()) == {LIN: PersonTotals(refusals=1)}
    nameless = _act(Kind.SIGN_IN_REFUSED, account_id=CHEN, account="?")
    assert count_totals([nameless], frozenset()) == {CHEN: PersonTotals(refusals=1)}


def test_the_second_label_of_a_version_is_a_reprint_and_the_first_of_a_corrected_one_is_none() -> None:
    acts = [
        _act(Kind.ACCEPTED, ONE),
        _act(Kind.LABEL_TAKEN, ONE),
        _act(Kind.PRINTED_WITHOUT_CODE, ONE),
        _act(Kind.CORRECTED, ONE),
        _act(Kind.LABEL_TAKEN, ONE),
        _act(Kind.PRINTED_WITHOUT_CODE, OTHER),
    ]
    totals = count_totals(acts, frozenset())[CHEN]
    assert (totals.reprints, totals.corrections) == (1, 1)


def test_a_label_of_a_waybill_that_had_one_before_that_day_is_a_reprint() -> None:
    acts = [_act(Kind.PRINTED_WITHOUT_CODE, ONE)]
    assert count_totals(acts, frozenset({ONE}))[CHEN].reprints == 1
    assert count_totals(acts, frozenset({OTHER}))[CHEN].reprints == 0


def test_the_past_is_asked_only_where_a_label_is_taken_and_nothing_says_that_there_was_none() -> None:
    acts = [
        _act(Kind.ACCEPTED, ONE, n=1),
        _act(Kind.LABEL_TAKEN, ONE, n=2),
        _act(Kind.LABEL_WRAP_ERASED, b"3" * 16, n=3),
        _act(Kind.PRINTED, OTHER, n=4),
        _act(Kind.PRINTED_WITHOUT_CODE, OTHER, n=5),
        _act(Kind.LABEL_TAKEN, OTHER, n=6),
        _act(Kind.CORRECTED, b"4" * 16, n=7),
        _act(Kind.LABEL_TAKEN, b"4" * 16, n=8),
    ]
    assert first_takings(acts) == {OTHER: 5}


def test_a_waybill_has_a_label_from_its_first_taking_until_it_is_corrected() -> None:
    life = [_act(Kind.ACCEPTED, ONE), _act(Kind.LABEL_TAKEN, ONE), _act(Kind.PRINTED, ONE), _act(Kind.CORRECTED, ONE)]
    assert [has_label(life[:count]) for count in range(5)] == [False, False, True, True, False]
