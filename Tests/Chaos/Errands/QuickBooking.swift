import DjetModel

/// Happens exactly once, in the same transaction as others.
struct QuickBooking: Errand {
    static let name = "chaos.quick-booking"
    static let queue = "bulk"
    static let commit = Commit.atomic(group: 20)
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        try await model.leaveEffect()
        // What one of them locks is locked until all are done, so none stays for long.
        if pause > 0 { try await Task.sleep(for: .milliseconds(min(pause, 5))) }
        return value
    }
}
