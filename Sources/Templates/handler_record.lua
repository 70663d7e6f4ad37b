-- {title}: what is done when {event} comes.
-- Try it with the ID of a deal:   lunokhod run {path} --id 1

return handler {
  title = "{title}",
  on = { "{event}" },
  scopes = { "crm" },
  -- The methods by which it may change something, such as "crm.deal.update"; without one it only reads.
  writes = {},

  run = function(event)
    local deal = b24.crm.deal.get { id = event.id }
    log.info(event.name, { deal = deal.ID, responsible = deal.ASSIGNED_BY_ID })
  end,
}
