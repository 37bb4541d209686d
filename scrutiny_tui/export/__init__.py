"""Documents out: one module a format, all from the Report."""
