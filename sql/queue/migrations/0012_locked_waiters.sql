comment on table jobmachine.blind_end is
  'Jobs that have ended, while jobs may wait for them that were not seen to: their transaction saw nothing of what was committed since it began, or somebody had locked those that wait. Nearly always empty.';
