"""Documents that leave the coach or come in, as values. Pure."""
