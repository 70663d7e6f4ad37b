extension PortalDescription {
    /// Takes over what a survey of one part has found; the part's older facts and gaps are gone.
    public mutating func merge(_ other: PortalDescription, of part: PortalSurvey.Part) {
        switch part {
        case .everything:
            self = other
            return
        case .rights:
            scopes = other.scopes ?? scopes
            methods = other.methods ?? methods
            thirdMethods = other.thirdMethods ?? thirdMethods
            if !other.scopesOfMethods.isEmpty { scopesOfMethods = other.scopesOfMethods }
        case .entity(let key): if let entity = other.entity(key) { set(entity) }
        case .smartProcesses: if other.gaps.isEmpty { smartProcesses = other.smartProcesses }
        case .stages(let type):
            if !other.statuses.isEmpty { statuses = other.statuses }
            if !other.categories.isEmpty {
                categories.removeAll { $0.entityTypeID == type }
                categories += other.categories
            }
        }
        let subjects = Set(PortalSurvey.questions(about: part).map(\.subject))
        gaps.removeAll { subjects.contains($0.subject) }
        gaps += other.gaps
    }

    /// Puts an entity into its place.
    mutating func set(_ entity: Entity) {
        if let place = entities.firstIndex(where: { $0.key == entity.key }) {
            entities[place] = entity
        } else {
            entities.append(entity)
        }
    }
}
