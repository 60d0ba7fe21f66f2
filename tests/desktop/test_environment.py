"""Planted variables."""

from __future__ import annotations

from outlet_app.desktop import forget_planted_paths


def test_variables_that_load_foreign_code_are_removed_and_named() -> None:
    environment = {
        "PATH": "/usr/bin",
        "PYTHONPATH": "/planted",
        "LD_PRELOAD": "/planted.so",
        "QT_PLUGIN_PATH": "/planted",
        "QT_QPA_PLATFORM_PLUGIN_PATH": "/planted",
        "QT_QPA_PLATFORM": "offscreen",
    }
    removed = forget_planted_paths(environment)
    assert set(removed) == {"PYTHONPATH", "LD_PRELOAD", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH"}
    assert environment == {"PATH": "/usr/bin", "QT_QPA_PLATFORM": "offscreen"}
