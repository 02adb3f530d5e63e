# Counts visits in the logs of nginx or Caddy: how often each address was asked for on each day, and nothing else.
#
#   awk -f deploy/visits.awk /var/log/nginx/showcase.log | sort
#   zcat -f /var/log/caddy/showcase*.log* | awk -f deploy/visits.awk | sort
#
# It prints the day, the number and the path, separated by tabs. Only pages that were sent count (GET, 200), and those
# that a browser had already (304); not what a page loads. Programs that read pages count, too: to tell them from people, one
# would have to look at visitors.

function count(day, method, path, status) {
    if (method != "GET" || (status != 200 && status != 304))
        return
    if (path ~ /^\/(static|api|iiif)\// || path ~ /\/(media|tracks)\// || path ~ /\.[a-z]+$/)
        return
    if (path == "/healthz" || path == "/status" || path == "/oembed")
        return
    visits[day "\t" path]++
}

# A value of a line of JSON, without quotation marks.
function value(name,    at, rest) {
    at = index($0, "\"" name "\":")
    if (!at)
        return ""
    rest = substr($0, at + length(name) + 3)
    if (substr(rest, 1, 1) == "\"") {
        rest = substr(rest, 2)
        return substr(rest, 1, index(rest, "\"") - 1)
    }
    match(rest, /^[0-9.]+/)
    return substr(rest, 1, RLENGTH)
}

# Caddy writes JSON.
/^\{/ {
    count(substr(value("ts"), 1, 10), value("method"), value("uri"), value("status"))
    next
}

# nginx writes: time status method path bytes seconds; a path may have spaces in it.
NF >= 6 {
    path = $4
    for (field = 5; field <= NF - 2; field++)
        path = path " " $field
    count(substr($1, 1, 10), $3, path, $2)
}

END {
    for (visit in visits) {
        split(visit, part, "\t")
        print part[1] "\t" visits[visit] "\t" part[2]
    }
}
