"""An OpenSearch cluster on this machine, for tests and for trying things out.

    with start_cluster(nodes=3) as cluster:
        print(cluster.urls)

`python -m tools.opensearch` does the same from a shell. CONTRIBUTING.md says what it needs.
"""

from tools.opensearch.cluster import Cluster, start_cluster
from tools.opensearch.errors import EngineError, NoAnswerError, StartError

__all__ = ["Cluster", "EngineError", "NoAnswerError", "StartError", "start_cluster"]
