"""What a self-check plays on, before anybody has signed in."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from outlet_app.app import App
from outlet_app.demo import make_demo
from outlet_app.self_check import stage
from outlet_app.self_check.stage import Stage, StepFailed
from outlet_app.ui.duties_view import DutiesView
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def played(tmp_path: Path, qapp: QApplication) -> Iterator[Stage]:
    assert qapp
    hook = sys.excepthook
    demo = make_demo(tmp_path / "demo", waybills=0)
    app = App(demo.entrance, demo.place)
    yield Stage(app, tmp_path)
    app.end()
    sys.excepthook = hook


def test_before_anybody_signs_in_there_is_no_window_of_his_and_the_step_fails_with_a_name(
    played: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StepFailed, match="nobody is signed in"):
        _ = played.main
    with pytest.raises(StepFailed, match="nobody signed in"):
        _ = played.services
    with pytest.raises(StepFailed, match="DutiesView does not stand open"):
        played.page(DutiesView)
    monkeypatch.setattr(stage, "PATIENCE_MS", 40)
    with pytest.raises(StepFailed, match="the sun rises"):
        played.wait("the sun rises", lambda: False)


def test_a_picture_is_left_under_its_name_language_and_look(played: Stage, tmp_path: Path) -> None:
    played.window.show()
    played.turn(Language.ENGLISH, dark=True)
    played.picture("moment", Language.ENGLISH, dark=True)
    assert played.left == [tmp_path / "moment-en-dark.png"]
    assert not QImage(str(played.left[0])).isNull()
    with pytest.raises(StepFailed, match=r"nowhere/picture\.png|picture\.png is saved"):
        played.save(QImage(4, 4, QImage.Format.Format_RGB32), "nowhere/picture")
