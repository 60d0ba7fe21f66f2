"""A parcel and its label for the tests of what a label opens: accepted, printed, scanned again."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.sealing.label_code import LabelCode, read_code
from outlet_app.services.label_in_hand import LabelInHand
from outlet_app.store import activities
from tests.builders import draft
from tests.outlets import LABEL_PRINTER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

    from outlet_app.domain.activity import Detail
    from outlet_app.domain.draft import WaybillDraft
    from outlet_app.services import Services
    from outlet_app.services.entry import Accepted


def code_of(services: Services, record_id: bytes) -> LabelCode:
    """What the QR on the last label of this session says."""
    kept = services.session.labels.find(record_id)
    assert kept is not None
    assert kept.code_text is not None
    code = read_code(kept.code_text)
    assert isinstance(code, LabelCode)
    return code


def accept(services: Services, typed: WaybillDraft | None = None) -> tuple[Accepted, LabelCode]:
    """One parcel over the counter, and its label's code."""
    accepted = services.entry.accept(typed or draft(), LABEL_PRINTER)
    return accepted, code_of(services, accepted.record_id)


def hold(services: Services, record_id: bytes, code: LabelCode, version: int = 1) -> None:
    """The label is scanned, as the scan of a label that opens leaves it."""
    session = services.session
    session.in_hand = LabelInHand(record_id, version, code.serial, code.token, session.clock())


def told(services: Services, record_id: bytes) -> list[tuple[str, Detail]]:
    """Kind and detail of every act about a waybill, without its commitments."""
    acts = activities.of_record(services.session.store.reader, record_id)
    return [(act.kind, _plain(read_detail(act))) for act in acts]


def last(services: Services) -> tuple[ActivityKind, Detail]:
    """Kind and detail of the newest act."""
    act = activities.newest(services.session.store.reader)
    assert act is not None
    return ActivityKind(act.kind), _plain(read_detail(act))


def _plain(detail: Detail) -> Detail:
    return {name: value for name, value in detail.items() if not name.startswith("sha_")}


@contextmanager
def once_at(file: str, function: str, do: Callable[[], object]) -> Iterator[None]:
    """Let something happen, once, where one of the program's own functions returns."""
    done: list[object] = []

    def look(frame: FrameType, happened: str, _: object) -> None:
        code = frame.f_code
        if happened == "return" and code.co_qualname == function and code.co_filename.endswith(f"outlet_app/{file}"):
            sys.setprofile(None)
            done.append(do())

    sys.setprofile(look)
    try:
        yield
    finally:
        sys.setprofile(None)
    assert done, f"{function} was never reached"
