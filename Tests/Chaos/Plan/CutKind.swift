/// A way in which connections break.
enum CutKind: String, CaseIterable, Sendable {
    /// All of them, at once.
    case all
    /// Those of one process.
    case process
    /// Some of those that send a COMMIT.
    case commit
    /// Some of those that send whatever has to be answered.
    case statement
    /// None, but all bytes come later.
    case delay
    /// Those of one process stand still, without a word.
    case stall

    /// How often it comes.
    var share: Int {
        switch self {
        case .all, .delay, .stall: 1
        case .process: 2
        case .commit, .statement: 3
        }
    }
}
