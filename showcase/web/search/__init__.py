"""Search pages: over all videos, and in one."""
