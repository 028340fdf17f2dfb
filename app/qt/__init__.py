"""The business-free kit of Qt pieces that every screen is built from."""
