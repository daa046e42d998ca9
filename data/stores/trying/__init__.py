"""What people try before it is decided: scenarios, the lab's trail, schemes in the making."""
