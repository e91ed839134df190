# What every script that builds a case shares; sourced with its own arguments, KREDS FILE.
set -eu
kreds=$1 case=$2
add() {
  "$kreds" add "$case" "$@" > /dev/null
}
