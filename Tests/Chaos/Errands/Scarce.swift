import DjetModel

/// An errand of a queue with limits: few run at once, and one of each lane. A trigger of the run's counts.
struct Scarce: Errand {
    static let name = "chaos.scarce"
    static let commit = Commit.detached
    /// The branch whose limits hold. Errands join queues below it.
    static let branch = "scarce"
    static let limit = QueueLimit(
        running: 3, key: "lane", runningPerKey: 1, rate: Rate(50, per: .second, burst: 10))
    /// The number of lanes.
    private static let lanes = 5

    var number: Int
    var pause: Int
    var lane: Int

    init(number: Int, pause: Int) {
        (self.number, self.pause, lane) = (number, pause, number % Self.lanes)
    }

    /// The queue that it joins.
    var queue: String { "\(Self.branch).\(number % 2 == 0 ? "even" : "odd")" }

    func run(in model: Model) async throws -> Int {
        try await dawdle()
        return value
    }
}
