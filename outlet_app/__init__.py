"""Outlet App: the counter of a small delivery outlet, with its customers' details sealed to the labels in hand."""
