"""Scripts that build the data dateline ships."""
