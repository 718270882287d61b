import Foundation

/// What was broken, and when.
struct FaultRecord: Sendable {
    let kind: FaultKind
    /// Whom or what it hit, for people.
    let detail: String
    /// The processes that it hit; nil if it hit everybody.
    let processes: [Int32]?
    let began: Date
    let ended: Date
}
