"""The main job through the real windows."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from outlet_app import self_check
from outlet_app.domain.text import looks_like_label_code
from outlet_app.self_check import stage, tour
from outlet_app.self_check.tour import WINDOW_PX
from tests.attacks.readable import decoded_picture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def _usual_hook(qapp: QApplication) -> Iterator[None]:  # noqa: ARG001 - the windows need it
    hook = sys.excepthook
    yield
    sys.excepthook = hook


def test_the_main_job_passes_and_leaves_a_label_and_pictures_of_every_screen_in_both_languages(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert self_check.run(tmp_path, waybills=10) == 0
    assert capsys.readouterr().out.splitlines()[-1] == "self-check passed"
    pictures = sorted(tmp_path.glob("[0-9]*-*.png"))
    of_the_outlet = [path for path in pictures if path.name.startswith("12-outlet-")]
    of_finding = [path for path in pictures if "-find" in path.name or path.name.startswith("23-acknowledge-")]
    of_the_account = [path for path in pictures if path.name.startswith("14-account-")]
    assert (len(of_finding), len(of_the_account)) == (10 * 2, 2)
    of_parcels = [path for path in pictures if int(path.name.split("-")[0]) in range(25, 42)]
    assert len(of_parcels) == 17 * 2
    in_two_looks = {*of_the_outlet, *of_finding, *of_the_account, *of_parcels}
    assert len(pictures) - len(in_two_looks) == 13 * 2 * 2
    assert len(of_the_outlet) >= 4 * 2
    assert len([path for path in of_the_outlet if "zh_CN" in path.name]) * 2 == len(of_the_outlet)
    for path in pictures:
        assert (QImage(str(path)).width(), QImage(str(path)).height()) == WINDOW_PX
    assert [path.name for path in pictures if any(map(looks_like_label_code, decoded_picture(QImage(str(path)))))] == []
    assert any(map(looks_like_label_code, decoded_picture(QImage(str(tmp_path / "label.png")))))
    light, dark = (QImage(str(tmp_path / f"2-accept-empty-en-{look}.png")) for look in ("light", "dark"))
    assert light.pixelColor(0, 400).lightness() > 2 * dark.pixelColor(0, 400).lightness()
    assert (tmp_path / "label.pdf").read_bytes().startswith(b"%PDF")
    for name in ("test-label", "shelf-label", "handover-list", "day-sheet"):
        assert (tmp_path / f"{name}.pdf").read_bytes().startswith(b"%PDF")


def test_a_step_that_does_not_hold_fails_the_check_with_its_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tour, "CLERKS", (("陈伟", "not her password"),))
    monkeypatch.setattr(stage, "PATIENCE_MS", 500)
    assert self_check.run(tmp_path, waybills=10) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "self-check failed: the clerk signs in"


def test_one_label_is_left_without_any_window(tmp_path: Path) -> None:
    assert self_check.one_label(tmp_path / "out") == 0
    assert (tmp_path / "out" / "label.pdf").read_bytes().startswith(b"%PDF")
