"""The family of errors a person can act on: data, no sentences, nobody's details."""

from __future__ import annotations

import inspect
import pickle
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app import errors
from outlet_app.errors import Fault, FaultKind, OutletError

if TYPE_CHECKING:
    from collections.abc import Callable

_SAMPLES: dict[str, object] = {
    "faults": (Fault("recipient.phone", FaultKind.NOT_A_PHONE),),
    "until": datetime(2026, 1, 1, tzinfo=UTC),
    "limit": 50,
    "path": Path("outlet.db"),
    "at": 7,
    "carrier": "yto",
    "number": "YT0000000000001",
    "field": "recipient.phone",
    "character": "𠮷",
    "printer": "Zebra",
    "shelf_code": "15-1-731",
    "shelf": "15-1",
    "stock": "60x40",
    "most": 20_000,
    "day": date(2026, 11, 22),
}


def _family(parent: type[OutletError] = OutletError) -> list[type[OutletError]]:
    return [parent, *(kind for child in parent.__subclasses__() for kind in _family(child))]


def _made(kind: type[OutletError]) -> tuple[OutletError, dict[str, object]]:
    own_init: Callable[..., None] = kind.__init__
    names = [] if own_init is Exception.__init__ else list(inspect.signature(own_init).parameters)[1:]
    given = {name: _SAMPLES[name] for name in names if name in _SAMPLES}
    return kind(*given.values()), given


@pytest.mark.parametrize("kind", _family(), ids=lambda kind: kind.__name__)
def test_an_error_gives_back_the_data_it_was_made_with(kind: type[OutletError]) -> None:
    error, given = _made(kind)

    assert {name: getattr(error, name) for name in given} == given


@pytest.mark.parametrize("kind", _family(), ids=lambda kind: kind.__name__)
def test_an_error_survives_the_way_between_processes(kind: type[OutletError]) -> None:
    error, given = _made(kind)

    again = pickle.loads(pickle.dumps(error))  # noqa: S301  made two lines above

    assert type(again) is kind
    assert {name: getattr(again, name) for name in given} == given


def test_the_whole_family_is_in_one_module() -> None:
    assert {kind.__module__ for kind in _family()} == {errors.__name__}


def test_an_error_holds_no_sentence() -> None:
    for kind in _family():
        error, _ = _made(kind)
        assert not any(isinstance(part, str) and " " in part for part in error.args), kind


def test_a_fault_names_a_field_and_never_what_was_typed() -> None:
    assert Fault.__slots__ == ("field", "kind")


def test_kinds_of_faults_have_names_of_their_own() -> None:
    assert len({kind.value for kind in FaultKind}) == len(FaultKind)
