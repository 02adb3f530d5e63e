"""Snapshots: build, publish, read and heal the state that is served."""
