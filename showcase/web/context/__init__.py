"""From a request to the values of a page: query parameters, URLs, the video and its transcript."""
