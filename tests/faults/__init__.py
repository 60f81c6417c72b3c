"""What is tried while chron is at work: it is killed, stopped, and has no room left."""
