"""Card and sheet are asked back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.ui.newcomer import Newcomer


def test_the_card_is_shown_in_four_lines_that_together_are_its_text(newcomer: Newcomer) -> None:
    newcomer.to_card()
    lines = newcomer.wizard.card.lines.text().split("\n")
    assert len(lines) == 4
    assert "".join(lines) == newcomer.day.card()


def test_another_text_than_the_cards_is_refused_and_a_scan_of_the_card_is_taken_unseen(newcomer: Newcomer) -> None:
    newcomer.to_card()
    card = newcomer.day.card()
    newcomer.enter()
    proof = newcomer.wizard.card_proof
    newcomer.type(card[:-1])
    newcomer.enter()
    assert newcomer.is_at(proof)
    assert "not what the card says" in proof.fault.text()
    proof.text.clear()
    newcomer.scan(card)
    newcomer.qtbot.waitUntil(lambda: newcomer.is_at(newcomer.wizard.sheet))
    assert card not in newcomer.shown()
