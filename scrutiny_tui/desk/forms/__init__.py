"""What is filled in field by field, the same in the screens and in the plain mode: labels, hints, and where it goes."""
