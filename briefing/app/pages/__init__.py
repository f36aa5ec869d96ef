"""Views in place of the panes, one module each."""
