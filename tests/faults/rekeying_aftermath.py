"""What must hold of an outlet after its owner was killed while he replaced his keys."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from outlet_app.errors import KeyMismatch, LabelCodeRefused, WrongPassword
from outlet_app.sealing.owner_slots import open_with_recovery
from outlet_app.sealing.unseal import unseal_with_owner_key
from outlet_app.services.record_check import RecordState
from outlet_app.services.setup import Setup
from outlet_app.store import rewraps, waybills
from tests.builders import draft
from tests.faults.staff_aftermath import _check_files, reopened
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD, Outlet, make_outlet

if TYPE_CHECKING:
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.services import Services

WAYBILLS = rewraps.RANGE_ROWS + 6
"""Two ranges of rows."""


@dataclass(frozen=True)
class Template:
    """The outlet as it was before, and the seed that was in force then."""

    outlet: Outlet
    former: OwnerSeed
    former_words: str


def template(folder: Path) -> Template:
    """An outlet with two ranges of waybills, and beside it what the child must know."""
    words: list[str] = []
    found = Setup.found

    def note(setup: Setup, *names: str) -> object:
        founded = found(setup, *names)
        words.append(" ".join(founded.recovery_words))
        return founded

    Setup.found = note  # type: ignore[method-assign, assignment] # the sheet is looked at as it is written
    try:
        outlet = make_outlet(folder)
    finally:
        Setup.found = found  # type: ignore[method-assign] # as it was
    (folder / "owner").write_text(f"{outlet.owner_id.hex()} {outlet.card}")
    chen = outlet.chen()
    for _ in range(WAYBILLS):
        chen.entry.accept(draft(), LABEL_PRINTER)
    chen.session.sign_out()
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    return Template(outlet, seed, "".join(words[0].split()))


def check(before: Template, outlet: Outlet, folder: Path, work: str) -> bool:
    """Open the outlet and prove that everybody works and that exactly one set of papers opens; whether the new one."""
    outlet = reopened(outlet)
    for sign_in in (outlet.lin, outlet.chen):
        services = sign_in()
        services.entry.accept(draft(), LABEL_PRINTER)
    while services.session.verify_some():
        pass
    assert services.session.record_state() is RecordState.GOOD
    services.session.sign_out()
    owner = outlet.owner()
    _check_files(outlet)
    replaced = _check_papers(before, outlet, folder, work)
    card = (folder / "papers").read_text().split()[0] if replaced and work != "key" else outlet.card
    _check_waybills(before, outlet, owner, card, moved=replaced and work == "seed")
    invited = owner.staff.invite_clerk("赵强", password=OWNER_PASSWORD, card=card)
    outlet.entrance.accept_invitation(invited.account_id, invited.code, "a sentence of his own")
    outlet.entrance.close()
    return replaced


def _check_papers(before: Template, outlet: Outlet, folder: Path, work: str) -> bool:
    """Of the former and the new card exactly one opens, and the sheet that belongs to it; whether the new one."""
    if work == "key":
        assert _opens(outlet, outlet.card)
        open_with_recovery(outlet.keys.key_file(), before.former_words)
        return outlet.keys.key_file().epoch == 2
    papers = folder / "papers"
    card, *rest = papers.read_text().split("\n") if papers.exists() else [""]
    new, former = _opens(outlet, card), _opens(outlet, outlet.card)
    assert new is not former
    if work == "seed":
        assert _sheet_opens(outlet, before.former_words) is former
        assert _sheet_opens(outlet, rest[0] if rest else "") is new
    return new


def _check_waybills(before: Template, outlet: Outlet, owner: Services, card: str, *, moved: bool) -> None:
    """What was accepted opens with the owner's present key, and after the work is done with no other."""
    owner.owner_keys.go_on(password=OWNER_PASSWORD, card=card)
    while owner.wraps.some():
        pass
    assert owner.wraps.progress().odd_numbers == ()
    assert outlet.keys.key_file().former_seed is None
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, card)
    reader = owner.session.store.reader
    rows = [row for at in range(rewraps.ranges(reader)) for row in waybills.sealed_range(reader, at)]
    assert len(rows) == WAYBILLS + 2
    for row in rows:
        sealed = waybills.sealed(reader, row.masked.record_id)
        unseal_with_owner_key(sealed, seed, outlet_id=owner.session.outlet_id)
        if moved:
            _closed_to(before.former, owner, sealed.masked.record_id)


def _closed_to(former: OwnerSeed, owner: Services, record_id: bytes) -> None:
    sealed = waybills.sealed(owner.session.store.reader, record_id)
    try:
        unseal_with_owner_key(sealed, former, outlet_id=owner.session.outlet_id)
    except KeyMismatch:
        return
    raise AssertionError("the former key opens a waybill")


def _opens(outlet: Outlet, card: str) -> bool:
    try:
        outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, card)
    except WrongPassword:
        return False
    return True


def _sheet_opens(outlet: Outlet, words: str) -> bool:
    """Killed early, nothing is on paper yet."""
    try:
        open_with_recovery(outlet.keys.key_file(), words)
    except (LabelCodeRefused, WrongPassword):
        return False
    return True
