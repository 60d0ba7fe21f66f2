"""Interface texts in other languages: from the sources to `resources/i18n/*.ts`, and from those to `.qm`.

The `.ts` files are kept in git; the `.qm` files stand beside them, are made when needed and are not.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from places import I18N, ROOT, clean_environment, program

_WRITTEN_IN = "en"
"""The language of the texts in the sources; its own file holds plural forms only."""

_LANGUAGES = ("zh_CN", _WRITTEN_IN)


def compile_stale() -> None:
    """Make each `.qm` that is missing or older than its `.ts`."""
    for source in _sources():
        compiled = source.with_suffix(".qm")
        if not compiled.exists() or compiled.stat().st_mtime_ns < source.stat().st_mtime_ns:
            # A program that runs has the old file mapped and would die of a shorter one: the new one takes its place.
            made = compiled.with_suffix(".new")
            _run("pyside6-lrelease", "-silent", source, "-qm", made)
            made.replace(compiled)


def update() -> None:
    """Bring the `.ts` files up to the sources; texts that are gone are dropped, new ones wait untranslated."""
    I18N.mkdir(parents=True, exist_ok=True)
    _extract(_sources() or tuple(I18N / f"{language}.ts" for language in _LANGUAGES))


def unfinished() -> tuple[str, ...]:
    """What a reader of one language would miss: `file: count` for each `.ts` with texts without translation.

    Works on copies brought up to the sources, so that a text added since the last update counts.
    """
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(shutil.copy(source, folder)) for source in _sources()]
        if copies:
            _extract(tuple(copies))
        counts = [(copy.name, copy.read_text(encoding="utf-8").count('type="unfinished"')) for copy in copies]
    return tuple(f"{name}: {count} texts without translation" for name, count in counts if count)


def _sources() -> tuple[Path, ...]:
    return tuple(sorted(I18N.glob("*.ts")))


def _extract(targets: tuple[Path, ...]) -> None:
    code = sorted((ROOT / "outlet_app").rglob("*.py"))
    for target in targets:
        languages = ("-source-language", _WRITTEN_IN, "-target-language", target.stem)
        plural_only = ("-pluralonly",) if target.stem == _WRITTEN_IN else ()
        tidy = ("-silent", "-no-obsolete", "-locations", "none")
        _run("pyside6-lupdate", *tidy, *languages, *plural_only, *code, "-ts", target)


def _run(tool: str, *arguments: str | Path) -> None:
    ended = subprocess.run(
        [str(program(tool)), *(str(argument) for argument in arguments)],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if ended.returncode:
        sys.exit(f"{tool} failed:\n{ended.stdout}{ended.stderr}")
