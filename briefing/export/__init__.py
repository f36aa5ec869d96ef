"""What leaves the program: rows of the library as text for people and other programs, and quotes with their proof."""
