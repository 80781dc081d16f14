# A throw-away PostgreSQL for tests: in memory where there is room, reached through a socket in its own folder, gone when
# standard input closes. $1: folder of the programs. Prints its folder when it is ready.
set -eu

base=/tmp
room=$(df -Pm /dev/shm 2> /dev/null | awk 'END { print $4 }')
if [ -w /dev/shm ] && [ "${room:-0}" -gt 2048 ]; then base=/dev/shm; fi

data=$(mktemp -d "$base/motcua-test-XXXXXX")
trap '"$1/pg_ctl" -D "$data" stop --mode=immediate --silent > /dev/null 2>&1 || true; rm -rf "$data"' EXIT

"$1/initdb" -D "$data" --username=postgres --auth=trust --encoding=UTF8 --locale=C --no-sync > /dev/null
"$1/pg_ctl" -D "$data" start --wait --silent --log="$data/log" \
  --options="-h '' -k $data -F -c full_page_writes=off -c synchronous_commit=off -c timezone=UTC -c jit=off" ||
  { cat "$data/log" >&2; exit 1; }

echo "$data"
cat > /dev/null
