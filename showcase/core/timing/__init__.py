"""Times and moments: clock notation, and W3C media fragments in addresses."""
