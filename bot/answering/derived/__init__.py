"""Answers that are our own arithmetic, with their formula and inputs."""
