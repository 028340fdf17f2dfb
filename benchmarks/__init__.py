"""Repeatable measurements, each beside the bare limit in the same run. `make bench` writes out/bench.json."""
