"""Make the two faces of labels and screens from the packaged variable Noto Sans SC, once, at set-up.

ReportLab prints a variable face at its default weight, Thin, so weights 400 and 700 are cut out of it: about half a
minute. The face is under the SIL Open Font License 1.1, whose text is laid beside the two files.

Usage: `python installer/fonts.py [FOLDER]`, by the interpreter whose environment gets the faces.
"""

from __future__ import annotations

import hashlib
import importlib.resources
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

SOURCE_SHA256 = "a3041811a78c361b1de50f953c805e0244951c21c5bd412f7232ef0d899af0da"
"""Of `NotoSansSC[wght].ttf` in PyPI `justmytype-intl-cjk` 0.1.0 (Noto Sans SC 2.004, from Google Fonts)."""

WEIGHTS = {"NotoSansSC-Regular.ttf": 400, "NotoSansSC-Bold.ttf": 700}
LICENCE = "NotoSansSC-OFL.txt"


def folder_of_environment() -> Path:
    """Where `outlet_app.paths.face` looks in the running environment."""
    return Path(sys.prefix) / "share" / "outlet-app" / "fonts"


def are_ready(folder: Path) -> bool:
    """Whether both faces and their licence already lie in `folder`."""
    return all((folder / name).is_file() for name in (*WEIGHTS, LICENCE))


def make(folder: Path) -> None:
    """Write both faces and the licence into `folder`; each appears whole or not at all.

    Raises SystemExit when the packaged face is not the one this was written for.
    """
    source = _source()
    if hashlib.sha256(source.read_bytes()).hexdigest() != SOURCE_SHA256:
        sys.exit(f"{source.name} is not the face it should be; is justmytype-intl-cjk 0.1.0 installed?")
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(len(WEIGHTS)) as both:
        made = [both.submit(_instance, source, weight, folder / name) for name, weight in WEIGHTS.items()]
        for each in made:
            each.result()
    shutil.copyfile(source.with_name("OFL.txt"), folder / LICENCE)


def _source() -> Path:
    package = importlib.resources.files("justmytype_intl_cjk")
    return Path(str(package / "fonts" / "ofl" / "notosanssc" / "NotoSansSC[wght].ttf"))


def _instance(source: Path, weight: int, target: Path) -> None:
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - the rest of this module runs before fonttools is installed
    from fontTools.varLib import instancer  # noqa: PLC0415 - as above

    font = TTFont(source, recalcTimestamp=False)
    instancer.instantiateVariableFont(font, {"wght": weight}, inplace=True, updateFontNames=True)
    part = target.with_suffix(".part")
    font.save(part)
    part.replace(target)


def main() -> None:
    """Make the faces unless they are there."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else folder_of_environment()
    if not are_ready(folder):
        print(f"making the faces in {folder} (once, about half a minute)")
        make(folder)


if __name__ == "__main__":
    main()
