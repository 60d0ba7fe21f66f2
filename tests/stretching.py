"""Argon2 answers the same to the same question, so one process asks each question once.

Tests work with copies of one outlet: its salts and passwords are the same in each, and nearly every sign-in asks what
an earlier one asked. What is remembered is what the library really answered; a question that differs in one bit, or in
its cost, is asked anew.
"""

from __future__ import annotations

import functools
import hashlib
import os
from typing import TYPE_CHECKING

from argon2 import low_level

if TYPE_CHECKING:
    from collections.abc import Callable

    Stretch = Callable[..., bytes]


def remembering(stretch: Stretch) -> Stretch:
    """`stretch` with a memory that holds no password: each question is kept by its keyed digest.

    A question is asked with named arguments alone; they are the whole question.
    """
    answers: dict[bytes, bytes] = {}
    key = os.urandom(32)

    @functools.wraps(stretch)
    def answer(**question: object) -> bytes:
        asked = hashlib.blake2b(repr(sorted(question.items())).encode(), key=key).digest()
        if asked not in answers:
            answers[asked] = stretch(**question)
        return answers[asked]

    return answer


def remember() -> None:
    """From here on in this process. Has to come before the program's first import of Argon2."""
    low_level.hash_secret_raw = remembering(low_level.hash_secret_raw)
