"""An owner's folder, read and checked: TOML files, tracks, media and translations become records."""
