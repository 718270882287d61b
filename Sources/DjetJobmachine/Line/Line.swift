/// What a worker knows of one queue's line: below which position it has seen every job taken.
///
/// Index entries of jobs that are gone stay until vacuum may remove them. A claim that starts above the floor
/// does not walk over them again, however many there are.
struct Line: Sendable {
    let queue: String
    private(set) var floors = [Int64](repeating: -1, count: 10)

    init(_ queue: String) {
        self.queue = queue
    }

    /// Jobs were claimed: all before the last of each priority are taken.
    mutating func note(_ jobs: [Job]) {
        for job in jobs { floors[job.priority] = max(floors[job.priority], job.position) }
    }
}
