"""One reader for each data set: it yields examples."""
