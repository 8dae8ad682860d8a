"""The sheet of consents to a quotation."""
