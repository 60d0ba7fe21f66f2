"""The stored form of an owner statement."""

from __future__ import annotations

import dataclasses

import pytest

from outlet_app.domain.statement import Statement


def test_a_statement_cannot_be_changed_in_place() -> None:
    statement = Statement(1, "{}", bytes(64))

    with pytest.raises(dataclasses.FrozenInstanceError):
        statement.serial = 2  # type: ignore[misc] # that it is refused is the claim
