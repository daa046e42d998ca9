"""What verifying is made of: rows and their seals, posted results, money, anchors."""
