"""Search without an index: the query language, ranking, results and highlights."""
