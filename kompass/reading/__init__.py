"""From bytes to entries: files read with positions, kept, narrowed to what has changed. Knows no rule and no record type."""
