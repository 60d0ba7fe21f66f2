"""The main job played through the real windows, with pictures and labels left behind; a step that fails says so."""

from outlet_app.self_check.tour import one_label, run

__all__ = ["one_label", "run"]
