/// A way to break something.
enum FaultKind: String, CaseIterable, Sendable {
    /// A process ends by SIGKILL.
    case kill
    /// A worker stands still for longer than its lease, and then goes on as if nothing had been.
    case freeze
    /// Connections break, at once or inside a COMMIT, or hold their bytes back.
    case cut
    /// The server stops, in order or as in a crash, and comes back.
    case restart
    /// The server is gone, and its standby takes over.
    case promote
    /// The server falls silent: it neither answers nor breaks, and its standby takes over beside it.
    case silence

    /// The time for which it keeps the servers busy, if that is long: nothing else is done to them meanwhile.
    var span: Duration { self == .silence ? .seconds(30) : .zero }

    /// How often it comes in a deck of faults.
    var share: Int {
        switch self {
        case .kill: 5
        case .freeze: 3
        case .cut: 5
        case .restart: 2
        case .promote, .silence: 1
        }
    }

    var plural: String {
        switch self {
        case .kill: "kills"
        case .freeze: "freezes"
        case .cut: "cuts"
        case .restart: "restarts"
        case .promote: "promotions"
        case .silence: "silences"
        }
    }
}
