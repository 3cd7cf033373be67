#!/bin/bash
# Answers like doctl 1.166's serverless commands, as seen of it: errors on standard error, the
# warning on standard output. A namespace is a file in $DOCTL_STATE, named by its label, with its
# ID, API host and region. Arguments are kept in .log, the environment that a deployment gets in
# .deployed.
set -eu
fail() { echo "Error: $*" >&2; exit 1; }

# The API host that it connects to: whatever the API's list says, that of an "fn-" namespace ends
# in .co.
connected_host() { case "$1" in fn-*) echo "${2%.*}.co" ;; *) echo "$2" ;; esac; }

cd "$DOCTL_STATE"
printf '%s\n' "$*" >>.log
[ "${1:-}" = serverless ] || fail "unknown command"
project=$OLDPWD
shift

by_id() { grep -l "^$1 " -- * 2>/dev/null | head -1; }

case "$1 ${2:-}" in
  "namespaces list")
    printf '['
    comma=
    for label in *; do
      [ -f "$label" ] || continue
      read -r id host region <"$label"
      printf '%s\n  {\n    "namespace": "%s",\n    "api_host": "%s",\n    "uuid": "u",\n    "key": "a-secret-key",\n    "label": "%s",\n    "Region": "%s"\n  }' \
        "$comma" "$id" "$host" "$label" "$region"
      comma=,
    done
    printf '\n]\n' ;;
  "namespaces create")
    label=$4 region=$6
    [ ! -e "$label" ] || fail "you are using  label '$label' for another namespace; labels should be unique"
    echo "${NEW_ID:-fn-new-$label} ${NEW_HOST:-https://faas-nyc1-new.doserverless.io} $region" >"$label"
    echo "New namespace ${NEW_ID:-fn-new-$label} created, but not connected." ;;
  "namespaces delete")
    label=$(by_id "$3")
    [ -n "$label" ] || fail "'$3' does not exactly match the label or id of any of your namespaces"
    rm "$label"
    echo "Namespace successfully deleted" ;;
  "connect "*)
    label=$(by_id "$2")
    [ -n "$label" ] || fail "you have no namespaces matching '$2'"
    echo "Warning: Connecting to serverless namespaces via DigitalOcean API is deprecated."
    echo "Please use 'doctl serverless connect $2 --access-key <dof_v1_<access_key_id>:<secret>>' instead."
    echo "This method will be removed in a future version."
    echo
    [ -n "${CONNECT_ELSEWHERE:-}" ] && label=$CONNECT_ELSEWHERE
    echo "$label" >.connected
    read -r id host region <"$label"
    printf "Connected to functions namespace '%s' on API host '%s' (label=%s)\n\n" "$id" "$(connected_host "$id" "$host")" "$label" ;;
  "status "*)
    [ -f .connected ] || fail "serverless support is installed but not connected to a functions namespace (use \`doctl serverless connect\`)"
    label=$(cat .connected)
    read -r id host region <"$label"
    printf "Connected to functions namespace '%s' on API host '%s' (label=%s)\nServerless software version is 5.0.22\n\n" "$id" "$(connected_host "$id" "$host")" "$label" ;;
  "deploy .")
    env >.deployed
    echo "Deployed '$project'"
    echo "  to namespace '$(cat .connected)'"
    echo "Deployed functions ('doctl sbx fn get <funcName> --url' for URL):"
    echo "  - ops/version"
    exit "${DEPLOY_FAILS:-0}" ;;
  "install ") echo "Serverless support is already installed at an appropriate version.  No action needed." ;;
  *) fail "unknown command \"$*\"" ;;
esac
