"""What is written into data files for people: new entries and mended ones."""
