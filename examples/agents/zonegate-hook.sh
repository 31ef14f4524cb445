#!/bin/sh
# Judges the file that a coding agent has just written. The agent gets the lines on standard error and exit status 2 if
# something blocks; status 1 says that the gate itself could not run, which stops nobody.
#
#   zonegate-hook.sh          the file is named by the JSON on standard input, as hooks of agents get it
#   zonegate-hook.sh FILE...  for tools that pass files as arguments
cd "${CLAUDE_PROJECT_DIR:-.}" || exit 1

plugin=${ZONEGATE_PLUGIN:-dev.zonegate:zonegate-maven-plugin:0.1.0-SNAPSHOT}
maven=mvn
[ -x ./mvnw ] && maven=./mvnw

judge() {
  said=$("$maven" -q -B "$plugin:hook" "$@") || {
    echo "zonegate could not judge: $said" >&2
    exit 1
  }
  # Maven switches colours off even where there are none
  said=$(printf '%s' "$said" | sed "s/$(printf '\033')\[[0-9;]*m//g")
  [ -z "$said" ] || {
    echo "$said" >&2
    status=2
  }
}

status=0
if [ $# -eq 0 ]; then
  judge
else
  for file in "$@"; do
    judge "-Dzonegate.file=$file" </dev/null
  done
fi
exit $status
