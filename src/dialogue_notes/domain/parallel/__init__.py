"""Two records of one session: who and what in the one is who and what in the other."""
