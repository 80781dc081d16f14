# Runs a PostgreSQL server for as long as standard input stays open, so that it cannot outlive the process that
# started it, however that one ends. $1: folder of the programs, $2: folder of the data, $3: port, $4: log file.
set -u
exec 3<&0
"$1/postgres" -D "$2" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
  -c max_connections=100 -c shared_buffers=128MB -c log_min_messages=warning -c timezone=UTC \
  -c jit=off -c max_wal_size=512MB >> "$4" 2>&1 < /dev/null &
server=$!
# An INT is a fast shutdown: open transactions are rolled back, everything committed stays.
{ cat > /dev/null; kill -INT "$server" 2> /dev/null; } <&3 3<&- > /dev/null 2>&1 &
reader=$!
exec 3<&-
wait "$server"
code=$?
kill "$reader" 2> /dev/null
exit "$code"
