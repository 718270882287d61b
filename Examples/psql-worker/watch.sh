# shellcheck shell=bash disable=SC2154
# Deaths: of another worker, which this one watches, and of this one. For worker.sh.

watch=''

# Waits, on a connection of its own, until the next worker dies, and rescues its jobs. Each worker watches the next, in
# the order of their numbers: one that did not would leave another unwatched. To be begun anew when workers come or go.
begin_watch() {
    local rescued wait=1
    end_watch
    set -m
    (
        close_private
        # Whatever goes wrong, it tries again: who does not watch leaves another unwatched. The server ends a wait after a
        # minute or two; one that does not, since its clock was set back, is given up.
        while :; do
            if rescued=$(timeout --foreground 150 "${psql[@]}" --command='set statement_timeout = 0' \
                --command="select jobmachine.watch($worker)" 2>/dev/null); then
                # It says nothing at all if there is nobody to watch.
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
    # The shell first, lest it goes on; psql cancels its statement, for which the server would wait in vain.
    kill -TERM "$watch" 2>/dev/null || true
    kill -INT -- "-$watch" 2>/dev/null || true
    wait "$watch" 2>/dev/null || true
    watch=''
    echo watch >&"$life"
}

# Ends what a worker that was killed leaves behind: its handler, since another worker will run the job, and its watch.
# And clears up after any. It learns of the end by that of its input, which nobody but the worker holds open.
stand_guard() {
    trap '' HUP INT TERM
    local what group
    local -A groups
    while read -r what group; do groups[$what]=$group; done
    for group in "${groups[@]}"; do [[ -z $group ]] || kill -KILL -- "-$group" 2>/dev/null || true; done
    rm -rf -- "$folder"
}
