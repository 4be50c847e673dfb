"""The pages: one file each, a function from the ledger and the filters to a View."""
