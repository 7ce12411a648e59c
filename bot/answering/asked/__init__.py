"""What a question asks for, in the terms of the look-up: what its words add to the reading."""
