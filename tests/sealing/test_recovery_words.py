"""Words on the recovery sheet: BIP-39's, a check word more, and slips of the hand noticed."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.errors import LabelCodeRefused
from outlet_app.sealing import recovery_words
from outlet_app.sealing.recovery_words import WordList, read_words, write_words

VECTORS = json.loads((Path(__file__).parent / "vectors" / "published.json").read_text("utf-8"))[
    "BIP-39, English, 256 bits"
]
SECRET = bytes(range(32))


@pytest.mark.parametrize("secret", VECTORS)
def test_the_first_24_words_are_those_of_bip_39(secret: str) -> None:
    assert " ".join(write_words(bytes.fromhex(secret), WordList.ENGLISH)[:24]) == VECTORS[secret]


@given(st.binary(min_size=32, max_size=32), st.sampled_from(WordList))
def test_every_secret_comes_back(secret: bytes, word_list: WordList) -> None:
    words = write_words(secret, word_list)

    assert len(words) == 25
    assert read_words(" ".join(words)) == secret


def test_words_may_be_typed_as_people_type() -> None:
    english, chinese = (write_words(SECRET, word_list) for word_list in (WordList.ENGLISH, WordList.CHINESE))

    assert read_words("  " + "\n".join(english).upper() + "\t") == SECRET
    assert read_words("".join(chinese)) == SECRET
    assert read_words("\u3000".join(chinese)) == SECRET
    assert read_words("".join(chinese[:12]) + "\n" + "".join(chinese[12:])) == SECRET


@pytest.mark.parametrize("word_list", WordList)
def test_a_wrong_word_is_noticed_wherever_it_stands(word_list: WordList) -> None:
    words = list(write_words(SECRET, word_list))
    known = recovery_words.words(word_list)

    for at in range(25):
        for step in (1, 2, 1000):
            changed = [*words]
            changed[at] = known[(known.index(words[at]) + step) % 2048]
            with pytest.raises(LabelCodeRefused):
                read_words(" ".join(changed))


def test_exchanged_neighbours_are_noticed() -> None:
    words = write_words(SECRET, WordList.CHINESE)

    for at in range(24):
        swapped = [*words[:at], words[at + 1], words[at], *words[at + 2 :]]
        with pytest.raises(LabelCodeRefused):
            read_words("".join(swapped))


@pytest.mark.parametrize("text", ["", "abandon", "abandon " * 24, "abandon " * 26, "的" * 24, "的" * 25, "xyzzy " * 25])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(LabelCodeRefused):
        read_words(text)


def test_words_of_two_lists_are_not_mixed() -> None:
    english, chinese = (write_words(SECRET, word_list) for word_list in (WordList.ENGLISH, WordList.CHINESE))

    with pytest.raises(LabelCodeRefused):
        read_words(" ".join([*english[:24], chinese[24]]))


@pytest.mark.parametrize("word_list", WordList)
def test_a_list_has_2048_words_that_typing_does_not_change(word_list: WordList) -> None:
    words = recovery_words.words(word_list)

    assert len(words) == len(set(words)) == 2048
    assert all(unicodedata.normalize("NFKC", word).lower() == word for word in words)
    assert word_list is WordList.ENGLISH or all(len(word) == 1 for word in words)
