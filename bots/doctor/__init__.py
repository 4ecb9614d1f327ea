"""What can be wrong with an installation. A check looks, and says what it found; words are in `cli.ftl`."""
