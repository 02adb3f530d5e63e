"""The pages that an owner writes: about, privacy, accessibility, imprint."""
