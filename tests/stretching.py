"""Argon2 answers the same to the same question, so one process asks each question once.

Tests work with copies of one outlet: its salts and passwords are the same in each, and nearly every sign-in asks what
an earlier one asked. What is remembered is what the library really answered; a question that differs in one bit, or in
its cost, is asked anew.
"""

from __future__ import annotations

import functools
import hashlib
import inspect
import os
from typing import TYPE_CHECKING

from argon2 import low_level

if TYPE_CHECKING:
    from collections.abc import Callable

    Stretch = Callable[..., bytes]


def remembering(stretch: Stretch) -> Stretch:
    """`stretch` with a memory that holds no password: each question is kept by its keyed digest."""
    order = inspect.signature(stretch)
    answers: dict[bytes, bytes] = {}
    key = os.urandom(32)

    @functools.wraps(stretch)
    def answer(*placed: object, **named: object) -> bytes:
        question = order.bind(*placed, **named)
        question.apply_defaults()
        asked = hashlib.blake2b(repr(sorted(question.arguments.items())).encode(), key=key).digest()
        if asked not in answers:
            answers[asked] = stretch(*placed, **named)
        return answers[asked]

    return answer


def remember() -> None:
    """From here on in this process. Has to come before the program's first import of Argon2."""
    low_level.hash_secret_raw = remembering(low_level.hash_secret_raw)
