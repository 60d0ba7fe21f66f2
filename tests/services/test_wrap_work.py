"""The owner seed lent to the work that waits for it."""

from __future__ import annotations

import pytest

from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.services.wrap_work import LENT_S, WrapWork

OWNER, CHEN = b"o" * 16, b"c" * 16
SEED, OTHER = OwnerSeed(b"i" * 16, b"1" * 32), OwnerSeed(b"i" * 16, b"2" * 32)


class Ticks:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.at = 100.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def work(ticks: Ticks) -> WrapWork:
    made = WrapWork(ticks)
    made.lend(OWNER, SEED, OTHER)
    return made


def test_the_seed_is_there_for_five_minutes(work: WrapWork, ticks: Ticks) -> None:
    assert LENT_S == 300
    ticks.at += LENT_S - 0.1
    lent = work.lent()
    assert lent is not None
    assert (lent.author_id, lent.seed, lent.former) == (OWNER, SEED, OTHER)
    ticks.at += 0.1
    assert work.lent() is None
    ticks.at -= 1
    assert work.lent() is None


def test_each_use_of_the_card_lends_anew(work: WrapWork, ticks: Ticks) -> None:
    ticks.at += LENT_S - 1
    work.lend(OWNER, SEED, None)
    ticks.at += LENT_S - 1
    assert work.lent() is not None


@pytest.mark.parametrize(("who", "there"), [(OWNER, False), (None, False), (CHEN, True)])
def test_the_seed_goes_with_its_owner_and_with_nobody_else(work: WrapWork, who: bytes | None, *, there: bool) -> None:
    work.take_back(who)
    assert (work.lent() is not None) is there


def test_another_seed_begins_with_the_first_row_and_the_same_one_goes_on(work: WrapWork) -> None:
    work.next_range = 7
    work.take_back()
    work.lend(OWNER, SEED, OTHER)
    assert work.next_range == 7
    work.lend(OWNER, OTHER, SEED)
    assert work.next_range == 0


def test_the_seed_does_not_show(work: WrapWork) -> None:
    assert "seed=" not in repr(work.lent())
    assert (b"1" * 32).hex() not in repr(work)
