"""The front door: the commands, and the only place that picks catalog, storage and clock."""
