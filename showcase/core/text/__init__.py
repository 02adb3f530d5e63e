"""Unicode text: tokens, spans, languages, numbers, typography."""
