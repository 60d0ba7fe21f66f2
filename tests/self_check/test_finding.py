"""Finding in the self-check: the tour tries that its steps pass; here, what they begin with and that they fail."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import pytest

from outlet_app.app import App
from outlet_app.demo import CLERKS, made_up_person, make_demo
from outlet_app.sealing.label_code import LabelCode, is_genuine, read_code
from outlet_app.self_check.finding import Finding
from outlet_app.self_check.stage import Stage, StepFailed
from tests.ui.counter import LABEL_CODE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

NUMBER = "YT8800000000001"


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


def _finding(played: Stage) -> Finding:
    return Finding(played, made_up_person(random.Random(1)), NUMBER, LABEL_CODE, LABEL_CODE)


def test_the_label_that_does_not_fit_is_genuine_and_tells_of_acts_that_the_record_does_not_have(played: Stage) -> None:
    session = played.services.session
    code = read_code(_finding(played)._made_up(session.outlet_id, session.keys.label_key, 40))
    assert isinstance(code, LabelCode)
    assert is_genuine(code, session.keys.label_key)
    assert code.checkpoint.n == session.store.checkpoint().n + 40


def test_without_a_window_its_steps_fail_and_say_so(played: Stage) -> None:
    with pytest.raises(StepFailed, match="nobody is signed in"):
        _finding(played).find()
