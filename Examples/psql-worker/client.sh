#!/usr/bin/env bash
# shellcheck disable=SC2016 # What is in backticks is for psql.
# Offloads a job to one of Djet's queues, waits for its answer and prints it. README.md tells more.
set -euo pipefail

usage() {
    cat <<'TEXT'
client.sh [options] KIND [ARGUMENTS] offloads a job, waits for it and prints its reply. ARGUMENTS are JSON, {} unless
told otherwise; - reads them from standard input.

  --queue NAME       the queue: default
  --priority NUMBER  0 goes first, 9 last: 4
  --look SECONDS     how often psql is asked whether the ticket has rung: 0.2

It ends with 0 if the job has finished, with 1 if it failed or was cancelled, and with 2 if the database is out of
reach or refuses the job. The database is DATABASE_URL, or what psql's own PG… variables say.
TEXT
}

log() { printf 'client.sh: %s\n' "$*" >&2; }
refuse() { log "$*"; exit 64; }

here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=session.sh
. "$here/session.sh"

queue=default priority=4 look=0.2
while [[ ${1-} = -?* ]]; do
    [[ $1 != --help ]] || { usage; exit; }
    (($# > 1)) || refuse "$1 needs a value, or is not an option; --help lists them"
    case $1 in
        --queue) queue=$2 ;;
        --priority)
            [[ $2 =~ ^[0-9]$ ]] || refuse '--priority takes a number from 0 to 9'
            priority=$2
            ;;
        --look)
            [[ $2 =~ ^[0-9]*([.][0-9]+)?$ && $2 =~ [1-9] ]] || refuse '--look takes more than 0 seconds'
            look=$2
            ;;
        *) refuse "there is no option $1; --help lists them" ;;
    esac
    shift 2
done
(($# == 1 || $# == 2)) || refuse 'it takes a kind, and its arguments if there are any; --help tells more'

rung=''
hear() { rung=1; }

leave() {
    close_session now
    rm -rf -- "$folder"
}

make_folder
trap leave EXIT
give kind "$1"
give queue "$queue"
if [[ ${2-} = - ]]; then cat >"$folder/arguments"; else give arguments "${2-"{}"}"; fi

open_session || exit 2
if ! ask '\set kind `cat kind`' '\set queue `cat queue`' '\set arguments `cat arguments`' \
    "select :'token' || ' ' || jobmachine.offload(:'kind', :'arguments'::jsonb, :'queue', $priority);"; then
    [[ -n $sqlstate ]] || log 'it is not known whether the job was offloaded'
    [[ $sqlstate != 22P02 ]] || log 'the arguments are not JSON: write an object, such as {"text": "Grød"}'
    exit 2
fi
job=${answer[0]} ticket=$queue.${answer[0]}
trap 'log "the job goes on, but nobody waits for it: $ticket"; exit 130' HUP INT TERM

# Subscribes before the look that follows, which thus misses nothing.
listen() { ask '\set queue `cat queue`' "\\set channel 'jobmachine.' :queue .$job" 'listen :"channel";'; }

# Prints the job's outcome and exits, if the job has ended.
look_at_job() {
    ask "select :'token' || ' ' || status from jobmachine.outcomes(array[$job]::bigint[]);" \
        "select coalesce(reply, error::jsonb ->> 'message')
         from jobmachine.outcomes(array[$job]::bigint[]) \\g result" || return 1
    case ${answer[0]-forgotten} in
        finished)
            cat -- "$folder/result"
            exit
            ;;
        error)
            IFS= read -r -d '' reason <"$folder/result" || true
            log "$ticket failed: ${reason%$'\n'}"
            exit 1
            ;;
        cancelled)
            log "$ticket was cancelled"
            exit 1
            ;;
        forgotten)
            log "the job $ticket no longer exists"
            exit 2
            ;;
    esac
}

# Waits for the job's end as long as there is a connection.
wait_for_job() {
    listen && look_at_job || return 1
    rung='' next_look=$((SECONDS + 60))
    while nap "$look"; do
        ask ';' || return 1
        # A ring may be lost, so it looks once a minute without one.
        if [[ -n $rung ]] || ((SECONDS >= next_look)); then
            rung='' next_look=$((SECONDS + 60))
            look_at_job || return 1
        fi
    done
}

waits=(0.2 0.5 1 2 5 10 30) failures=0
until wait_for_job; do
    nap "${waits[failures]}"
    failures=$((failures < ${#waits[@]} - 1 ? failures + 1 : failures))
    if open_session; then failures=0; fi
done
