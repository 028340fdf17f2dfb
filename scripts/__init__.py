"""Chores around the project; `setup` and `lock` run on the plain Python of the system."""
