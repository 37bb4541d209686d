"""Pieces of the screens; each carries its own styles."""
