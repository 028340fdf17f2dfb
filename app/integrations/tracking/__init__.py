"""Files in which carriers say what became of parcels: profiles for their columns and words, and the reader."""

from app.integrations.tracking.profile import TrackingProfile, load_tracking_profile
from app.integrations.tracking.reader import EventRow, read_events

__all__ = ["EventRow", "TrackingProfile", "load_tracking_profile", "read_events"]
