"""The HTTP interface and the web page: a thin shell over the analysis floor."""
