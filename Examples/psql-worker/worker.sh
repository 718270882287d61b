#!/usr/bin/env bash
# shellcheck disable=SC2016 # What is in backticks is for psql.
# A worker of Djet's job queue, made of psql and a shell. README.md tells how to start it and what it
# promises.
set -euo pipefail

usage() {
    cat <<'TEXT'
worker.sh runs the jobs of a queue: for each, the program in the handlers' folder that is named after its kind.

  --queue NAME        the queue: default
  --handlers FOLDER   where the handlers are: the folder "handlers" beside this script
  --look SECONDS      how often psql is asked whether it has been rung: 0.5
  --grace SECONDS     how long a running handler may go on after SIGTERM or SIGINT: 20
  --retry SECONDS     how long after its first failure a job is tried again, doubled with each failure: 2
  --beat SECONDS      how often it does its share of the queue's chores: 60

The database is DATABASE_URL, or what psql's own PG… variables say.
TEXT
}

worker=''
log() { printf 'worker %s: %s\n' "${worker:-?}" "$*" >&2; }
refuse() { printf 'worker.sh: %s\n' "$*" >&2; exit 64; }

here=$(CDPATH='' cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=session.sh
. "$here/session.sh"
# shellcheck source-path=SCRIPTDIR source=handler.sh
. "$here/handler.sh"
# shellcheck source-path=SCRIPTDIR source=job.sh
. "$here/job.sh"
# shellcheck source-path=SCRIPTDIR source=watch.sh
. "$here/watch.sh"

queue=default handlers=$here/handlers look=0.5 grace=20 retry=2 beat=60
while (($# > 0)); do
    [[ $1 != --help ]] || { usage; exit; }
    (($# > 1)) || refuse "$1 needs a value, or is not an option; --help lists them"
    case $1 in
        --queue) queue=$2 ;;
        --handlers) handlers=$2 ;;
        --look | --grace | --retry | --beat)
            [[ $2 =~ ^[0-9]{1,9}([.][0-9]+)?$ ]] || refuse "$1 takes a number of seconds"
            printf -v "${1#--}" %s "$2"
            ;;
        *) refuse "there is no option $1; --help lists them" ;;
    esac
    shift 2
done
[[ $queue =~ ^[a-z][a-z0-9_-]*([.][a-z][a-z0-9_-]*)*$ ]] || refuse "no queue can be called $queue"
[[ -d $handlers ]] || refuse "there is no folder $handlers"
[[ $look =~ [1-9] ]] || refuse '--look takes more than 0 seconds'

# The reasons to claim: a ring, or the time of a job. Other rings: a cancellation, and a change of workers.
rung=1 due='' is_asked_to_cancel='' have_workers_changed=''
stopping='' deadline='' signals=0 next_beat=0

# Sets `now` to the time in milliseconds. `is_past` is true once a time has come.
tell_time() { now=${EPOCHREALTIME//[.,]/} && now=${now%???}; }
is_past() { tell_time && [[ -n $1 ]] && ((now >= $1)); }
milliseconds() {
    local fraction=000
    [[ $1 != *.* ]] || fraction=${1#*.}000
    echo $((10#${1%.*} * 1000 + 10#${fraction:0:3}))
}

# Takes a ring, whose text starts with the channel's name.
hear() {
    case $1 in
        # Another worker found the line empty.
        "jobmachine.$queue\" with payload \"dry "*) ;;
        "jobmachine.$queue\" "*) rung=1 ;;
        'jobmachine:worker.'*) is_asked_to_cancel=1 ;;
        'jobmachine:workers"'*) have_workers_changed=1 ;;
    esac
}

stop() {
    tell_time
    # A second signal ends the grace.
    deadline=$((now + (${stopping:-0} ? 0 : grace_time)))
    stopping=1 signals=$((signals + 1))
    echo stop >&"$wake"
}

# Registers the worker, or registers it again under its number. From now on it counts as alive while the
# session lasts.
enrol() {
    ask '\set host `cat host`' '\set queue `cat queue`' "\\set channel 'jobmachine.' :queue" "\\set worker ${worker:-null}" \
        "select :'token' || ' ' || jobmachine.register(:'host', $$, array[:'queue'], 1, :worker);" || return 1
    worker=${answer[0]}
    ask "\\set worker $worker" "listen \"jobmachine:worker.$worker\" \\; listen \"jobmachine:workers\" \\;
        listen :\"channel\";" || return 1
    # Rings may have been missed while nobody listened.
    rung=1 is_asked_to_cancel=1 have_workers_changed=1
    [[ -n $job ]] || return 0
    ask "select :'token' || ' ' || id from jobmachine.status($job)
         where status = 'processing' and worker = :worker and attempt = $attempt;" || return 1
    if ((${#answer[@]} == 0)); then
        log "$queue.$job has ended, or is another worker's by now"
        stop_handler
        forget
    fi
}

# Fetches rings, which psql prints only after a statement. An empty one costs the server next to nothing.
listen() {
    local statement=';'
    # Tells those who follow the job that it runs, after it has run for a while.
    if [[ -n $job && -z $is_told ]]; then
        is_told=1
        statement="select pg_notify(:'channel' || '.$job', 'moved');"
    fi
    ask "$statement"
}

chores() {
    if is_past "$next_beat"; then
        next_beat=$((now + beat_time))
        ask "select :'token' || ' ' || jobmachine.beat(:worker);" || return 1
        [[ ${answer[0]} != true ]] || rung=1
    fi
    if [[ -n $have_workers_changed ]]; then
        have_workers_changed=''
        begin_watch
    fi
    [[ -n $is_asked_to_cancel ]] || return 0
    is_asked_to_cancel=''
    [[ -n $job ]] || return 0
    ask "select :'token' || ' ' || id from jobmachine.cancelled_of(:worker, array[$job]::bigint[]) as id;" || return 1
    ((${#answer[@]} > 0)) || return 0
    is_cancelled=1
    stop_handler
}

# Reports, claims, sleeps and listens. Fails if a request to the database does.
turn() {
    if [[ -n $job ]] && ! has_ended && [[ -n $stopping ]] && is_past "$deadline"; then
        was_stopped=1
        stop_handler
    fi
    if [[ -n $job ]] && has_ended; then report || return 1; fi
    if [[ -z $job ]]; then
        [[ -z $stopping ]] || return 0
        if [[ -n $rung ]] || is_past "$due"; then claim || return 1; fi
        # The claimed job may have been of an unknown kind, and is reported already.
        [[ -n $job || -z $rung ]] || return 0
    fi
    pause "$look"
    listen && chores
}

make_folder
exec {life}> >(stand_guard)
private+=("$life")
grace_time=$(milliseconds "$grace")
beat_time=$(milliseconds "$beat")
give queue "$queue"
give host "$(uname -n)"
trap stop HUP INT TERM

if ! { open_session && enrol; }; then
    log 'it cannot begin without its database'
    exit 1
fi
list_kinds
log "waits for jobs on $queue, of these kinds: $kinds"
waits=(0.2 0.5 1 2 5 10 30) failures=0
while [[ -z $stopping || -n $job ]]; do
    if turn; then
        failures=0
        continue
    fi
    if [[ -n $stopping ]] && is_past "$deadline"; then
        end_watch
        [[ -z $job ]] || stop_handler
        log 'stops without its database, and is struck off by another worker, which rescues its job if it had one'
        exit 1
    fi
    pause "${waits[failures]}"
    failures=$((failures < ${#waits[@]} - 1 ? failures + 1 : failures))
    if open_session && enrol; then log 'is connected again'; fi
done
end_watch
ask 'select jobmachine.unregister(:worker);' || true
close_session
log 'has stopped'
