import DjetModel

/// A queue and its number of jobs in each status.
struct ListedQueue: Encodable {
    let queue: QueueRecord
    let counts: [JobStatus: JobCount]

    static func lines(_ queues: [QueueRecord], _ counts: [JobCount]) -> [ListedQueue] {
        let counts = Dictionary(grouping: counts, by: \.queue)
        return queues.map { queue in
            let own = (counts[queue.name] ?? []).map { ($0.status, $0) }
            return ListedQueue(queue: queue, counts: Dictionary(own, uniquingKeysWith: { first, _ in first }))
        }
    }

    /// The queue's row in the list.
    var row: [String] {
        let statuses: [JobStatus] = [
            .processing, .entered, .scheduled, .waiting, .finished, .error, .cancelled,
        ]
        return [queue.name] + statuses.map { text(of: counts[$0]) } + ["\(queue.workers)", state, limits]
    }

    private func text(of count: JobCount?) -> String {
        guard let count else { return "0" }
        return (count.isExact ? "" : "~") + count.amount.grouped
    }

    private var state: String {
        if let pausedAt = queue.pausedAt {
            return "paused since \(pausedAt.text)" + (queue.pausedBy.map { " by \($0.onOneLine)" } ?? "")
        }
        return queue.pausedWith.map { "paused with \($0)" } ?? "open"
    }

    private var limits: String {
        guard !queue.limit.isEmpty else { return "" }
        return "\(queue.limit)" + (queue.limit.countsRunning ? " (\(queue.inUse ?? 0) running)" : "")
    }

    private enum CodingKeys: String, CodingKey {
        case name, pausedAt, pausedBy, pausedWith, workers, slots, limit, inUse, jobs
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(queue.name, forKey: .name)
        try container.encode(queue.pausedAt, forKey: .pausedAt)
        try container.encode(queue.pausedBy, forKey: .pausedBy)
        try container.encode(queue.pausedWith, forKey: .pausedWith)
        try container.encode(queue.workers, forKey: .workers)
        try container.encode(queue.slots, forKey: .slots)
        try container.encode(queue.limit, forKey: .limit)
        try container.encode(queue.inUse, forKey: .inUse)
        let amounts = counts.map { ($0.key.rawValue, $0.value.amount) }
        try container.encode(Dictionary(uniqueKeysWithValues: amounts), forKey: .jobs)
    }
}
