comment on table djet.server is
  'The web servers that serve the site. One that stops is deleted; one that crashed stays until another serves at its address, and counts as gone when seen_at is more than a minute or two old.';
