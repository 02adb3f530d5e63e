"""The status page: for the owner alone."""
