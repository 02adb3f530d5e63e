"""The site as plain files: its pages are those of the app, asked for one by one."""
