# shellcheck shell=bash disable=SC2034
# Keeps one psql session open and sends it one request after another. A script that uses it defines `log` for
# failures and `hear` for rings.
#
# A value never becomes part of a statement's text. It goes through a file, which psql reads into a variable,
# as in "\set name `cat name`"; the statement says :'name', which psql quotes.
#
# Code that a trapped signal may interrupt never uses "$(…)": bash 5.2 mistakes the trap for its end, and
# exits.

((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 501)) || {
    echo "${0##*/}: bash must be version 5.1 or later" >&2
    exit 1
}

# psql reports in English, and never asks for a password.
psql=(
    env LC_ALL=C PGCLIENTENCODING=UTF8 PGCONNECT_TIMEOUT="${PGCONNECT_TIMEOUT:-10}" PGAPPNAME="${0##*/}"
    psql --no-psqlrc --quiet --tuples-only --no-align --no-password ${DATABASE_URL:+--dbname="$DATABASE_URL"}
)
# Overrides settings of the database or the role.
settings="set client_min_messages = error; set default_transaction_isolation = 'read committed'; set statement_timeout = 0;
set lock_timeout = 0; set idle_session_timeout = 0; set idle_in_transaction_session_timeout = 0;
set standard_conforming_strings = on; set datestyle = iso;"
# The seconds that psql may owe an answer before its connection counts as lost.
patience=60
session='' session_in='' session_out='' token=''
# The results of `ask`.
answer=() sqlstate=''
# File descriptors that no other program may inherit: a session does not end with its script while one is open
# elsewhere.
private=()

# Makes a folder with the pipes between the shell and psql, and the pipe for naps.
make_folder() {
    folder=$(mktemp -d)
    mkfifo "$folder/in" "$folder/out" "$folder/wake"
    exec {wake}<>"$folder/wake"
    private+=("$wake")
    # Writing to a psql that is gone must not end the script. Children do not inherit a trap, unlike an
    # ignored signal.
    trap : PIPE
}

close_private() {
    local fd
    for fd in "${private[@]}" $session_in $session_out; do exec {fd}>&-; done
}

# Sleeps for some seconds, or until somebody writes a line to `wake`.
nap() {
    word=''
    IFS= read -r -t "$1" -u "$wake" word || true
}

# Stores a value for psql, which strips one newline at its end.
give() { printf '%s\n' "$2" >"$folder/$1"; }

# Connects. If it cannot, psql prints the reason.
open_session() {
    close_session now
    # A process group of its own that ignores signals to stop: Ctrl-C or a service manager must leave the
    # script its session. psql ends with its input, even if the script was killed.
    set -m
    (
        trap '' HUP INT TERM
        close_private
        exec "${psql[@]}" --set=folder="$folder"
    ) <"$folder/in" >"$folder/out" &
    session=$!
    set +m
    exec {session_in}>"$folder/in" {session_out}<"$folder/out"
    # Anybody may ring with any text, even several lines of it, so only lines with the token count as psql's.
    # The token is not among psql's arguments, where others could see it.
    printf -v token '%08x' "$SRANDOM" "$SRANDOM" "$SRANDOM" "$SRANDOM"
    # Terse: an error's other lines would show the token and the arguments of jobs in the log.
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
    # A psql that waits for a lost server would not see the end of its input.
    [[ -z ${1-} ]] || kill -KILL "$session" 2>/dev/null || true
    wait "$session" 2>/dev/null || true
    session=''
}

# Sends lines to psql and waits for its answer. `answer` gets the rows that began with the token, and `hear`
# the rings. Fails with `sqlstate` if the last statement failed, and with an empty one if the connection is
# lost.
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
