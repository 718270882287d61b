/// A way in which connections break.
enum CutKind: String, CaseIterable, Sendable {
    /// All connections break at once.
    case all
    /// The connections of one process break.
    case process
    /// A few connections break when they send a COMMIT.
    case commit
    /// A few connections break when they send anything that the server must answer.
    case statement
    /// No connection breaks, but all bytes arrive later.
    case delay
    /// The connections of one process stand still, without an error.
    case stall

    /// The number of times that the kind is in a deck of cuts.
    var share: Int {
        switch self {
        case .all, .delay, .stall: 1
        case .process: 2
        case .commit, .statement: 3
        }
    }
}
