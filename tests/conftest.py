"""What more than one room's tests use. Standing here, it also makes `from fixtures.border_story import …` work."""
