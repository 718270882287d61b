#!/usr/bin/env bash
# Prints the queue's SQL for psql: its migrations, then its functions, in the order that the list `order` states.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/../../sql/queue"
# Notices, and the answers of the statements, tell nothing.
printf '%s\n' '\o /dev/null' 'set client_min_messages = warning;'
cat migrations/*.sql
cd functions
order=$(grep -v '^--' order)
others=$(printf '%s\n' *.sql | sed 's/\.sql$//' | grep -vxF "$order")
for name in ${order/.../$others}; do cat "$name.sql"; done
printf '%s\n' '\o' "\\echo 'The queue is there, in the schema jobmachine.'"
