"""Screens, one module each; `screens.py` lists them. Importing this package reads none: the window is painted first."""
