"""Set-up of a machine for Quai: runs on the plain Python of the system, before any library is installed."""
