"""What can go wrong with the file of settings."""

from scrutiny_tui.errors.reviews import SaveError


class SettingsSaveError(SaveError):
    """The settings could not be remembered. The file is as it was."""

    happened = "could not be changed"
    remedy = "What you chose is not remembered."
