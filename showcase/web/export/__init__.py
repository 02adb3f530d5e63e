"""Export: words and recordings as files, and the page to print."""
