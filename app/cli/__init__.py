"""The command line: the same services as the screens, without one."""

from app.cli.program import main, parser

__all__ = ["main", "parser"]
