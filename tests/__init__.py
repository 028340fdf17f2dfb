"""Tests of Quai: folders mirror `app/`; `rig` holds what they share."""
