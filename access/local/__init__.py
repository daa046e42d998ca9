"""Local accounts: how names are written, wrong tries, keeping accounts, lists of them."""
