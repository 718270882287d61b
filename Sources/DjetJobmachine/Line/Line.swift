/// A worker's knowledge of one queue's line: the floor of each priority, a position below which it has seen
/// every job taken.
///
/// Index entries of finished jobs stay until vacuum removes them. A claim that starts above the floor does
/// not walk over them again, however many there are.
struct Line: Sendable {
    let queue: String
    private(set) var floors = [Int64](repeating: -1, count: 10)

    init(_ queue: String) {
        self.queue = queue
    }

    /// Notes claimed jobs: all before the last of each priority are taken.
    mutating func note(_ jobs: [Job]) {
        for job in jobs { floors[job.priority] = max(floors[job.priority], job.position) }
    }
}
