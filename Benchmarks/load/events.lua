-- wrk: posts events that all differ, as a portal's outgoing webhook does, and tells what came of them as JSON.
-- Arguments after `--`: the application token, and the first number of an item.
local threads = {}

function setup(thread)
  thread:set("number", #threads)
  table.insert(threads, thread)
end

function init(arguments)
  token, sent = arguments[1], 0
  first = tonumber(arguments[2]) + number * 100000000
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
end

function request()
  sent = sent + 1
  local name = sent % 2 == 0 and "ONCRMDEALADD" or "ONCRMDEALUPDATE"
  return wrk.format(nil, nil, nil, ("event=%s&event_handler_id=683&data%%5BFIELDS%%5D%%5BID%%5D=%d&ts=%d"
    .. "&auth%%5Bdomain%%5D=portal.bitrix24.com&auth%%5Bclient_endpoint%%5D=https%%3A%%2F%%2Fportal.bitrix24.com%%2Frest%%2F"
    .. "&auth%%5Bserver_endpoint%%5D=https%%3A%%2F%%2Foauth.bitrix24.tech%%2Frest%%2F"
    .. "&auth%%5Bmember_id%%5D=a223c6b3710f85df22e9377d6c4f7553&auth%%5Bapplication_token%%5D=%s"):format(
    name, first + sent, 1700000000 + sent, token))
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(("\nFIGURES {\"requests\": %d, \"seconds\": %f, \"p50\": %f, \"p99\": %f, \"most\": %f, \"refused\": %d, "
    .. "\"broken\": %d}\n"):format(
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    latency.max / 1000, errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
