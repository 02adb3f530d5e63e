"""Static files: style sheets, scripts, fonts and icons, with a hash in their address."""
