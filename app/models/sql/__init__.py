"""Triggers, functions, grants and policies: what the database itself holds to.

Made anew after every upgrade.
"""
