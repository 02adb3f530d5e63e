"""HTTP: response headers, compression, refusals and XML."""
