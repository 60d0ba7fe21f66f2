"""A real outlet for the services."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.paper import codes
from tests.outlets import Outlet, copy_of, make_outlet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from outlet_app.services import Services


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """Founded once; every test gets a copy."""
    return make_outlet(tmp_path_factory.mktemp("template"))


@pytest.fixture
def outlet(template: Outlet, tmp_path: Path) -> Outlet:
    return copy_of(template, tmp_path)


@pytest.fixture
def chen(outlet: Outlet) -> Iterator[Services]:
    """Chen is signed in."""
    services = outlet.chen()
    yield services
    services.session.store.close()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder for backups."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def keeper(outlet: Outlet, stick: Path) -> Iterator[Services]:
    """The owner, who chose the stick for the backups."""
    services = outlet.owner()
    services.backup.choose_folder(services.backup.try_folder(stick))
    yield services
    services.session.store.close()


@pytest.fixture
def read_codes() -> Callable[[bytes], frozenset[str]]:
    """The texts of all codes on a label's PDF."""

    def read(pdf: bytes) -> frozenset[str]:
        picture = printing.page_picture(pdf, 12.0)
        return codes.read_back(picture.width, picture.height, picture.data)

    return read
