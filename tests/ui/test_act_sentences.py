"""The sentences for acts."""

from __future__ import annotations

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.ui.act_sentences import SENTENCES


@pytest.mark.parametrize("kind", ActivityKind)
def test_every_kind_of_act_ends_with_a_sentence_that_needs_no_fact(kind: ActivityKind) -> None:
    assert "{" not in str(SENTENCES[kind][-1])
