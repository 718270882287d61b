# shellcheck shell=bash disable=SC2154
# One handler at a time: the program that a job's kind is the name of. For worker.sh, which says which job it is.

# Its process, and how it ended.
handler='' status=''
# All kinds that there are handlers for, when that was last asked.
kinds=''

start_handler() {
    status=''
    # In a group of its own, so that all of it can be ended.
    set -m
    (
        # It lives as long as the handler, whoever is told to stop.
        trap : TERM
        exec 3>&"$wake"
        close_private
        code=0
        DJET_TICKET=$queue.$job DJET_ATTEMPT=$attempt DJET_ENVIRONMENT=$environment \
            "$handlers/$kind" <"$folder/arguments" >"$folder/reply" 2>"$folder/message" 3>&- || code=$?
        echo "ended $BASHPID" >&3
        exit "$code"
    ) 2>/dev/null &
    handler=$!
    set +m
    echo "handler $handler" >&"$life"
}

# Notes how the handler has ended. A signal to stop ends the wait, too, and says nothing about the handler.
collect() {
    local heard=''
    [[ -z $status ]] || return 0
    until [[ $heard = "$signals" ]]; do
        heard=$signals status=0
        wait "$handler" 2>/dev/null || status=$?
    done
    echo handler >&"$life"
}

has_ended() {
    [[ -n $status ]] || kill -0 "$handler" 2>/dev/null || collect
    [[ -n $status ]]
}

# Ends the handler, and what it has started: politely at first.
stop_handler() {
    local turns=50
    [[ -z $status ]] || return 0
    kill -TERM -- "-$handler" 2>/dev/null || true
    while ((turns-- > 0)) && ! has_ended; do pause 0.1; done
    kill -KILL -- "-$handler" 2>/dev/null || true
    collect
}

# Notes all kinds that there are handlers for.
list_kinds() {
    local file
    kinds=''
    for file in "$handlers"/*; do
        [[ ! -f $file || ! -x $file ]] || kinds+="${kinds:+, }${file##*/}"
    done
}

# The kind becomes the name of a file. The queue's own checks let no slash in, but nothing here should rest on them.
is_known() {
    local LC_ALL=C
    [[ $1 =~ ^[a-z][a-z0-9_.-]*$ && -f $handlers/$1 && -x $handlers/$1 ]]
}

# Sleeps for so many seconds, or until the handler has ended or somebody has written to `wake`.
pause() {
    nap "$1"
    [[ $word != "ended $handler" ]] || collect
}
