"""The form of one parcel: what the customer sent, sender, recipient, parcel. It knows no service."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outlet_app.domain.draft import PartyDraft, WaybillDraft
from outlet_app.ui import theme, wording
from outlet_app.ui.form_row import Note, Severity
from outlet_app.ui.form_state import FormState, Standing
from outlet_app.ui.parcel_fields import ParcelFields
from outlet_app.ui.party_card import GUTTER_PX, Card, PartyCard
from outlet_app.ui.party_fields import PARTS
from outlet_app.ui.paste_box import PasteBox
from outlet_app.ui.paste_doubts import notes_of, party_of
from outlet_app.ui.paste_place import RECIPIENT, SENDER, announced, joined
from outlet_app.ui.paste_target import PasteTarget

if TYPE_CHECKING:
    from outlet_app.domain.carrier import Carrier
    from outlet_app.domain.paste import PasteProposal
    from outlet_app.errors import Fault
    from outlet_app.ui.inputs import Choice, DivisionInput, TextInput

_EMPTY = PartyDraft()
_DIVISIONS = ("province", "city", "district")


class EntryForm(QWidget):
    """`edited`: something in the form changed. `paste_given(text)`: a customer's text waits to be read.

    `code_refused`: a label code was put into a field and is gone again. A note about a field is shown once a person
    has changed and left it, a paste has filled it, or acceptance was tried.
    """

    edited = Signal()
    paste_given = Signal(str)
    code_refused = Signal()

    def __init__(self, carriers: tuple[Carrier, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paste, self.target = PasteBox(), PasteTarget()
        self.sender_card, self.recipient_card = PartyCard(SENDER), PartyCard(RECIPIENT)
        self.sender_fields, self.recipient_fields = self.sender_card.fields, self.recipient_card.fields
        self.parcel = ParcelFields(carriers)
        self.parcel_card = Card(self.parcel)
        self._parties = {SENDER: self.sender_fields, RECIPIENT: self.recipient_fields}
        self._faults: tuple[Fault, ...] = ()
        self._hints: tuple[Fault, ...] = ()
        self._doubts: dict[str, Note] = {}
        self._touched: set[str] = set()
        self._before: FormState | None = None
        self._standing: Standing | None = None
        self._wish: str | None = None
        self._filling = False
        self._lay_out()
        self._connect()
        self.retranslate()

    def read_into(self, draft: WaybillDraft) -> WaybillDraft:
        """The draft with these fields as they stand."""
        return self.parcel.read_into(draft)

    def parties(self) -> dict[str, PartyDraft]:
        """Sender and recipient as they stand, by their field in the draft."""
        return {role: fields.draft() for role, fields in self._parties.items()}

    def show_findings(self, faults: tuple[Fault, ...], hints: tuple[Fault, ...]) -> None:
        """Show what keeps the form from being accepted, and what is worth a second look."""
        self._faults, self._hints = faults, hints
        self._show_notes()

    def keep_room(self, *, for_notes: bool) -> None:
        """Whether every row keeps a line free for notes."""
        for part in (self.sender_fields, self.recipient_fields, self.parcel):
            part.keep_room(for_notes=for_notes)

    def touch_all(self) -> None:
        """From now on show every fault, and put the keys on the first one."""
        self._touched.update(fault.field for fault in self._faults)
        if any(fault.field.startswith(SENDER) for fault in self._faults) and not self.sender_card.is_open:
            self.sender_card.open()
        self._show_notes()
        if self._faults:
            self.focus(self._faults[0].field)

    def focus(self, field: str) -> None:
        """Put the keys on a field of the draft, its text marked. A tick is not here and is left to others."""
        found = self._input(field)
        if found is None:
            return
        found.setFocus()
        line = getattr(found, "line", found)
        if hasattr(line, "selectAll"):
            line.selectAll()

    def place(self, proposal: PasteProposal, *, as_sender: bool = False) -> bool:
        """Fill in what a paste says; what could not be placed stays in the paste box. Whether it said anything.

        A pasted pair fills both parties. A single party goes to the sender when `as_sender` says so, else where the
        person wished, else where the text says it belongs, else where `paste_place` puts it. It replaces the party, or
        completes it when it says only what is still empty. Fields the paste says nothing about are marked as missing.
        """
        before = self.state()
        filled = self._placed(proposal, as_sender=as_sender)
        self.paste.leave(proposal.leftover)
        if not filled:
            return False
        self._before = before
        self._wish = None if self._wish in filled else self._wish
        self._tell_target()
        self.edited.emit()
        self._focus_after_paste(filled)
        return True

    def swap(self) -> None:
        """Make the sender the recipient and the recipient the sender; undo takes it back."""
        before = self.state()
        if before.draft.sender == before.draft.recipient:
            return
        self._touched = set(map(_moved, before.touched))
        self._fill(SENDER, before.draft.recipient, {})
        self._fill(RECIPIENT, before.draft.sender, {})
        self._doubts = {_moved(field): note for field, note in before.doubts}
        self._before = before
        self._wish = None
        self._tell_target()
        self.edited.emit()

    def undo_paste(self) -> bool:
        """Put back what stood before the last paste or swap; whether there was one since."""
        before = self._before
        if before is None:
            return False
        was = before.draft
        draft = replace(
            self.read_into(was), carrier=was.carrier, service=was.service, category=was.category, payment=was.payment
        )
        self.restore(replace(before, draft=draft, before=None))
        self.paste.setFocus()
        return True

    def state(self) -> FormState:
        """The form as it stands, for `restore`."""
        return FormState(
            draft=self.read_into(
                WaybillDraft(sender=self.sender_fields.draft(), recipient=self.recipient_fields.draft())
            ),
            leftover=self.paste.toPlainText(),
            sender_open=self.sender_card.is_open,
            wish=self._wish,
            standing=self._standing,
            doubts=tuple(self._doubts.items()),
            touched=frozenset(self._touched),
            before=self._before,
        )

    def restore(self, state: FormState) -> None:
        """Put the form back as it was; the undo of single fields is gone."""
        self._filling = True
        self.sender_fields.put(state.draft.sender)
        self.recipient_fields.put(state.draft.recipient)
        self.parcel.put(state.draft)
        self._filling = False
        self.paste.leave(state.leftover)
        if state.sender_open:
            self.sender_card.show_fields()
        else:
            self.sender_card.fold()
        self._wish, self._standing, self._before = state.wish, state.standing, state.before
        self._doubts, self._touched = dict(state.doubts), set(state.touched)
        self._tell_target()
        self.edited.emit()

    def show_draft(self, draft: WaybillDraft) -> None:
        """Show a draft from elsewhere, whole and open, with nothing said about it yet."""
        self.restore(FormState(draft))

    def is_blank(self) -> bool:
        """Whether nothing was typed or pasted but what stands from the parcel before."""
        parties = self.parties()
        sender = self._standing.sender if self._standing is not None else _EMPTY
        stands = parties == {SENDER: sender, RECIPIENT: _EMPTY}
        return stands and self._before is None and self.parcel.is_blank() and not self.paste.toPlainText()

    def change_sender(self) -> None:
        """Open the sender; the next single paste is the sender."""
        self.sender_card.open()

    def switch_target(self) -> None:
        """Let the next single paste fill the other party."""
        self.wish_target(RECIPIENT if self.target.role() == SENDER else SENDER)

    def wish_target(self, role: str) -> None:
        """Let the next single paste fill this party, once."""
        self._wish = role
        self._tell_target()

    def take_reading(self, place: int) -> None:
        """Take a reading by its place, 0 being the first: of the field with the keys, or else of the first doubtful."""
        rows = [row for fields in self._parties.values() for row in fields.rows]
        offers = [line for row in rows for line in row.offers()]
        offers.sort(key=lambda line: not line.has_keys())
        if offers:
            offers[0].take(place)

    def clear_for_next(self) -> None:
        """Drop what belongs to the parcel just accepted, undo included.

        The sender stands, folded to one line, and with him what was chosen: carrier, service, category, payment.
        """
        self._before = None
        self._doubts.clear()
        self._filling = True
        self.recipient_fields.put(_EMPTY)
        self.parcel.clear_for_next()
        self._filling = False
        self.paste.leave("")
        self._touched.clear()
        self._wish = None
        self._standing = Standing(self.sender_fields.draft(), self.parcel.terms())
        self.sender_card.fold()
        self._tell_target()
        self.edited.emit()
        self.paste.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; the cards and fields do so for themselves."""
        self.parcel_card.heading.setText(self.tr("Parcel"))
        self.paste.setAccessibleName(self.tr("Paste what the customer sent"))
        self._tell_target()
        self._show_notes()

    def _placed(self, proposal: PasteProposal, *, as_sender: bool) -> tuple[str, ...]:
        """Fill the parties a proposal speaks of, and name them."""
        party = party_of(proposal)
        if proposal.sender is not None:
            self._fill(SENDER, party_of(proposal.sender), notes_of(proposal.sender))
            self._fill(RECIPIENT, party, notes_of(proposal))
            return SENDER, RECIPIENT
        if party == _EMPTY:
            return ()
        role = SENDER if as_sender else self._role_of(proposal)
        if role == RECIPIENT and self._sender_stands():
            self.sender_card.fold()
        self._fill(role, joined(self._parties[role].draft(), party), notes_of(proposal))
        return (role,)

    def _sender_stands(self) -> bool:
        if self._wish == SENDER or self.sender_fields.draft() == _EMPTY:
            return False
        noted = [*(fault.field for fault in self._faults), *self._doubts]
        return not any(field.startswith(SENDER) for field in noted)

    def _role_of(self, proposal: PasteProposal) -> str:
        parties = self.parties()
        said = proposal.side.value if proposal.side is not None else None
        return self._wish or said or announced(parties[SENDER], parties[RECIPIENT])

    def _fill(self, role: str, party: PartyDraft, doubts: dict[str, Note]) -> None:
        self._filling = True
        self._parties[role].put(party)
        self._filling = False
        self._forget_doubts(role)
        self._doubts |= {f"{role}.{part}": note for part, note in doubts.items()}
        if role == SENDER and not self.sender_card.is_open:
            self.sender_card.show_fields()
        if party != _EMPTY:
            self._touched |= {f"{role}.{part}" for part in PARTS}
        self._notice_sender()

    def _notice_sender(self) -> None:
        """Another phone is another sender: what was chosen for the one before is not his."""
        if self._standing is not None and self.sender_fields.phone.text() != self._standing.sender.phone:
            self.parcel.forget_terms(self._standing.terms)
            self._standing = None

    def _forget_doubts(self, prefix: str) -> None:
        self._doubts = {field: note for field, note in self._doubts.items() if not field.startswith(prefix)}

    def _focus_after_paste(self, filled: tuple[str, ...]) -> None:
        """The first field of the pasted party that needs a look; else the next thing to do."""
        wanted = [fault.field for fault in self._faults if not self._is_explained(fault)] + list(self._doubts)
        here = [field for field in wanted if field.partition(".")[0] in filled]
        if here:
            self.focus(here[0])
        elif _EMPTY in self.parties().values():
            self.paste.setFocus()
        else:
            self.focus("weight")

    def _show_notes(self) -> None:
        notes = {fault.field: Note(Severity.DOUBT, wording.fault_sentence(fault)) for fault in self._hints}
        notes |= self._doubts
        for fault in self._faults:
            if fault.field in self._touched and not self._is_explained(fault):
                notes[fault.field] = Note(Severity.FAULT, wording.fault_sentence(fault))
        for role, fields in self._parties.items():
            fields.show_notes(_below(role, notes))
        self.parcel.show_notes({field: note for field, note in notes.items() if field in self.parcel.fields()})

    def _is_explained(self, fault: Fault) -> bool:
        """Whether a doubt offers readings for what is wrong, so that one of them mends it."""
        role, _, part = fault.field.partition(".")
        place = f"{role}.province" if part in _DIVISIONS else fault.field
        return place in self._doubts and bool(self._doubts[place].readings)

    def _input(self, field: str) -> TextInput | DivisionInput | Choice | None:
        role, _, part = field.partition(".")
        if part:
            return self._parties[role].input(part)
        return self.parcel.input(field) if field in self.parcel.fields() else None

    def _tell_target(self) -> None:
        role = self._wish or announced(self.sender_fields.draft(), self.recipient_fields.draft())
        self.target.show_role(role)
        self.paste.setPlaceholderText(
            self.tr("Paste the sender here: name, phone, address in any order   Ctrl+V   (Ctrl+T: recipient)")
            if role == SENDER
            else self.tr("Paste the recipient here: name, phone, address in any order   Ctrl+V   (Ctrl+T: sender)")
        )

    def _lay_out(self) -> None:
        self.target.setFixedWidth(GUTTER_PX + 2 * theme.GRID_PX)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID_PX)
        head.addWidget(self.target)
        head.addWidget(self.paste, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GRID_PX)
        box.addLayout(head)
        for part in (self.sender_card, self.recipient_card, self.parcel_card):
            box.addWidget(part)
        box.addStretch(1)

    def _connect(self) -> None:
        self.paste.given.connect(self.paste_given)
        self.target.chosen.connect(self.wish_target)
        self.sender_card.opened.connect(partial(self.wish_target, SENDER))
        self.recipient_card.swap_asked.connect(self.swap)
        for role, fields in self._parties.items():
            fields.edited.connect(self._edited)
            fields.left.connect(partial(self._left, role))
            fields.reading_chosen.connect(partial(self._settled, role))
        self.parcel.edited.connect(self._edited)
        self.parcel.left.connect(partial(self._left, ""))
        for part in (self.paste, self.sender_fields, self.recipient_fields, self.parcel):
            part.code_refused.connect(self.code_refused)

    def _edited(self) -> None:
        if not self._filling:
            self._tell_target()
            self.edited.emit()

    def _left(self, role: str, part: str) -> None:
        """A person has finished with a field: he has seen its doubt, and may be told its fault."""
        field = f"{role}.{part}" if role else part
        self._touched.add(field)
        self._doubts.pop(field, None)
        if field == "sender.phone":
            self._notice_sender()
        self._show_notes()

    def _settled(self, role: str, part: str) -> None:
        self._doubts.pop(f"{role}.{part}", None)
        self.edited.emit()
        self._focus_after_paste((role,))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _below(role: str, notes: dict[str, Note]) -> dict[str, Note]:
    return {field.partition(".")[2]: note for field, note in notes.items() if field.startswith(f"{role}.")}


def _moved(field: str) -> str:
    """The same part of the other party; a field of the parcel stays."""
    role, dot, part = field.partition(".")
    return f"{RECIPIENT if role == SENDER else SENDER}.{part}" if dot else field
