"""The page of 网点 about the owner's keys: how they stand, and one change at a time in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from outlet_app.ui.keys_consent import KeyChange
from outlet_app.ui.keys_flow import Begun, KeysFlow
from outlet_app.ui.keys_overview import KeysOverview
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from outlet_app.services.owner_keys import CardInHand, OwnerKeys, OwnersCard, SeedInHand
    from outlet_app.services.session import Session
    from outlet_app.services.wraps import Wraps, WrapState
    from outlet_app.ui.tasks import Tasks

LOOK_MS = 1000


class KeysPage(OutletPage):
    """Looks each second how far the waybills are, while it is open. Leaving it drops a change that was not done."""

    def __init__(
        self, owner_keys: OwnerKeys, wraps: Wraps, session: Session, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(tasks, parent)
        self._owner_keys = owner_keys
        self._wraps = wraps
        self._account_id = session.account.account_id
        self.overview = KeysOverview()
        self.flow: KeysFlow | None = None
        self.content.addWidget(self.overview)
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._look_at_wraps)
        self._connect()
        self.retranslate()

    def name(self) -> str:
        """What the list of pages calls it."""
        return self.tr("Keys")

    def load(self) -> None:
        """Look at how the keys stand."""
        self._tasks.run(Lane.DATA, self._owner_keys.keys, self, self.overview.show_keys, self.tell_trouble)
        self._look_at_wraps()
        self._look.start()

    def leave(self) -> None:
        """Drop card and sheet that are not in force; what is being put in force goes on."""
        self._look.stop()
        if self.flow is not None and not self.flow.is_working:
            self._end_flow()

    def take_scan(self, text: str) -> bool:
        """A card, while one is asked for."""
        if self.flow is None:
            return False
        self.flow.take_scan(text)
        return True

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.story.setText(
            self.tr("What opens everything: your card with your password, and the recovery sheet that lies elsewhere.")
        )

    def _connect(self) -> None:
        self.overview.seed_asked.connect(self._draw_seed)
        self.overview.card_asked.connect(self._draw_card)
        self.overview.database_key_asked.connect(self._renew_database_key)
        self.overview.go_on_asked.connect(self._go_on)

    def _draw_seed(self) -> None:
        def begin(seed: SeedInHand) -> None:
            self._begin(Begun(KeyChange.SEED, seed=seed))

        self._tasks.run(Lane.DATA, self._owner_keys.draw_seed, self, begin, self.tell_trouble)

    def _draw_card(self, owner: OwnersCard) -> None:
        change = KeyChange.CARD if owner.account_id == self._account_id else KeyChange.OTHERS_CARD

        def draw() -> CardInHand:
            return self._owner_keys.draw_card(owner.account_id)

        def begin(card: CardInHand) -> None:
            self._begin(Begun(change, card=card, name=owner.name))

        self._tasks.run(Lane.DATA, draw, self, begin, self.tell_trouble)

    def _renew_database_key(self) -> None:
        self._begin(Begun(KeyChange.DATABASE_KEY))

    def _go_on(self) -> None:
        self._begin(Begun(KeyChange.GO_ON))

    def _begin(self, begun: Begun) -> None:
        if self.flow is not None or not self.isVisible():
            return
        self.flow = KeysFlow(self._owner_keys, begun, self._tasks)
        self.flow.done.connect(self._tell_done)
        self.flow.dropped.connect(self._end_flow)
        self._show_overview(shown=False)
        self.content.addWidget(self.flow)
        self.flow.begin()

    def _tell_done(self, change: KeyChange) -> None:
        words = {
            KeyChange.SEED: self.tr(
                "The new card and sheet are in force. Make a backup now and destroy the old papers."
            ),
            KeyChange.CARD: self.tr("The new card is in force. Destroy the old one."),
            KeyChange.OTHERS_CARD: self.tr("The card is in force."),
            KeyChange.DATABASE_KEY: self.tr("The database has a new key."),
            KeyChange.GO_ON: self.tr("It goes on."),
        }
        self._end_flow()
        self.message.emit("good", words[change])
        if self.isVisible():
            self.load()

    def _end_flow(self) -> None:
        flow, self.flow = self.flow, None
        if flow is not None:
            flow.end()
            self.content.removeWidget(flow)
            flow.hide()
            flow.deleteLater()
            self._show_overview(shown=True)
            self.overview.setFocus()

    def _show_overview(self, *, shown: bool) -> None:
        for part in (self.story, self.overview):
            part.setVisible(shown)

    def _look_at_wraps(self) -> None:
        self._tasks.run(Lane.DATA, self._wraps.progress, self, self._show_wraps, self.tell_trouble)

    def _show_wraps(self, wraps: WrapState) -> None:
        self.overview.show_wraps(wraps)
        if not wraps.is_moving and not wraps.is_working:
            self._look.stop()
