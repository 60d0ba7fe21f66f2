"""An owner who would put acts under a clerk's name: what his card can do, and what it leaves behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.sealing.statements import VerifyKeyNamed
from outlet_app.sealing.suite import SigningKey
from outlet_app.services.review import ActFilter
from outlet_app.services.session import RecordState
from outlet_app.store.store import Author, Entry
from tests.outlets import OWNER_PASSWORD, make_outlet

if TYPE_CHECKING:
    from tests.outlets import Outlet

_REVEALED = Activity(ActivityKind.REVEALED, bytes(16), {"field": "recipient.phone", "reason": "call", "by": "scan"})


@pytest.fixture(scope="module")
def outlet(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("owner"))


def test_what_is_true_an_owner_can_name_a_key_of_his_own_for_a_clerk_and_that_he_did_stands_in_the_record(
    outlet: Outlet,
) -> None:
    """With tools of his own he then signs as that clerk; labels that have left pin what stood there before."""
    owner, planted = outlet.owner(), SigningKey(b"p" * 32)
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    owner.session.state(seed, VerifyKeyNamed(outlet.chen_id, planted.verify_key))
    named = owner.session.store.checkpoint().n
    owner.session.store.write(Author(outlet.chen_id, "counter", planted.sign), Entry(_REVEALED))
    owner.session.read_statements()
    while owner.session.verify_some():
        pass
    assert owner.session.record_state() is RecordState.GOOD
    stated = owner.review.acts(ActFilter(numbers=(named,))).acts[0]
    assert (stated.account_id, stated.kind) == (outlet.owner_id, ActivityKind.STATEMENT_MADE)
    assert (stated.facts["subject"], stated.facts["person"]) == ("verify-key", "陈伟")
    outlet.entrance.close()
