"""Hand-over in the self-check: the tour tries that its steps pass; here, that they fail and say so."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from outlet_app.app import App
from outlet_app.demo import CLERKS, make_demo
from outlet_app.self_check.handing_over import HandingOver
from outlet_app.self_check.stage import Stage, StepFailed
from tests.builders import draft

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def played(tmp_path: Path, qapp: QApplication) -> Iterator[Stage]:
    """The counter clerk has proved who she is; her window is not open yet."""
    assert qapp
    hook = sys.excepthook
    demo = make_demo(tmp_path / "demo", waybills=0)
    app = App(demo.entrance, demo.place)
    played = Stage(app, tmp_path)
    services = demo.entrance.sign_in(demo.entrance.tiles()[1].account_id, CLERKS[0][1])
    played.window.sign_in.signed_in.disconnect(played.window.let_in)
    played.window.sign_in.signed_in.emit(services)
    yield played
    demo.entrance.close()
    app.end()
    sys.excepthook = hook


def test_its_parcels_are_real_ones_with_numbers_of_their_own(played: Stage) -> None:
    numbers = HandingOver(played, draft())._accept()
    assert len(set(numbers)) == 4
    assert played.services.hand_over.waiting() == {"yto": 4}


def test_without_a_window_its_steps_fail_and_say_so(played: Stage) -> None:
    with pytest.raises(StepFailed, match="nobody is signed in"):
        HandingOver(played, draft()).hand_over()
