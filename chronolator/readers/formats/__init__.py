"""What a file is -> its sheets as raw cells, with their marks. One place for each format."""
