"""`python -m briefing` is the same as the `briefing` command."""

from briefing.cli.main import run

if __name__ == "__main__":
    run()
