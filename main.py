"""Quai's one entry point: `python main.py [--database URL] [COMMAND]`; without a command the console opens."""

import sys


def main(arguments: list[str]) -> int:
    """Open the console, or run a command; the exit status."""
    words = arguments[2:] if arguments[:1] == ["--database"] else arguments
    if words[:1] in ([], ["console"], ["--sample"]):
        # The window is painted before anything of the command line or the database is read.
        from app.bootstrap import command_line

        return command_line(arguments)
    from app.cli import main as run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
