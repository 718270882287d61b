package import DjetStore

/// The channels of PostgreSQL on which queues, tickets and workers are rung.
extension JobQueue {
    /// The end of a branch's name: `gl.*` is `gl` and all queues below it.
    private static let branch = ".*"

    /// The channel that rings when jobs join a queue.
    package func channel(of queue: String) -> String { "\(schema).\(queue)" }
    /// The channel that rings when something happens to a job.
    package func channel(of ticket: TicketID) -> String { "\(schema).\(ticket)" }
    /// The channel that rings when one of a worker's jobs is to be cancelled.
    package func channel(ofWorker worker: Int) -> String { "\(schema):worker.\(worker)" }
    /// The channel that rings when workers register.
    package var workersChannel: String { "\(schema):workers" }

    /// Returns the rings for a queue, as `ring.sql` sends them: its own, and one for each branch that it
    /// belongs to.
    ///
    /// The rule stands here too, since a coalescer must know the channels to send one ring for many, and a
    /// ring that follows a COMMIT in the same flush is a statement of its own. Change both.
    package func rings(of queue: String, saying word: String = "") -> [Ring] {
        var rings = [Ring(channel(of: queue), saying: word)]
        var above = queue[...]
        while let dot = above.lastIndex(of: ".") {
            above = above[..<dot]
            rings.append(
                Ring(channel(of: above + Self.branch), saying: word.isEmpty ? queue : "\(queue) \(word)"))
        }
        return rings
    }

    /// Returns the rings for an offloaded job.
    package func rings(for request: OffloadRequest) -> [Ring] {
        rings(of: request.queue, saying: request.isForLater ? JobQueue.later : "")
    }

    /// Returns the channels on which a worker of this queue, or of this branch, hears of jobs.
    package func channels(ofWorkersOf queue: String) -> [String] {
        guard queue.hasSuffix(Self.branch) else { return [channel(of: queue)] }
        return [channel(of: queue), channel(of: String(queue.dropLast(Self.branch.count)))]
    }

    /// Returns the queue that rang on a channel, and the word that was said of it.
    package func heard(on channel: String, _ word: String) -> (queue: String, word: String) {
        let name = String(channel.dropFirst(schema.count + 1))
        guard name.hasSuffix(Self.branch) else { return (name, word) }
        let parts = word.split(separator: " ", maxSplits: 1)
        return (parts.first.map(String.init) ?? "", parts.count > 1 ? String(parts[1]) : "")
    }
}
