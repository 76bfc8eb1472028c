"""Command line: `config/thuduc COMMAND …`."""

import sys

from . import commands
from .progress import StepFailed, report_failure


def main(name: str = "help", *arguments: str) -> int:
    """Run one command; a failed step is told in words, not as a traceback."""
    if name not in commands.ALL:
        return show_help()
    try:
        return commands.ALL[name](*arguments) or 0
    except StepFailed as failure:
        return report_failure(failure)
    except KeyboardInterrupt:
        print("\n  interrupted: repeat the command, it goes on where it stopped")
        return 130


def show_help() -> int:
    """List the commands."""
    print("config/thuduc COMMAND [ARGUMENTS]")
    for name, function in commands.ALL.items():
        print(f"  {name:12} {function.__doc__}")
    return 2


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
