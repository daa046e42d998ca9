"""Schemes in the making: begun from something, saved at every change, tried on people, stored as a draft."""
