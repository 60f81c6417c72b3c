"""The sheets beside the chronology, one file for each task: what a `Finding` holds, not how it is
written.
"""
