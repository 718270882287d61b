import DjetModel

/// An errand on behalf of a tenant, in a queue with limits: few run at once, one of each tenant, and the
/// tenants take turns. A trigger of the run's counts.
struct Scarce: Errand {
    static let name = "chaos.scarce"
    static let commit = Commit.detached
    /// The branch whose limits hold. Errands join queues below it.
    static let branch = "scarce"
    static let limit = QueueLimit(
        running: 3, key: QueueLimit.tenant, runningPerKey: 1, rate: Rate(50, per: .second, burst: 10))

    var number: Int
    var pause: Int

    /// The tenant, one of five.
    var tenant: String { "tenant \(number % 5)" }
    /// The queue that it joins.
    var queue: String { "\(Self.branch).\(number % 2 == 0 ? "even" : "odd")" }

    func run(in model: Model) async throws -> Int {
        try await dawdle()
        return value
    }
}
