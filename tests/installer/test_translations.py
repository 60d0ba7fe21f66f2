"""A text without translation is found, and the ones that ship are complete."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import translations

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty place for translations."""
    monkeypatch.setattr(translations, "I18N", tmp_path)
    return tmp_path


def test_every_text_of_the_program_is_translated() -> None:
    assert translations.unfinished() == ()


def test_new_translations_begin_with_both_languages_and_all_texts_unfinished(folder: Path) -> None:
    translations.update()

    assert {path.name for path in folder.iterdir()} == {"en.ts", "zh_CN.ts"}
    assert any(line.startswith("zh_CN.ts: ") for line in translations.unfinished())


def test_looking_for_unfinished_texts_changes_no_file(folder: Path) -> None:
    source = folder / "zh_CN.ts"
    source.write_text('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n<TS version="2.1"/>\n', encoding="utf-8")
    before = source.read_bytes()

    assert translations.unfinished()
    assert source.read_bytes() == before


def test_a_translation_is_compiled_once_and_again_when_it_changed(folder: Path) -> None:
    translations.update()
    translations.compile_stale()
    compiled = folder / "zh_CN.qm"
    first = compiled.stat().st_mtime_ns

    translations.compile_stale()
    assert compiled.stat().st_mtime_ns == first

    source = folder / "zh_CN.ts"
    source.write_bytes(source.read_bytes())
    translations.compile_stale()
    assert compiled.stat().st_mtime_ns > first


def test_a_running_program_keeps_the_translation_that_it_has_open(folder: Path) -> None:
    translations.update()
    translations.compile_stale()
    compiled = folder / "en.qm"
    with compiled.open("rb") as held:
        before = held.read()
        (folder / "en.ts").write_text('<!DOCTYPE TS>\n<TS version="2.1"/>\n', encoding="utf-8")
        translations.compile_stale()
        held.seek(0)
        assert held.read() == before
    assert compiled.read_bytes() != before
    assert {path.suffix for path in folder.iterdir()} == {".ts", ".qm"}


def test_a_tool_that_fails_ends_the_command_with_its_words(folder: Path) -> None:
    (folder / "zh_CN.ts").write_text("not a translation", encoding="utf-8")

    with pytest.raises(SystemExit, match="pyside6-l"):
        translations.unfinished()
