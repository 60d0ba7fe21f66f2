"""What the owner acknowledges of a record that does not fit together."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from outlet_app.domain.acknowledgement import (
    Acknowledgement,
    acts_digest,
    read_acknowledgement,
    write_acknowledgement,
)
from outlet_app.domain.activity import Act
from outlet_app.domain.branches import BranchPoint
from outlet_app.domain.history import Checkpoint

LEFT = Checkpoint(1, 20, bytes(range(32)))
SAID = Acknowledgement(BranchPoint(326, LEFT), 15, 18, bytes(32), (b"r" * 16,), "硬盘换过")
ACT = Act(3, 1000, b"a" * 16, "counter", "accepted", None, "{}", bytes(32), None)


def test_what_is_written_is_read_and_nothing_else_is() -> None:
    text = write_acknowledgement(SAID)
    assert read_acknowledgement(text) == SAID
    for changed in (text + " ", text.replace('"n":20', '"n":20.0'), text.replace("15", "015"), "[]", '{"subject":1}'):
        with pytest.raises(ValueError, match=r".*"):
            read_acknowledgement(changed)
    with pytest.raises(ValueError, match="not in the one form"):
        read_acknowledgement(text.replace('"n":20', '"n":"20"'))


def test_the_form_is_frozen() -> None:
    """What a released version signed opens for ever."""
    assert write_acknowledgement(SAID) == (
        '{"acts_from":18,"digest":"' + "00" * 32 + '","from_branch":1,"hash":"' + bytes(range(32)).hex() + '",'
        '"labels_from":15,"n":20,"reason":"硬盘换过","records":["' + "72" * 16 + '"],"subject":"mismatch:326"}'
    )
    assert acts_digest([]).hex() == "dcd450ea70db941cefce056428b7e1c754d5af1966b83b389bb80822422062c1"
    assert acts_digest([ACT]).hex() == "532a626f466e95412de2c8f121c4909147efdee92746a2b6d52ce02ebbe8204b"


@pytest.mark.parametrize(
    "wrong",
    [{"labels_from": 22}, {"labels_from": 0}, {"acts_from": 22}, {"digest": bytes(31)}, {"record_ids": (b"r",)}],
)
def test_it_ends_with_its_branch_point(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="ends with its branch point"):
        replace(SAID, **wrong)


def test_it_covers_its_span_and_nothing_outside() -> None:
    assert [n for n in range(30) if SAID.takes_as_is(n)] == [18, 19, 20]
    assert not any(replace(SAID, acts_from=21).takes_as_is(n) for n in range(30))


@pytest.mark.parametrize(
    "other",
    [
        {"n": 4},
        {"at_ms": 1001},
        {"account_id": b"b" * 16},
        {"station": "home"},
        {"kind": "printed"},
        {"record_id": b"r" * 16},
        {"detail": '{"a":1}'},
        {"chain_hash": b"x" * 32},
        {"signature": bytes(64)},
    ],
)
def test_the_digest_pins_every_column_of_an_act(other: dict[str, Any]) -> None:
    assert acts_digest([ACT, ACT]) != acts_digest([ACT, replace(ACT, **other)])


def test_the_digest_pins_how_many_acts_there_are_and_their_order() -> None:
    later = replace(ACT, n=4)
    assert len({acts_digest(acts) for acts in ([], [ACT], [ACT, later], [later, ACT])}) == 4
