"""How much each visitor may ask for, counted for all processes together."""
