"""Run the command: `python -m scrutiny_tui` and `scrutiny-tui` are the same."""

from scrutiny_tui.cli.commands import main

if __name__ == "__main__":
    main()
