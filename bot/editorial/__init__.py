"""What staff do with the files of ``knowledge/``: try them, take them to a spreadsheet and back, see what a change would answer."""
