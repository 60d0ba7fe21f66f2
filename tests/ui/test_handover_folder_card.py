"""Where sealed hand-overs go."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from outlet_app.ui.handover_folder_card import HandoverFolderCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_says_where_or_that_nothing_is_written(qtbot: QtBot) -> None:
    card = HandoverFolderCard()
    qtbot.addWidget(card)
    assert card.folder.whole() == "None chosen yet: nothing is written"
    card.show_folder(Path("/media/stick"))
    card.show_fingerprint("ABCD-EFGH-JKMN-PQRS")
    card.retranslate()

    assert card.folder.whole() == str(Path("/media/stick"))
    assert card.fingerprint.text() == "ABCD-EFGH-JKMN-PQRS"
    with qtbot.waitSignal(card.folder_asked):
        card.choose.click()
