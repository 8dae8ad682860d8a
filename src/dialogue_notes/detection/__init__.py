"""What in a text may identify someone: pure, fast, explains itself."""
