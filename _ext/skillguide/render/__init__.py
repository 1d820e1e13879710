"""From nodes to what builders write."""
