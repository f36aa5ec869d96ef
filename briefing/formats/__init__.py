"""From bytes on disk to articles; `clean` is the one door for raw text, `registry` the way in."""
