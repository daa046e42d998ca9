"""How facts come in: files, batches between two people, corrections, samples, the inbox."""
