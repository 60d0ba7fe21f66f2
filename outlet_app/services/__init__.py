"""What people come to do: one class for each use case; plain values in and out."""

from typing import TYPE_CHECKING

from outlet_app.services.entrance import Entrance, EntranceNote, Tile

if TYPE_CHECKING:  # a type for windows; loaded here, every use case would have to be loaded before the first window
    from outlet_app.services.admission import Services as Services

__all__ = ["Entrance", "EntranceNote", "Tile"]
