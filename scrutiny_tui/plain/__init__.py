"""The plain mode: the same Desk and the same words as the screens, one line below the other. It knows no Textual."""
