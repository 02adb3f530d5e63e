"""From a request to the values that a page is made of: parameters, addresses, and the video with its words."""
