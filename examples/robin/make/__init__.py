"""The example case: its rows and labels, written by hand, and what makes the files of them."""
