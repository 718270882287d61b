import DjetModel

/// The limits of a queue, as somebody types them. An empty form removes them.
struct LimitForm: Codable, Sendable {
    /// The most jobs that run at once.
    var running: Int?
    /// The argument whose value is the key of a job; `:tenant` for the job's tenant.
    var key: String?
    /// The most jobs of one key that run at once.
    var runningPerKey: Int?
    /// The rate at which jobs begin, such as `10/s`.
    var rate: String?
    /// The rate at which jobs of one key begin.
    var ratePerKey: String?

    /// Returns the limits. Throws `ModelError.invalid` for a rate that is none.
    func limit() throws -> QueueLimit {
        QueueLimit(
            running: running, key: key, runningPerKey: runningPerKey, rate: try rate.map(Self.rate),
            ratePerKey: try ratePerKey.map(Self.rate))
    }

    private static func rate(_ text: String) throws -> Rate {
        guard let rate = Rate(text) else {
            throw ModelError.invalid(
                "“\(text.prefix(60))” is not a rate: write one such as 10/s, 500/h or 10/s burst 20")
        }
        return rate
    }
}

extension LimitForm {
    init(_ limit: QueueLimit) {
        self.init(
            running: limit.running, key: limit.key, runningPerKey: limit.runningPerKey,
            rate: limit.rate?.description, ratePerKey: limit.ratePerKey?.description)
    }
}
