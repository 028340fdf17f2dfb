"""Quai: order management and warehouse fulfilment at the desk and the bench."""

__version__ = "0.1.0"
