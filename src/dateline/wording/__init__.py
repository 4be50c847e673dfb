"""How rows are put into words, for the terminal and for the browser alike."""
