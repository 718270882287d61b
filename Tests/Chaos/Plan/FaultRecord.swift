import Foundation

/// A fault that was carried out, with its time.
struct FaultRecord: Sendable {
    let kind: FaultKind
    /// The processes or things that it hit, for people.
    let detail: String
    /// The processes that it hit; nil for all.
    let processes: [Int32]?
    let began: Date
    let ended: Date
}
