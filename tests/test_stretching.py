"""What the tests remember of Argon2 is what Argon2 says."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from argon2.low_level import Type, hash_secret_raw

from outlet_app.sealing import suite
from tests.stretching import remembering

QUESTION: dict[str, Any] = {
    "secret": b"the-owner-of-this-shop",
    "salt": bytes(16),
    "time_cost": 1,
    "memory_cost": 8,
    "parallelism": 1,
    "hash_len": 32,
    "type": Type.ID,
    "version": 19,
}


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"secret": b"the-owner-of-this-shoq"},
        {"salt": bytes(15) + b"\x01"},
        {"time_cost": 2},
        {"memory_cost": 16},
        {"hash_len": 33},
        {"type": Type.I},
        {"version": 16},
    ],
    ids=lambda changed: next(iter(changed), "same"),
)
def test_a_question_that_was_asked_before_and_one_that_differs_get_the_answer_of_the_library(
    changed: dict[str, Any],
) -> None:
    library = hash_secret_raw.__wrapped__
    stretch = remembering(library)
    stretch(**QUESTION)

    assert stretch(**QUESTION | changed) == library(**QUESTION | changed)


def test_the_same_question_is_asked_once_however_it_is_put() -> None:
    asked = itertools.count()

    def library(secret: bytes, salt: bytes, memory_cost: int = 8) -> bytes:
        return bytes([next(asked), len(secret), len(salt), memory_cost])

    stretch = remembering(library)

    first = bytes([0, 3, 4, 8])
    assert [stretch(b"one", salt=b"four"), stretch(b"one", b"four", 8), stretch(salt=b"four", secret=b"one")] == [
        first
    ] * 3
    assert stretch(b"two", b"four") == bytes([1, 3, 4, 8])
    assert stretch(b"one", b"four", 16) == bytes([2, 3, 4, 16])


def test_the_program_asks_here_through_the_memory() -> None:
    assert suite.hash_secret_raw is hash_secret_raw
    assert hasattr(hash_secret_raw, "__wrapped__")
