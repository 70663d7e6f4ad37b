import Bitrix24
import Scripting
import Timetable

/// What surrounds a run beyond its settings: what it shares with other runs, and who takes notice of it.
public struct RunPlace: Sendable {
    /// The portal that all runs share; nil for one of the run's own.
    var portal: Portal?
    /// The script as it was when it was loaded; nil reads its file.
    var script: Script?
    /// The zone that days are counted in; nil finds that of the settings.
    var zone: Zone?
    /// How urgent its calls are.
    var priority = Priority.interactive
    /// What the script remembers.
    public var memory: (any ScriptMemory)?
    /// Takes notice of what it changes.
    var writes: (any WriteLog)?
    /// Takes how many requests of the portal it had a part in, when it is over.
    var requests: @Sendable (Int) -> Void = { _ in }
    /// How long it may take.
    var deadline = RunDeadline.none

    /// A place of its own.
    public init() {}
}
