-- Offloads one job by the function, without a ring.
select jobmachine.offload(
  'bench.silence', '{"number": 1, "pad": "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}', 'bench',
  ring => false);
