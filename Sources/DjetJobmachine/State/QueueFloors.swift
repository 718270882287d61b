/// A worker's knowledge of one queue's line: the floor of each priority, a position below which it has seen
/// every job taken.
///
/// Index entries of finished jobs stay until vacuum removes them. A claim that starts above the floor does
/// not walk over them again, however many there are.
struct QueueFloors: Equatable, Sendable {
    let queue: String
    private(set) var positions = [Int64](repeating: -1, count: 10)

    init(_ queue: String) {
        self.queue = queue
    }

    /// Notes claimed jobs: all before the last of each priority are taken.
    mutating func note(_ jobs: [Job]) {
        for job in jobs { positions[job.priority] = max(positions[job.priority], job.position) }
    }
}
