"""The wheel stands alone: in an environment without the source tree it finds its resources and reads a paste."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

PASTE = "张三 13800138000 浙江省杭州市余杭区文一西路969号3号楼2单元501室"


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An interpreter whose environment holds the wheel and the one library that reading a paste needs.

    The wheel is unpacked, which is what installing a wheel of pure Python does.
    """
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    environment = folder / "environment"
    venv.create(environment, with_pip=False, symlinks=sys.platform != "win32")
    packages = next(environment.rglob("site-packages"))
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(packages)
    shutil.copytree(_package("regex"), packages / "regex")
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _package(name: str) -> Path:
    found = importlib.util.find_spec(name)
    assert found is not None
    assert found.origin is not None
    return Path(found.origin).parent


def _said(python: Path, script: str, tmp_path: Path) -> str:
    ended = subprocess.run(
        [str(python), "-I", "-X", "utf8", "-c", script],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.strip()


def test_the_environment_does_not_see_the_source_tree(python: Path, tmp_path: Path) -> None:
    place = _said(python, "import outlet_app; print(outlet_app.__file__)", tmp_path)

    assert not Path(place).is_relative_to(ROOT)


def test_an_installed_program_finds_every_resource_of_the_tree(python: Path, tmp_path: Path) -> None:
    shipped = sorted(path.relative_to(ROOT / "resources").as_posix() for path in (ROOT / "resources").rglob("*.*"))
    script = f"from outlet_app import paths; print(all(paths.resource(name).exists() for name in {shipped!r}))"

    assert shipped
    assert _said(python, script, tmp_path) == "True"


def test_an_installed_program_speaks_both_languages(python: Path, tmp_path: Path) -> None:
    script = "from outlet_app import paths; print(*sorted(p.name for p in paths.translations_folder().glob('*.qm')))"

    assert _said(python, script, tmp_path) == "en.qm zh_CN.qm"


def test_an_installed_program_knows_its_carriers(python: Path, tmp_path: Path) -> None:
    script = "from outlet_app.domain.carrier import carriers; print('yto' in carriers())"

    assert _said(python, script, tmp_path) == "True"


def test_an_installed_program_reads_a_paste(python: Path, tmp_path: Path) -> None:
    script = f"from outlet_app.domain.paste import read_paste; p = read_paste({PASTE!r}); print(p.name, p.district)"

    assert _said(python, script, tmp_path) == "张三 余杭区"


def test_an_installed_program_has_the_tables_of_its_database(python: Path, tmp_path: Path) -> None:
    script = "import outlet_app.store as s, pathlib; print(*pathlib.Path(s.__file__).parent.glob('migrations/*.sql'))"

    assert "0001" in _said(python, script, tmp_path)
