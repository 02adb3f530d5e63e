"""Measures that caption files are read whole: every word once and in order, quickly, and damaged ones without surprises."""
