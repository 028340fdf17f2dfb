"""The world outside: channels that bring orders, carriers, printers, mail."""
