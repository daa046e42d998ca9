"""What a change does to pay: its cost, who gains and loses, and what pays in a scheme."""
