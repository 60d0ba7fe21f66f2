"""Where things lie."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from outlet_app import paths


def test_a_resource_is_found_in_the_source_tree() -> None:
    assert paths.resource("carriers.toml").is_file()


def test_a_resource_that_was_not_shipped_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"no_such_thing\.csv"):
        paths.resource("no_such_thing.csv")


def test_resources_inside_the_package_win_over_those_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside, beside = tmp_path / "package" / "resources", tmp_path / "resources"
    for folder in (inside, beside):
        folder.mkdir(parents=True)
        (folder / "carriers.toml").touch()
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "package")

    assert paths.resource("carriers.toml") == inside / "carriers.toml"


def test_translations_lie_in_one_folder() -> None:
    assert paths.translations_folder() == paths.resource("i18n")


@pytest.mark.parametrize("name", ["NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf"])
def test_the_faces_were_made_at_set_up(name: str) -> None:
    assert paths.face(name).read_bytes()[:4] == b"\x00\x01\x00\x00", "TrueType outlines"


def test_a_face_that_is_not_ours_is_not_found() -> None:
    with pytest.raises(FileNotFoundError):
        paths.face("Comic.ttf")


def test_the_wide_face_is_a_file_or_said_to_be_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    found = paths.wide_face()
    monkeypatch.setattr(Path, "is_file", lambda _: False)

    assert found is None or found.exists()
    assert paths.wide_face() is None


def test_on_linux_data_and_state_follow_the_desktops_own_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "/somewhere/data")
    monkeypatch.setenv("XDG_STATE_HOME", "/somewhere/state")

    assert paths.data_folder() == Path("/somewhere/data/outlet-app/outlet")
    assert paths.state_folder() == Path("/somewhere/state/outlet-app")


def test_on_linux_without_those_variables_they_lie_under_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "")
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)

    assert paths.data_folder() == Path.home() / ".local/share/outlet-app/outlet"
    assert paths.state_folder() == Path.home() / ".local/state/outlet-app"


def test_on_windows_state_may_roam_and_data_stays_on_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    monkeypatch.setenv("APPDATA", "/roaming")

    assert paths.data_folder() == Path("/local/OutletApp/outlet")
    assert paths.state_folder() == Path("/roaming/OutletApp/state")


def test_nothing_of_the_second_place_lies_in_the_data_folder() -> None:
    place = paths.own_place()

    assert place.key_file.parent == place.folder
    for path in (place.second_key_file, place.near_checkpoint, place.refusals):
        assert path.parent == place.state
        assert place.folder not in path.parents


def test_tests_never_see_the_outlet_of_the_person_who_runs_them() -> None:
    place = paths.own_place()

    assert Path.home() not in place.folder.parents
    assert Path.home() not in place.state.parents
