"""What identifies someone beside a name: places, sides, organisations, dates, amounts, addresses, ways of speaking."""
