"""The doors of the interface, a router each."""
