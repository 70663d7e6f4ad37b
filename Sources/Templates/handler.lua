-- {title}: what is done when {event} comes.
-- Try it with the ID of what the event is about:   lunokhod run {path} --id 1

return handler {
  title = "{title}",
  on = { "{event}" },
  scopes = { "{scope}" },
  -- The methods by which it may change something, such as "crm.deal.update"; without one it only reads.
  writes = {},

  run = function(event)
    log.info(event.name, { id = event.id })
  end,
}
