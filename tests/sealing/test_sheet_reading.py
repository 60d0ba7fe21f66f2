"""A recovery sheet as hands and scanners give it."""

from __future__ import annotations

import hashlib

import pytest

from outlet_app.errors import LabelCodeRefused
from outlet_app.sealing.label_code import write_card_code, write_recovery_code
from outlet_app.sealing.recovery_words import WordList, words, write_words
from outlet_app.sealing.sheet_reading import SheetReading, read_sheet, sheet_secret

SECRET = hashlib.sha256(b"a sheet").digest()
ENGLISH = write_words(SECRET, WordList.ENGLISH)
CHINESE = write_words(SECRET, WordList.CHINESE)
RIGHT = SheetReading(25, is_right=True)


def other(word: str, word_list: WordList) -> str:
    listed = words(word_list)
    return listed[(listed.index(word) + 5) % 2048]


@pytest.mark.parametrize(
    "text",
    [
        " ".join(ENGLISH),
        "\n".join(f"{place}. {word.upper()}" for place, word in enumerate(ENGLISH, start=1)),
        ", ".join(word[:4] for word in ENGLISH),
        "".join(CHINESE),
        " ".join(f"{place} {word}" for place, word in enumerate(CHINESE, start=1)),
        "、".join(CHINESE),
        write_recovery_code(bytes(16), SECRET),
        f"  {write_recovery_code(bytes(16), SECRET).lower()}\n",
    ],
    ids=["words", "numbered", "beginnings", "chinese", "chinese numbered", "chinese commas", "scanned", "scanned low"],
)
def test_the_same_sheet_is_read_however_it_is_typed(text: str) -> None:
    assert sheet_secret(text) == SECRET
    assert read_sheet(text) == RIGHT


@pytest.mark.parametrize(
    "text", ["", "abandon", " ".join(ENGLISH[:24]), write_card_code(bytes(16), bytes(16)), "1 2 3"]
)
def test_anything_else_is_no_sheet(text: str) -> None:
    with pytest.raises(LabelCodeRefused):
        sheet_secret(text)
    assert not read_sheet(text).is_right


def test_words_in_no_list_are_told_by_their_places() -> None:
    typed = [*ENGLISH[:3], "abandonment", *ENGLISH[4:9], "zz"]
    assert read_sheet(" ".join(typed)) == SheetReading(10, unknown=(4, 10))


def test_a_beginning_that_tells_more_than_one_word_tells_none() -> None:
    starts = [word[:3] for word in words(WordList.ENGLISH)]
    several = next(start for start in starts if starts.count(start) > 1 and start not in words(WordList.ENGLISH))
    assert read_sheet(several) == SheetReading(1, unknown=(1,))


@pytest.mark.parametrize("word_list", WordList)
@pytest.mark.parametrize("place", [1, 13, 24, 25])
def test_the_one_word_that_is_wrong_is_told_by_its_place(word_list: WordList, place: int) -> None:
    typed = list(write_words(SECRET, word_list))
    typed[place - 1] = other(typed[place - 1], word_list)
    reading = read_sheet(" ".join(typed))
    assert place in reading.slips
    assert not reading.is_right


def test_two_neighbours_in_exchange_are_told() -> None:
    typed = [*ENGLISH[:6], ENGLISH[7], ENGLISH[6], *ENGLISH[8:]]
    assert {7, 8} <= set(read_sheet(" ".join(typed)).slips)


def test_words_of_two_lists_are_no_sheet() -> None:
    assert not read_sheet(" ".join([*ENGLISH[:12], *CHINESE[12:]])).is_right


def test_a_reading_holds_no_word() -> None:
    text = repr(read_sheet(" ".join(ENGLISH)))
    assert not any(word in text for word in ENGLISH)
