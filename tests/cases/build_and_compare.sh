#!/bin/sh
# build_and_compare.sh CASE ROOT KREDS SAME_CASE
set -eu
folder=$(mktemp -d -p /dev/shm 2> /dev/null || mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$2/tests/cases/build_$1.sh" "$3" "$folder/$1.json"
"$4" "$2/data/cases/$1.json" "$folder/$1.json"
"$3" undo "$folder/$1.json" --steps 3 > /dev/null
if "$4" "$2/data/cases/$1.json" "$folder/$1.json" 2> /dev/null; then
  echo "nothing was taken back" >&2
  exit 1
fi
