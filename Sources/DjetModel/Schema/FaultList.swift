import DjetJSON

/// The faults found so far. The list keeps as many as are reported and counts the others, so that each costs
/// the same.
package struct FaultList {
    private(set) var faults: [FieldErrors.FieldError] = []
    private(set) var more = 0

    package var isEmpty: Bool { faults.isEmpty }
    /// The error to throw, unless the list is empty.
    package var errors: FieldErrors { FieldErrors(faults, more: more) }

    /// Creates an empty list.
    package init() {}

    /// Adds a fault. Its path and reason are evaluated only if it is reported.
    package mutating func add(_ path: @autoclosure () -> String, _ reason: @autoclosure () -> String) {
        guard faults.count < FieldErrors.most else {
            more += 1
            return
        }
        faults.append(.init(Self.cut(path()), reason()))
    }

    /// Shortens a path: one through JSON may be as long as the JSON.
    private static func cut(_ path: String) -> String {
        path.utf8.count <= FieldErrors.longestPath ? path : path.beginning(FieldErrors.longestPath) + "…"
    }
}
