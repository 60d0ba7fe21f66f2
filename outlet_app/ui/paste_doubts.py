"""The words for what a paste left in doubt, and the readings it offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from outlet_app.domain.draft import PartyDraft
from outlet_app.domain.paste import DoubtReason
from outlet_app.ui.form_row import Note, Severity

if TYPE_CHECKING:
    from outlet_app.domain.paste import Doubt, PasteProposal

_SENTENCES: dict[DoubtReason, object] = {
    DoubtReason.MISSING: QT_TRANSLATE_NOOP("PasteDoubts", "Not in the pasted text."),
    DoubtReason.AMBIGUOUS: QT_TRANSLATE_NOOP("PasteDoubts", "Can be read in several ways."),
    DoubtReason.RENAMED: QT_TRANSLATE_NOOP("PasteDoubts", "An old name; this is today's."),
    DoubtReason.MISMATCH: QT_TRANSLATE_NOOP("PasteDoubts", "The parts do not belong together."),
    DoubtReason.INFERRED: QT_TRANSLATE_NOOP("PasteDoubts", "Not said, concluded from the rest."),
    DoubtReason.WEAK: QT_TRANSLATE_NOOP("PasteDoubts", "Not certain. Compare."),
    DoubtReason.SECOND: QT_TRANSLATE_NOOP("PasteDoubts", "The text has another one."),
    DoubtReason.PREMASKED: QT_TRANSLATE_NOOP("PasteDoubts", "Parts are hidden by stars."),
    DoubtReason.NOT_A_NUMBER: QT_TRANSLATE_NOOP("PasteDoubts", "Digits that are no phone number."),
    DoubtReason.IDENTITY_NUMBER: QT_TRANSLATE_NOOP("PasteDoubts", "An identity number was left out."),
}


_PART_OF = {"region": "province", "city": "province", "district": "province"}
"""Where a doubt about the divisions is shown: at the first, because what it offers are whole regions."""

MOST_READINGS = 4


def party_of(proposal: PasteProposal) -> PartyDraft:
    """The fields of a form as a proposal fills them; the extension joins the phone as people write it."""
    return PartyDraft(
        name=proposal.name,
        phone=f"{proposal.phone}转{proposal.extension}" if proposal.extension else proposal.phone,
        province=proposal.province,
        city=proposal.city,
        district=proposal.district,
        detail=proposal.detail,
    )


def notes_of(proposal: PasteProposal) -> dict[str, Note]:
    """What is doubtful, by the part of the party it stands at; the first doubt of a part is told."""
    notes: dict[str, Note] = {}
    for doubt in proposal.doubts:
        notes.setdefault(_PART_OF.get(doubt.field, doubt.field), _note(doubt))
    return notes


def _note(doubt: Doubt) -> Note:
    sentence = QCoreApplication.translate("PasteDoubts", str(_SENTENCES[doubt.reason]))
    return Note(Severity.DOUBT, sentence, doubt.alternatives[:MOST_READINGS])
