"""Gold, floors and measured figures. The scorers are in `dateline.evaluation`."""
