"""What may be chosen on the command line."""

# How often `kills` kills.
rounds = 20
