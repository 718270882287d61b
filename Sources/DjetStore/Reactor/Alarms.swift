import HeapModule

/// The sleeping tasks, and the times at which to wake them.
struct Alarms {
    typealias Instant = ContinuousClock.Instant
    typealias Waiter = CheckedContinuation<Void, any Error>

    private struct Entry: Comparable {
        let time: Instant
        let id: UInt64

        static func < (a: Entry, b: Entry) -> Bool { (a.time, a.id) < (b.time, b.id) }
    }

    private var entries = Heap<Entry>()
    private var waiters: [UInt64: (time: Instant, waiter: Waiter)] = [:]

    /// The time of the next alarm; nil if nobody waits.
    var next: Instant? {
        mutating get {
            dropGone()
            return entries.min?.time
        }
    }

    mutating func set(_ id: UInt64, at time: Instant, _ waiter: Waiter) {
        waiters[id] = (time, waiter)
        entries.insert(Entry(time: time, id: id))
    }

    /// Removes an alarm and returns its waiter; nil if it has already been woken.
    mutating func remove(_ id: UInt64) -> Waiter? {
        let waiter = waiters.removeValue(forKey: id)?.waiter
        // Its entry stays until a clean-up: most alarms guard operations that hardly ever take so long.
        if entries.count > 2 * waiters.count + 64 {
            entries = Heap(waiters.map { Entry(time: $0.value.time, id: $0.key) })
        }
        return waiter
    }

    /// Removes and returns the waiters whose time has come.
    mutating func takeDue(_ now: Instant) -> [Waiter] {
        var due: [Waiter] = []
        while let next, next <= now, let entry = entries.popMin() {
            if let waiter = waiters.removeValue(forKey: entry.id)?.waiter { due.append(waiter) }
        }
        return due
    }

    private mutating func dropGone() {
        while let entry = entries.min, waiters[entry.id] == nil { entries.removeMin() }
    }
}
