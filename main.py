"""Quai's one entry point: `python main.py [--database URL] COMMAND`."""

import sys

from app.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
