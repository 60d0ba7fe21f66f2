"""The words for facts of acts."""

from __future__ import annotations

import pytest

from outlet_app.domain.draft import PartyDraft
from outlet_app.domain.reveal_terms import RevealField, RevealReason
from outlet_app.services import reveal
from outlet_app.ui.act_words import WORDS


@pytest.mark.parametrize("reason", RevealReason)
def test_every_reason_of_a_reveal_has_words(reason: RevealReason) -> None:
    assert ("reason", reason.value) in WORDS


@pytest.mark.parametrize("field", RevealField)
def test_every_part_that_can_be_revealed_has_words_where_the_form_has_no_field_for_it(field: RevealField) -> None:
    _, _, part = field.value.partition(".")
    assert not part or part in PartyDraft.__dataclass_fields__ or ("field", field.value) in WORDS


@pytest.mark.parametrize("why", [*reveal._WHY.values(), "limit"])
def test_every_refusal_of_a_reveal_has_words(why: str) -> None:
    assert ("why", why) in WORDS


@pytest.mark.parametrize("by", reveal._By)
def test_every_way_to_open_details_has_words(by: str) -> None:
    assert ("by", by) in WORDS
