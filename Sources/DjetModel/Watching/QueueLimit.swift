/// The limits of a queue, over all workers. They hold for it and all queues below it together.
///
/// A queue with a key is fair: the values of the key take turns, however many jobs each of them has.
public struct QueueLimit: Codable, Sendable, Hashable {
    /// The most jobs that run at once, from 1 to 1,000,000; nil for any number.
    public var running: Int?
    /// The argument whose value is the key of a job, such as `customer` or `order.customer`. A function that
    /// states a `limitKey` names its own. `QueueLimit.tenant` for the job's tenant; nil for no key.
    public var key: String?
    /// The most jobs of one key that run at once, from 1 to 1,000,000; nil for any number.
    public var runningPerKey: Int?
    /// The rate at which jobs begin; nil for any.
    public var rate: Rate?
    /// The rate at which jobs of one key begin; nil for any.
    public var ratePerKey: Rate?

    /// The key that is the job's tenant. No argument can be called so.
    public static let tenant = ":tenant"

    /// The numbers of running jobs that can be a limit.
    package static let counts = 1...1_000_000

    /// Creates limits; none by default.
    public init(
        running: Int? = nil, key: String? = nil, runningPerKey: Int? = nil, rate: Rate? = nil,
        ratePerKey: Rate? = nil
    ) {
        self.running = running
        self.key = key
        self.runningPerKey = runningPerKey
        self.rate = rate
        self.ratePerKey = ratePerKey
    }

    /// True if it limits nothing.
    public var isEmpty: Bool { self == QueueLimit() }

    /// True if it limits the jobs that run at once.
    package var countsRunning: Bool { running != nil || runningPerKey != nil }
}

extension QueueLimit: CustomStringConvertible {
    /// The limits in words, such as `3 at once, 10/s, by customer: 1 at once`.
    public var description: String {
        let all = [running.map { "\($0) at once" }, rate.map { "\($0)" }].compactMap(\.self)
        let each = [runningPerKey.map { "\($0) at once" }, ratePerKey.map { "\($0)" }].compactMap(\.self)
        let keyed = key.map { each.isEmpty ? "by \($0)" : "by \($0): \(each.joined(separator: ", "))" }
        return (all + [keyed].compactMap(\.self)).joined(separator: ", ")
    }
}
