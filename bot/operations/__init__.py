"""What keeps the project in service: health of a machine, links that die, questions that stop finding their answer."""
