/// A way to break something.
enum FaultKind: String, CaseIterable, Sendable {
    /// A process ends by SIGKILL.
    case kill
    /// A worker stands still for longer than its lease, and then goes on unaware.
    case freeze
    /// Connections break, at once or inside a COMMIT, or hold their bytes back.
    case cut
    /// The server stops, in order or as in a crash, and comes back.
    case restart
    /// The server is gone, and its standby takes over.
    case promote
    /// The server falls silent: it neither answers nor breaks, and its standby takes over beside it.
    case silence

    /// The time that the fault keeps the servers busy, if it is long; no other fault of the servers meets it.
    var span: Duration { self == .silence ? .seconds(30) : .zero }

    /// The number of times that the kind is in a deck of faults.
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
