"""The screens: the only wing that knows Textual."""
