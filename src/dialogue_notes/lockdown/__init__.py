"""No network, no core dumps, no looking into our memory: one module an operating system."""
