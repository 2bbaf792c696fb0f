#!/usr/bin/env bash
# Sets up what the tests need, builds, runs every test, and ends with "N passed, N failed".
#   ./test.sh                all tests
#   ./test.sh Programme Bot  only the test projects whose names contain one of these words
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 NUGET_XMLDOC_MODE=skip

fail() { echo "$1" >&2; echo "0 passed, 1 failed"; exit 1; }

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }

need_debian() { # command, package
    command -v "$1" >/dev/null 2>&1 && return
    ls /usr/lib/postgresql/*/bin/"$1" >/dev/null 2>&1 && return
    missing+=("$2")
}

missing=()
need_debian chromium chromium
need_debian postgres postgresql
need_debian node nodejs
need_debian npm npm
need_debian pdftotext poppler-utils
need_debian zbarimg zbar-tools
need_debian opusenc opus-tools
need_debian msgfmt gettext
[ -e /usr/lib/libreoffice/program/libsclo.so ] || missing+=(libreoffice-calc-nogui) # soffice alone may be the writer's
[ -e /usr/lib/libreoffice/program/libswlo.so ] || missing+=(libreoffice-writer-nogui)
if [ ${#missing[@]} -gt 0 ]; then
    echo "Installing ${missing[*]} ..."
    { as_root apt-get update -qq && DEBIAN_FRONTEND=noninteractive as_root apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/tmp/coop-setup.log 2>&1 \
        || { tail -20 /tmp/coop-setup.log >&2; fail "Could not install ${missing[*]}; install them and run ./test.sh again."; }
fi
command -v dotnet >/dev/null 2>&1 || fail "The .NET 10 SDK is missing: see https://dot.net, then run ./test.sh again."

clients() {
    for package in $(git ls-files 'tests/*/package-lock.json' 'tests/**/package-lock.json' 2>/dev/null | sort -u); do
        folder=$(dirname "$package")
        if [ ! -d "$folder/node_modules" ] || [ "$package" -nt "$folder/node_modules" ]; then
            echo "Installing the clients of $folder ..."
            (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) || { echo "npm ci failed in $folder." >&2; return 1; }
            touch "$folder/node_modules"
        fi
    done
}
clients & # waits for the network while the compiler works
clients=$!

echo "Building ..."
UseSharedCompilation=true dotnet build CoopAssistant.sln -c Release -v q -clp:"ErrorsOnly;NoSummary" -nologo || fail "The build failed."
wait $clients || fail "The clients of the tests could not be installed; see above."
dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1

results=$(mktemp -d)
scratch=$results
# Where memory has room for them, the tests' databases need no disk: processes are killed, the machine is not.
if [ -w /dev/shm ] && [ "$(df -k --output=avail /dev/shm | tail -1)" -gt 4000000 ] && [ "$(awk '/MemAvailable/ { print $2 }' /proc/meminfo)" -gt 8000000 ]; then
    scratch=$(mktemp -d /dev/shm/coop-tests-XXXXXX)
    chmod 1777 "$scratch"
    export TMPDIR=$scratch
fi
trap 'rm -rf "$results" "$scratch"' EXIT
broken=0
for project in tests/*/*.csproj; do
    name=$(basename "$project" .csproj)
    case $name in Benchmarks | Benchmarks.Web | Testing) continue ;; esac # a load tool and shared support, no tests
    if [ $# -gt 0 ]; then
        wanted=0
        for word in "$@"; do [[ $name == *$word* ]] && wanted=1; done
        [ $wanted = 1 ] || continue
    fi
    echo "== $name"
    dotnet test "$project" -c Release --no-build -nologo -v q \
        --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" --results-directory "$results" --blame-hang-timeout 8m \
        | grep -vE '^(Test run for|VSTest version|Starting test execution|A total of|$)'
    [ "${PIPESTATUS[0]}" = 0 ] || { [ -f "$results/$name.trx" ] || { echo "$name ended without a result."; broken=$((broken + 1)); }; }
done

sum() { cat "$results"/*.trx 2>/dev/null | grep -o '<Counters [^>]*' | grep -oE " $1=\"[0-9]+" | grep -oE '[0-9]+' | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(sum passed)
failed=$(( $(sum failed) + $(sum error) + $(sum timeout) + $(sum aborted) + broken ))
echo "$passed passed, $failed failed"
[ "$failed" = 0 ] && [ "$passed" -gt 0 ]
