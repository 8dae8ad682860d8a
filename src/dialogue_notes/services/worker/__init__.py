"""The worker process without keys: its two ends, its wire, and what it can be asked to do."""
