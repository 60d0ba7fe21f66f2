"""Masked things to paper: label stocks, codes on whole dots, faces, the label."""
