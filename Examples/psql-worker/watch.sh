# shellcheck shell=bash disable=SC2154
# Handles deaths: that of another worker, which this one watches, and its own. Used by worker.sh.

watch=''

# Waits, on a connection of its own, until the next worker dies, and rescues its jobs. Workers watch each
# other in a ring, in the order of their numbers. The watch must begin anew when workers come or go.
begin_watch() {
    local rescued wait=1
    end_watch
    set -m
    (
        close_private
        # It retries after any failure, since a worker that does not watch leaves another unwatched. The
        # server ends a wait after a minute or two; a wait that outlasts 150 s, since the server's clock was
        # set back, is given up.
        while :; do
            if rescued=$(timeout --foreground 150 "${psql[@]}" --command='set statement_timeout = 0' \
                --command="select jobmachine.watch($worker)" 2>/dev/null); then
                # Without a worker to watch, it prints nothing.
                [[ -n $rescued ]] || break
                wait=1
                ((rescued == 0)) || log "another worker died; jobs that are back in the line: $rescued"
            else
                sleep "$wait"
                wait=$((wait < 16 ? wait * 2 : 30))
            fi
        done
    ) </dev/null &
    watch=$!
    set +m
    echo "watch $watch" >&"$life"
}

end_watch() {
    [[ -n $watch ]] || return 0
    # The shell ends first, so that it does not go on. psql cancels its statement, for which the server would
    # wait in vain.
    kill -TERM "$watch" 2>/dev/null || true
    kill -INT -- "-$watch" 2>/dev/null || true
    wait "$watch" 2>/dev/null || true
    watch=''
    echo watch >&"$life"
}

# Cleans up after the worker's end, and after a kill ends what is left: its handler, since another worker will
# run the job, and its watch. It notices the end by that of its input, which only the worker holds open.
stand_guard() {
    trap '' HUP INT TERM
    local what group
    local -A groups
    while read -r what group; do groups[$what]=$group; done
    for group in "${groups[@]}"; do [[ -z $group ]] || kill -KILL -- "-$group" 2>/dev/null || true; done
    rm -rf -- "$folder"
}
