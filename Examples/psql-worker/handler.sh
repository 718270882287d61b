# shellcheck shell=bash disable=SC2154
# Runs one handler at a time: the program that is named after the job's kind. Used by worker.sh, which sets
# the job.

# The handler's process, and its exit status.
handler='' status=''
# The kinds that have a handler, as last listed.
kinds=''

start_handler() {
    status=''
    # A process group of its own, so that all of it can be ended.
    set -m
    (
        # This subshell lives as long as the handler, whoever is told to stop.
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

# Notes the handler's exit status. A signal to stop also ends the wait, and says nothing about the handler.
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

# Ends the handler and its children: by TERM, and by KILL after five seconds.
stop_handler() {
    local turns=50
    [[ -z $status ]] || return 0
    kill -TERM -- "-$handler" 2>/dev/null || true
    while ((turns-- > 0)) && ! has_ended; do pause 0.1; done
    kill -KILL -- "-$handler" 2>/dev/null || true
    collect
}

# Lists the kinds that have a handler.
list_kinds() {
    local file
    kinds=''
    for file in "$handlers"/*; do
        [[ ! -f $file || ! -x $file ]] || kinds+="${kinds:+, }${file##*/}"
    done
}

# The kind becomes a file's name. The queue's own checks allow no slash, but nothing here relies on them.
is_known() {
    local LC_ALL=C
    [[ $1 =~ ^[a-z][a-z0-9_.-]*$ && -f $handlers/$1 && -x $handlers/$1 ]]
}

# Sleeps for some seconds, or until the handler has ended or somebody has written to `wake`.
pause() {
    nap "$1"
    [[ $word != "ended $handler" ]] || collect
}
