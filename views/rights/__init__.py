"""Rights on screen: the trail, the accounts, delegations, and who may see whom."""
