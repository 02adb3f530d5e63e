"""Who asks, and whether the server does what is asked now, later or not."""
