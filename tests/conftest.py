"""Fixtures of every test; each kind lives in its own module of `tests/rig`."""

pytest_plugins = [
    "tests.rig.plugin",
    "tests.rig.databases",
    "tests.rig.printers",
    "tests.rig.screens",
    "tests.rig.sample",
    "tests.rig.imap",
]
