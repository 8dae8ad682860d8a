"""The people of the roster, in every form of their names and offices: the surest sort of finding."""
