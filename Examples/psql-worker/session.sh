# shellcheck shell=bash disable=SC2034
# One psql session that stays open and is asked one thing after another. For scripts that have a `log` for what goes
# wrong and a `hear` for rings.
#
# A value never becomes part of a statement's text: it goes through a file, which psql reads into a variable, as in
# "\set name `cat name`", and the statement says :'name', which psql quotes.
#
# Where a signal may come that is trapped, nothing here says "$(…)": bash 5.2 mistakes the trap for the end of that, and exits.

((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 501)) || {
    echo "${0##*/}: bash must be version 5.1 or later" >&2
    exit 1
}

# Its messages are read in English, and nobody is there to be asked for a password.
psql=(
    env LC_ALL=C PGCLIENTENCODING=UTF8 PGCONNECT_TIMEOUT="${PGCONNECT_TIMEOUT:-10}" PGAPPNAME="${0##*/}"
    psql --no-psqlrc --quiet --tuples-only --no-align --no-password ${DATABASE_URL:+--dbname="$DATABASE_URL"}
)
# What the database or the role is set to may be something else.
settings="set client_min_messages = error; set default_transaction_isolation = 'read committed'; set statement_timeout = 0;
set lock_timeout = 0; set idle_session_timeout = 0; set idle_in_transaction_session_timeout = 0;
set standard_conforming_strings = on; set datestyle = iso;"
# For how many seconds psql may owe an answer before its connection counts as lost.
patience=60
session='' session_in='' session_out='' token=''
# What `ask` leaves behind.
answer=() sqlstate=''
# File descriptors that no other program may inherit: while one is open somewhere, a session does not end with its
# script.
private=()

# Makes a folder for what passes between the shell and psql, and something to sleep by.
make_folder() {
    folder=$(mktemp -d)
    mkfifo "$folder/in" "$folder/out" "$folder/wake"
    exec {wake}<>"$folder/wake"
    private+=("$wake")
    # Writing to a psql that is gone must not end the script. A trap, unlike what is ignored, is not inherited.
    trap : PIPE
}

close_private() {
    local fd
    for fd in "${private[@]}" $session_in $session_out; do exec {fd}>&-; done
}

# Sleeps for so many seconds, or until somebody writes a line to `wake`.
nap() {
    word=''
    IFS= read -r -t "$1" -u "$wake" word || true
}

# Lays a value down for psql to take it up: one newline at the end goes on the way.
give() { printf '%s\n' "$2" >"$folder/$1"; }

# Connects. If it cannot, psql says why.
open_session() {
    close_session now
    # In a group of its own, and deaf: who stops the script, by Ctrl-C or as a service, must leave it its session.
    # psql ends when its input does, even if the script was killed.
    set -m
    (
        trap '' HUP INT TERM
        close_private
        exec "${psql[@]}" --set=folder="$folder"
    ) <"$folder/in" >"$folder/out" &
    session=$!
    set +m
    exec {session_in}>"$folder/in" {session_out}<"$folder/out"
    # Anybody may ring with any words, even several lines of them: only who knows the token is believed to be psql. It
    # is not among psql's arguments, where others could see it.
    printf -v token '%08x' "$SRANDOM" "$SRANDOM" "$SRANDOM" "$SRANDOM"
    # Terse: an error's other lines would show it, and the arguments of jobs, to whoever reads the log.
    ask "\\set token $token" '\set VERBOSITY terse' '\cd :folder' "\\pset fieldsep '\\n'" \
        '\echo :token :VERSION_NUM' "$settings" || return 1
    ((answer[0] >= 150000)) || {
        log 'psql must be version 15 or later'
        return 1
    }
}

close_session() {
    [[ -n $session ]] || return 0
    exec {session_in}>&- {session_out}<&-
    session_in='' session_out=''
    # One that waits for a server that is gone would not see that its input has ended.
    [[ -z ${1-} ]] || kill -KILL "$session" 2>/dev/null || true
    wait "$session" 2>/dev/null || true
    session=''
}

# Sends lines to psql and waits for its answer: `answer` has the rows that began with the token, and `hear` is told of
# rings. Fails if the last statement did, with `sqlstate`, or if there is no connection any more: then that is empty.
ask() {
    local line
    answer=() sqlstate=''
    [[ -n $session ]] || return 1
    if { printf '%s\n' "$@" '\echo :token end :ERROR :SQLSTATE' >&"$session_in"; } 2>/dev/null; then
        while IFS= read -r -t "$patience" -u "$session_out" line; do
            case $line in
                "$token end false "*) return 0 ;;
                "$token end true "*)
                    sqlstate=${line##* }
                    return 1
                    ;;
                "$token "*) answer+=("${line#"$token "}") ;;
                'Asynchronous notification "'*) hear "${line#*\"}" ;;
            esac
        done
    fi
    log 'there is no connection to the database'
    close_session now
    return 1
}
