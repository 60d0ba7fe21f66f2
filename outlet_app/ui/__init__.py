"""The windows: views show, ask, and pass on."""
