"""Reviews on disk: one TinyDB file each, replaced whole, held by a lock, with earlier copies."""
