"""The tones: what is played, when nothing is, and what is remembered."""

from __future__ import annotations

import itertools
import wave
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from outlet_app.desktop import Outcome
from outlet_app.desktop.sound import MOST_BYTES
from outlet_app.errors import FileReadOnly
from outlet_app.ui.preferences import Preferences
from outlet_app.ui.sounds import BAD, GOOD, RATE, Sounds, wave_file

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Ear:
    """A loudspeaker of the tests: it keeps what it is given."""

    def __init__(self, outcome: Outcome = Outcome.DONE) -> None:
        self.heard: list[bytes] = []
        self._outcome = outcome

    def __call__(self, sound: bytes) -> Outcome:
        self.heard.append(sound)
        return self._outcome


@pytest.fixture
def loud(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "loud")


@pytest.mark.parametrize("tones", [GOOD, BAD])
def test_a_tone_is_a_whole_wave_file_of_its_length_that_fits_a_pipe(tones: tuple[tuple[int, int], ...]) -> None:
    made = wave_file(tones)
    with wave.open(BytesIO(made)) as head:
        assert (head.getnchannels(), head.getsampwidth(), head.getframerate()) == (1, 2, RATE)
        assert head.getnframes() == sum(RATE * duration_ms // 1000 for _, duration_ms in tones)
    assert len(made) < MOST_BYTES


def test_no_tone_clicks_at_its_edges_or_is_louder_than_it_should_be() -> None:
    for tones in (GOOD, BAD):
        with wave.open(BytesIO(wave_file(tones))) as head:
            samples = memoryview(head.readframes(head.getnframes())).cast("h").tolist()
        steps = [abs(after - before) for before, after in itertools.pairwise(samples)]
        assert samples[0] == 0
        assert abs(samples[-1]) < 2_000
        assert max(abs(sample) for sample in samples) < 17_000
        assert max(steps) < 8_000


def test_good_is_one_tone_and_bad_two_lower_ones(loud: Preferences) -> None:
    ear = Ear()
    sounds = Sounds(loud, ear)
    sounds.good()
    sounds.bad()
    assert ear.heard == [wave_file(GOOD), wave_file(BAD)]
    assert len([hertz for hertz, _ in GOOD if hertz]) == 1
    assert len([hertz for hertz, _ in BAD if hertz]) == 2
    assert max(hertz for hertz, _ in BAD) < GOOD[0][0] / 2


def test_who_turned_them_off_hears_nothing_after_the_next_start_either(loud: Preferences, tmp_path: Path) -> None:
    ear = Ear()
    sounds = Sounds(loud, ear)
    assert sounds.are_on
    sounds.switch()
    sounds.good()
    sounds.bad()
    assert ear.heard == []
    again = Sounds(Preferences(tmp_path / "loud"), ear)
    assert not again.are_on
    again.switch()
    assert Sounds(Preferences(tmp_path / "loud"), ear).are_on


def test_a_choice_that_cannot_be_written_holds_until_the_program_ends_and_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "state").touch()
    sounds = Sounds(Preferences(tmp_path / "state"), Ear())
    with qtbot.waitSignal(sounds.switched), pytest.raises(FileReadOnly):
        sounds.switch()
    assert not sounds.are_on


def test_where_the_system_offers_nothing_the_bell_of_the_toolkit_rings(
    loud: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    rung: list[bool] = []
    monkeypatch.setattr(QApplication, "beep", lambda: rung.append(True))
    Sounds(loud, Ear(Outcome.NOT_OFFERED)).bad()
    assert rung == [True]
    Sounds(loud, Ear()).bad()
    assert rung == [True]
