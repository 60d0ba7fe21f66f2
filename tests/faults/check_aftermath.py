"""What must hold of an outlet whose program was killed while its database was checked whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.domain.activity import ActivityKind
from outlet_app.services import care
from outlet_app.store import activities
from tests.builders import draft
from tests.faults import staff_aftermath
from tests.faults.staff_aftermath import reopened
from tests.outlets import LABEL_PRINTER, Outlet
from tests.services.wrecking import damage, sealed_details

if TYPE_CHECKING:
    from outlet_app.services import Services

_ODD_WAYBILL = 5


def template(folder: Path, *, damaged: bool = True) -> Outlet:
    """An outlet with a few waybills, one of them on a page that was damaged, and what the child must know."""
    outlet = staff_aftermath.template(folder)
    outlet.entrance.close()
    (folder / "lin").write_text(outlet.lin_id.hex())
    if damaged:
        damage(outlet, sealed_details(outlet, _ODD_WAYBILL))
    return outlet


def check(outlet: Outlet, *, damaged: bool = True) -> int:
    """Everybody works on; a check that was not finished is due again, and what one found is recorded in the end.

    Returns how often it was recorded before: once more than needed where it was killed between record and note.
    """
    outlet = reopened(outlet)
    lin = outlet.lin()
    before = _recorded(lin)
    lin.entry.accept(draft(), LABEL_PRINTER)
    outlet.entrance.close()
    closing = outlet.entrance.closing_check()
    found = closing.run(lambda _: None) if closing else care.standing(outlet.place.last_check, outlet.clock()).last
    assert found is not None
    assert bool(found.faults) is damaged
    chen = outlet.chen()
    assert (_recorded(chen) > 0) is damaged
    assert not care.standing(outlet.place.last_check, outlet.clock()).is_due
    outlet.entrance.close()
    return before


def _recorded(services: Services) -> int:
    acts = activities.after(services.session.store.reader, 0, 10_000)
    return [act.kind for act in acts].count(ActivityKind.INTEGRITY_FAULT)
