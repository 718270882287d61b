# shellcheck shell=bash disable=SC2016,SC2034,SC2154
# Claims the one job that a worker runs, and reports its end to the database. Used by worker.sh.

# The current job, if any; its attempt; and the attempt since it was offloaded or retried by hand.
job='' attempt='' round='' kind='' environment=''
# Set once others know that the job runs, once it is to be cancelled, and once the grace of a stopping worker
# was over.
is_told='' is_cancelled='' was_stopped=''

claim() {
    rung=''
    ask "select :'token' || ' ' || ceil(1000 * jobmachine.promote(array[:'queue']))::bigint;" || return 1
    due=''
    if ((${#answer[@]} > 0)); then tell_time && due=$((now + answer[0])); fi
    # A job retried by hand gets as many attempts again as at first, with the same waits.
    if ! ask "select id, attempt,
            attempt - attempt_limit + coalesce((environment::jsonb ->> 'attempts')::integer, attempt_limit),
            kind, environment, arguments
          from jobmachine.claim(:'queue', :worker, 1) \\g claim"; then
        # Another worker took this one for dead and struck it off. It may go on under its number.
        [[ $sqlstate = DJW01 ]] && enrol
        return
    fi
    [[ -s $folder/claim ]] || return 0
    rung=1
    # Each value has its line, since the text of jsonb has no line break. The rest after the fifth is the
    # arguments.
    {
        read -r job
        read -r attempt
        read -r round
        IFS= read -r kind
        IFS= read -r environment
        cat >"$folder/arguments"
    } <"$folder/claim"
    is_told='' is_cancelled='' was_stopped=''
    if is_known "$kind"; then
        start_handler
    else
        status=unknown
        report
    fi
}

# Reports the job's end to the database.
report() {
    if [[ $status = unknown ]]; then
        # The job ends with the reason, and can be retried where a worker knows its kind.
        list_kinds
        echo "no handler for $kind on the worker that claimed it, which knows: $kinds" >"$folder/message"
        fail unknown-kind null
    elif [[ $status = 0 ]]; then
        reply
    elif [[ -n $stopping && -z $is_cancelled ]] && ((status > 128 || ${was_stopped:-0})); then
        hand_back
    elif [[ $status = 65 ]]; then
        # EX_DATAERR: bad arguments stay bad, so there is no next attempt.
        read_message
        fail handler null
    elif [[ $status = 75 ]]; then
        # EX_TEMPFAIL.
        put_off
    else
        read_message
        fail handler
    fi
}

reply() {
    # A handler that prints nothing answers null.
    [[ -s $folder/reply ]] || echo null >"$folder/reply"
    if tell "pg_notify(:'channel' || '.$job', '')" "select :'token' || ' ' || accepted
          from jobmachine.reply(:worker, array[$job]::bigint[], array[$attempt]::integer[], array[:'reply']::jsonb[])
            as accepted" '\set reply `cat reply`'; then
        ((${#answer[@]} > 0)) || log "$queue.$job is no longer this worker's: its answer was refused"
        [[ ! -s $folder/message ]] || cat -- "$folder/message" >&2
        forget
    elif [[ $sqlstate =~ ^(22|54|42601$) ]]; then
        # Invalid JSON, JSON that PostgreSQL cannot store, or bytes that psql cannot put into a statement.
        echo "the handler's reply is not JSON that can be stored" >"$folder/message"
        fail reply
    else
        return 1
    fi
}

# Reports a failure: its type, and as SQL the wait until the next attempt; null for never. Chance shortens the
# wait, so that jobs that failed together do not return together.
fail() {
    local statement delay="least(3600, $retry * power(2, least(greatest($round, 1), 31) - 1))
        * (1 - 0.2 * random()) * interval '1 second'"
    statement="select :'token' || ' ' || coalesce(jobmachine.fail(
        :worker, $job, $attempt, jsonb_build_object('type', '$1', 'message', :'message'), ${2-$delay})::text, 'refused')"
    if ! tell_later "$statement" '\set message `cat message`'; then
        [[ $sqlstate = 22* ]] || return 1
        # The database's encoding lacks some of the letters.
        LC_ALL=C tr -c '\11\12\40-\176' '?' <"$folder/message" >"$folder/text"
        mv -- "$folder/text" "$folder/message"
        tell_later "$statement" '\set message `cat message`' || return 1
    fi
    log "attempt $attempt of $queue.$job failed; it is now: ${answer[0]}"
    forget
}

# Snoozes the job for the seconds that its handler has printed, 60 if none. The attempt does not count.
put_off() {
    [[ -s $folder/reply ]] || echo 60 >"$folder/reply"
    if tell_later "select :'token' || ' ' || coalesce(jobmachine.snooze(
        :worker, $job, $attempt, make_interval(secs => :'seconds'::float8))::text, 'refused')" '\set seconds `cat reply`'; then
        log "$queue.$job is put off; it is now: ${answer[0]}"
        forget
    elif [[ $sqlstate =~ ^(22|42601$) ]]; then
        echo 'the handler put the job off (exit status 75), but its output is not a number of seconds' >"$folder/message"
        fail reply
    else
        return 1
    fi
}

# Keeps the end of the handler's standard error, as far as it is text.
read_message() {
    local text='' signal=''
    tail -c 8000 -- "$folder/message" | tr -d '\000' | iconv -c -f UTF-8 -t UTF-8 >"$folder/text" || true
    IFS= read -r -d '' text <"$folder/text" || true
    if [[ $text != *[![:space:]]* ]]; then
        text="the handler ended with exit status $status"
        kill -l "$status" >"$folder/text" 2>/dev/null || true
        read -r signal <"$folder/text" || true
        ((status <= 128)) || text+=", as after the signal ${signal:-$((status - 128))}"
    fi
    while [[ $text = *$'\n' ]]; do text=${text%$'\n'}; done
    printf '%s\n' "$text" >"$folder/message"
}

hand_back() {
    tell "pg_notify(:'channel', '')" \
        "select jobmachine.release(:worker, array[$job]::bigint[], array[$attempt]::integer[])" || return 1
    log "$queue.$job is back in the line"
    forget
}

# Runs a statement in a transaction and rings behind its commit: a ring within it would hold PostgreSQL's one
# lock on rings while it commits. All goes in one message, so that the ring is sent even if this worker is
# killed meanwhile.
tell() {
    local rings=$1 statement=$2 reason
    shift 2
    if ask "$@" "begin \\; $statement \\; commit \\; select $rings;"; then return; fi
    reason=$sqlstate
    [[ -z $reason ]] || ask 'rollback;' || return 1
    sqlstate=$reason
    return 1
}

# Also rings the queue: a sleeping worker must learn the time of the next attempt.
tell_later() { tell "pg_notify(:'channel' || '.$job', ''), pg_notify(:'channel', 'later')" "$@"; }

forget() {
    job='' handler=''
    rm -f -- "$folder"/{claim,arguments,reply,message}
}
