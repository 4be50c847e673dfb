"""What the commands share: the group, options, and how rows look in a terminal."""
