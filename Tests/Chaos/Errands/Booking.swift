import DjetModel

/// An `.atomic` errand, which happens exactly once.
struct Booking: Errand {
    static let name = "chaos.booking"
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        try await model.leaveEffect()
        try await dawdle()
        return value
    }
}

/// A grouped `.atomic` errand, which happens exactly once, in one transaction with others.
struct QuickBooking: Errand {
    static let name = "chaos.quick-booking"
    static let queue = "bulk"
    static let commit = Commit.atomic(group: 20)
    var number: Int
    var pause: Int

    func run(in model: Model) async throws -> Int {
        try await model.leaveEffect()
        // Its locks are held until the whole group is done, so no errand stays for long.
        if pause > 0 { try await Task.sleep(for: .milliseconds(min(pause, 5))) }
        return value
    }
}
