"""What the tests of scans share: the codes on labels, and folders put back as they were."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import OutletError
from outlet_app.sealing.label_code import LabelCode, LabelToken, read_code, write_label_code
from outlet_app.store import activities
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from outlet_app.domain.activity import Act
    from outlet_app.domain.history import Checkpoint
    from outlet_app.services import Services
    from tests.outlets import Outlet

REASON = "电脑换过硬盘"


@dataclass(frozen=True)
class Labelled:
    """A waybill and the text of its coded label."""

    record_id: bytes
    number: str
    text: str


def label(services: Services, number: str = "") -> Labelled:
    """Accept a parcel and print its coded label."""
    accepted = services.entry.accept(draft(number=number) if number else draft(), LABEL_PRINTER)
    return Labelled(accepted.record_id, accepted.number, code_of(services, accepted.record_id))


def code_of(services: Services, record_id: bytes) -> str:
    """The text of the code that was printed last for a waybill of this session."""
    kept = services.session.labels.find(record_id)
    assert kept is not None
    assert kept.code_text is not None
    return kept.code_text


def read_label(text: str) -> LabelCode:
    code = read_code(text)
    assert isinstance(code, LabelCode)
    return code


def check_all(services: Services) -> None:
    """The whole record, as the window asks for it."""
    while services.session.verify_some():
        pass


def acknowledge(outlet: Outlet, owner: Services) -> None:
    owner.scans.acknowledge(REASON, OWNER_PASSWORD, outlet.card)


def copy_aside(outlet: Outlet, folder: Path) -> None:
    """A copy of everything that this outlet keeps on this PC."""
    for path in (outlet.place.folder, outlet.place.state):
        shutil.copytree(path, folder / path.name)


def put_back(outlet: Outlet, folder: Path) -> None:
    for path in (outlet.place.folder, outlet.place.state):
        shutil.rmtree(path)
        shutil.copytree(folder / path.name, path)


def scan_calls(services: Services, outlet: Outlet, take: Callable[[], object]) -> dict[str, Callable[[], object]]:
    """Every guarded method of `Scans` by its name; `take` is what another use case calls by the same name."""
    text = label(services).text

    def take_both() -> None:
        """Refused where either of the two is, and then both must be."""
        try:
            take()
        except OutletError as error:
            with pytest.raises(type(error)):
                services.scans.take(text)
            raise
        services.scans.take(text)

    return {
        "take": take_both,
        "gap": services.scans.gap,
        "acknowledged": services.scans.acknowledged,
        "numbers_lost": services.scans.numbers_lost,
        "acknowledge": lambda: acknowledge(outlet, services),
    }


def label_at(services: Services, made: Labelled, checkpoint: Checkpoint, *, token: LabelToken | None = None) -> str:
    """A code as whoever holds the label key could write it."""
    code = read_label(made.text)
    return write_label_code(
        outlet_id=services.session.outlet_id,
        number=code.number,
        serial=code.serial,
        token=token or code.token,
        checkpoint=checkpoint,
        label_key=services.session.keys.label_key,
    )


def edit(services: Services, sql: str, *values: bytes | int | str) -> None:
    with services.session.store._database.transaction() as cursor:
        cursor.run(sql, *values)


def lose_a_day(outlet: Outlet, folder: Path) -> list[str]:
    """Three parcels are labelled, then both folders are put back as they were before: what their labels say."""
    copy_aside(outlet, folder)
    lin = outlet.lin()
    texts = [label(lin).text for _ in range(3)]
    outlet.entrance.close()
    put_back(outlet, folder)
    return texts


def last_act(services: Services) -> Act:
    act = activities.newest(services.session.store.reader)
    assert act is not None
    return act
