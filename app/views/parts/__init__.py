"""Parts that several screens are made of, or that one screen keeps in a room of its own."""
