import DjetStore

/// What has been found wrong so far. It keeps as many faults as are told, and counts the others: one costs the same
/// whether it is the first or the 60,000th.
struct FaultList {
    private(set) var faults: [FieldErrors.FieldError] = []
    private(set) var more = 0

    var isEmpty: Bool { faults.isEmpty }
    /// To be thrown, unless it is empty.
    var errors: FieldErrors { FieldErrors(faults, more: more) }

    /// Adds a fault. Its path and its reason are written only if it is told.
    mutating func add(_ path: @autoclosure () -> String, _ reason: @autoclosure () -> String) {
        guard faults.count < FieldErrors.most else {
            more += 1
            return
        }
        faults.append(.init(Self.cut(path()), reason()))
    }

    /// A path through JSON may be as long as the JSON.
    private static func cut(_ path: String) -> String {
        path.utf8.count <= FieldName.longest ? path : path.beginning(FieldName.longest) + "…"
    }
}
