"""What is said when no figure answers, and what can be asked next."""
