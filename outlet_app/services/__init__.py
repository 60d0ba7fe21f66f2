"""What people come to do: one class for each use case; plain values in and out."""

from outlet_app.services.entrance import Entrance, EntranceNote, Services, Tile

__all__ = ["Entrance", "EntranceNote", "Services", "Tile"]
