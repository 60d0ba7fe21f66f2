"""What the made-up month writes is what the program writes: each kind with the words of its detail."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.reveal_terms import RevealField, RevealReason
from outlet_app.errors import NoLabelInHand, WrongPassword
from outlet_app.store import activities
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, LIN_PASSWORD, copy_of, make_outlet
from tests.services.arriving import arrival
from tests.services.handing import parcel

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from outlet_app.domain.activity import Act
    from outlet_app.services import Services
    from tests.behaviour.month import Month
    from tests.outlets import Outlet

NOT_PLAYED = {Kind.REMOTE_SESSION_SEEN, Kind.CLOCK_MOVED, Kind.CHANGED_PERSON}
"""Told by tests of their own; their details are one word or two."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> list[Act]:
    """The record of an outlet after a few parcels over the real services."""
    folder: Path = tmp_path_factory.mktemp("template")
    outlet = copy_of(make_outlet(folder), tmp_path_factory.mktemp("played"))
    with pytest.raises(WrongPassword):
        outlet.entrance.sign_in(outlet.chen_id, LIN_PASSWORD)
    outlet.clock.move(minutes=1)
    chen = outlet.chen()
    _work(chen, outlet)
    acts = activities.after(chen.session.store.reader, 0, 10_000)
    outlet.entrance.close()
    return acts


def _work(chen: Services, outlet: Outlet) -> None:
    """What the counter does with five parcels."""
    labelled = parcel(chen)
    chen.scans.take(labelled.text)
    chen.reveal.by_scan(labelled.record_id, RevealField.REMARK, RevealReason.CALL)
    outlet.clock.move(minutes=12)
    chen.scans.take(labelled.text)
    again = chen.printing_desk.relabel(labelled.record_id, LABEL_PRINTER)
    chen.printing_desk.report(again, printed=True)
    chen.scans.put_down()
    with pytest.raises(NoLabelInHand):
        chen.reveal.by_scan(labelled.record_id, RevealField.REMARK, RevealReason.CALL)
    own = chen.entry.accept(draft(), LABEL_PRINTER)
    chen.reveal.open_for_correction(own.record_id)
    chen.entry.correct(own.record_id, draft(remark="轻放"), LABEL_PRINTER)
    outlet.clock.move(minutes=12)
    chen.printing_desk.take(own.record_id, LABEL_PRINTER)
    for key in (labelled.number, "9999", "15-1-1"):
        chen.find.look_up(key)
    shelved = chen.arrivals.register(arrival(), LABEL_PRINTER)
    assert shelved.job is not None
    chen.printing_desk.report(shelved.job, printed=True)
    chen.collection.give_out(shelved.parcel.record_id, "5678", cash_taken=False)
    standing = chen.hand_over.put_on("yto", labelled.number, typed=False).list
    assert standing is not None
    chen.hand_over.close(standing.list_id, None)


def _words(acts: Iterable[Act]) -> dict[str, set[frozenset[str]]]:
    words: dict[str, set[frozenset[str]]] = defaultdict(set)
    for act in acts:
        words[act.kind].add(frozenset(read_detail(act)))
    return words


def test_every_kind_of_the_month_has_the_words_that_the_program_writes(month: Month, played: list[Act]) -> None:
    made_up, real = _words(month.acts), _words(played)
    assert made_up.keys() - NOT_PLAYED <= real.keys()
    odd = {
        kind: (sorted(map(sorted, words - real[kind])), sorted(map(sorted, real[kind])))
        for kind, words in made_up.items()
        if kind not in NOT_PLAYED and not words <= real[kind]
    }
    assert odd == {}
