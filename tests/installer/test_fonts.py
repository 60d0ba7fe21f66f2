"""The faces that set-up makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import fonts
import pytest
from fontTools.ttLib import TTFont

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", fonts.WEIGHTS)
def test_a_face_is_static_has_its_weight_and_may_be_embedded(name: str) -> None:
    font = TTFont(fonts.folder_of_environment() / name, lazy=True)
    assert "fvar" not in font
    assert "glyf" in font
    assert font["OS/2"].usWeightClass == fonts.WEIGHTS[name]
    assert font["OS/2"].fsType == 0
    assert font["name"].getDebugName(1) == "Noto Sans SC"
    font.close()


def test_the_licence_lies_beside_the_faces() -> None:
    text = (fonts.folder_of_environment() / fonts.LICENCE).read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in text.upper()


def test_faces_are_ready_only_with_their_licence(tmp_path: Path) -> None:
    for name in fonts.WEIGHTS:
        (tmp_path / name).touch()
    assert not fonts.are_ready(tmp_path)
    (tmp_path / fonts.LICENCE).touch()
    assert fonts.are_ready(tmp_path)


def test_another_face_than_the_known_one_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "SOURCE_SHA256", "0" * 64)
    with pytest.raises(SystemExit, match="is not the face it should be"):
        fonts.make(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_faces_that_are_there_are_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in (*fonts.WEIGHTS, fonts.LICENCE):
        (tmp_path / name).write_text("made before")
    monkeypatch.setattr("sys.argv", ["fonts.py", str(tmp_path)])
    fonts.main()
    assert capsys.readouterr().out == ""
