"""What a workspace remembers: its settings, the files in its folders, and what the database holds.

Nothing is imported here: the database library is slow to load, and naming needs none of it.
"""
