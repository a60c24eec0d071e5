"""The HTTP shell over riskscan."""
