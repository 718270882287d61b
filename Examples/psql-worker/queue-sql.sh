#!/usr/bin/env bash
# Prints the queue's SQL for psql: its migrations, then its functions, in the order that the list `order` states.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")/../../sql/queue"
cat migrations/*.sql
cd functions
order=$(grep -v '^--' order)
others=$(printf '%s\n' *.sql | sed 's/\.sql$//' | grep -vxF "$order")
for name in ${order/.../$others}; do cat "$name.sql"; done
