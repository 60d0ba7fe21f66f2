"""查找 as the window opens it: the view with everything that is opened in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.ui.arrived_card import ArrivedCard
from outlet_app.ui.case_form import CaseForm
from outlet_app.ui.collecting import Collecting
from outlet_app.ui.find_cards import FindCards
from outlet_app.ui.find_view import FindView
from outlet_app.ui.found_board import FoundBoard
from outlet_app.ui.found_labels import FoundLabels
from outlet_app.ui.new_label import NewLabel
from outlet_app.ui.reveal_panel import RevealPanel
from outlet_app.ui.terms_form import TermsForm
from outlet_app.ui.waybill_card import WaybillCard

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.printer import Printer
    from outlet_app.services import Services
    from outlet_app.ui.shelf_prints import ShelfPrints
    from outlet_app.ui.sounds import Sounds
    from outlet_app.ui.tasks import Tasks


def find_page(
    services: Services,
    printer: Callable[[], Printer | None],
    prints: ShelfPrints,
    sounds: Sounds,
    tasks: Tasks,
) -> FindView:
    """The page with all that is opened in it; `printer` says where labels go, None for nowhere."""
    desk, may = services.printing_desk, services.session.account.may
    by_owner = may(Permission.OPEN_WITHOUT_LABEL)
    panel = RevealPanel(services.reveal, services.find.left, tasks, by_owner=by_owner)
    terms, new_label = TermsForm(services.entry, tasks), NewLabel(desk, tasks, printer)
    card = WaybillCard(panel, terms, new_label, CaseForm(services.cases, tasks))
    collection, write_off = services.collection, may(Permission.WRITE_OFF)
    parcel_card = ArrivedCard(collection, services.arrivals, prints, tasks, may_write_off=write_off)
    board = FoundBoard(FindCards(collection.days_waiting), card, parcel_card)
    collecting = Collecting(services.find, collection, board, sounds, tasks)
    return FindView(services.find, board, collecting, FoundLabels(desk, printer, tasks, card), tasks, by_owner=by_owner)
