"""dialogue-notes: offline note-taking for sensitive meetings."""

__version__ = "0.1.0"
