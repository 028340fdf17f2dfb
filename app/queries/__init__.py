"""The read side: frozen rows and pages by key, for screens, papers and the command line."""
